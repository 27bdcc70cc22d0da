package org.camelforce.salesforcecc.internal.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Recognises variables in {@code .env} files. */
final class EnvironmentReader implements SourceReader {

    private static final Pattern VARIABLE = Pattern.compile("\\s*(?:export\\s+)?(\\w+)\\s*=\\s*(.*)");

    @Override
    public boolean reads(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".env") || name.startsWith(".env") || name.equals("env") || name.equals(".envrc");
    }

    @Override
    public void read(Source source, Places places) {
        for (Range line : Comments.lines(source, "#")) {
            Recognizer.read(source, line, places);
            Matcher variable = VARIABLE.matcher(source.text()).region(line.start(), line.end());
            if (variable.matches()) {
                places.references()
                        .define(
                                variable.group(1),
                                source,
                                new Range(variable.start(1), variable.end(1)),
                                new Range(variable.start(2), variable.end(2)));
            }
        }
    }
}
