package org.camelforce.salesforcecc.operations.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants of a class and what their Javadoc says. */
final class DocumentedConstants {

    private static final Pattern DETAIL = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?static final String \\w+ = \"([^\"]+)\";", Pattern.DOTALL);
    private static final Pattern ENUM_CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*[A-Z_]+\\(\"([^\"]+)\"\\)", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link) ([^}]+)}");

    private final String source;

    private DocumentedConstants(String source) {
        this.source = source;
    }

    /**
     * @param component folder of the component's module
     * @param type the class
     */
    static DocumentedConstants of(Path component, Class<?> type) throws IOException {
        return new DocumentedConstants(Files.readString(
                component.resolve("src/main/java/" + type.getName().replace('.', '/') + ".java")));
    }

    /** Value and text of the constants of type String. */
    List<Constant> strings() {
        return found(DETAIL);
    }

    /** First argument and text of an enum's constants. */
    List<Constant> ofEnum() {
        return found(ENUM_CONSTANT);
    }

    private List<Constant> found(Pattern pattern) {
        List<Constant> constants = new ArrayList<>();
        Matcher constant = pattern.matcher(source);
        while (constant.find()) {
            constants.add(new Constant(constant.group(2), text(constant.group(1))));
        }
        if (constants.isEmpty()) {
            throw new IllegalStateException("No constant found");
        }
        return constants;
    }

    private static String text(String javadoc) {
        String text = javadoc.replaceAll("\\s*\\n\\s*\\*\\s*", " ").strip();
        return CODE.matcher(text).replaceAll(code -> "`" + Matcher.quoteReplacement(code.group(1)) + "`");
    }

    /**
     * @param value the constant's value
     * @param text its Javadoc, as Markdown
     */
    record Constant(String value, String text) {}
}
