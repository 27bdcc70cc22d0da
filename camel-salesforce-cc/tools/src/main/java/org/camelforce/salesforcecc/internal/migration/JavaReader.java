package org.camelforce.salesforcecc.internal.migration;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;

/** Reads Java: endpoints and properties in literals, the component's class, its name, setters and builders. */
final class JavaReader implements SourceReader {

    private final MigrationTarget target;

    JavaReader(MigrationTarget target) {
        this.target = target;
    }

    @Override
    public boolean reads(String path) {
        return path.endsWith(".java");
    }

    @Override
    public void read(Source source, Places places) throws UnreadableFileException {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(source.text());
        CompilationUnit unit = result.getResult().orElse(null);
        if (!result.isSuccessful() || unit == null) {
            throw new UnreadableFileException("not Java");
        }
        JavaUnit java = new JavaUnit(unit, source, places);
        new JavaTypes(java).read();
        new JavaNames(java).read();
        new JavaCalls(java, target).read();
        new JavaLiterals(java, target).read();
        CommentedProperties.read(source, places, "//");
    }
}
