package org.camelforce.salesforcecc.internal.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Instructions for Camel K and JBang that stand in comments of a route. */
final class CommentedProperties {

    private static final Pattern INSTRUCTION =
            Pattern.compile("\\s*(?:camel-k:|DEPS|REPOS|JAVA_OPTIONS|jbang:)(.*)", Pattern.CASE_INSENSITIVE);

    private CommentedProperties() {}

    /** Looks at lines that begin with a comment and such an instruction. */
    static void read(Source source, Places places, String comment) {
        for (int number = 1; number <= source.lines(); number++) {
            String line = source.line(number);
            int begin = source.indentation(number).length();
            if (line.startsWith(comment, begin)) {
                int at = begin + comment.length();
                Matcher instruction = INSTRUCTION.matcher(line.substring(at));
                if (instruction.matches()) {
                    int start = source.startOf(number) + at;
                    Recognizer.read(source, new Range(start, source.endOf(number)), places);
                }
            }
        }
    }
}
