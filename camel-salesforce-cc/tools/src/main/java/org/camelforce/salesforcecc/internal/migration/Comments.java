package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.migration.Places.Range;

/** Tells code from comments and literals, in languages that can only be recognised. */
final class Comments {

    private static final Pattern TOKEN =
            Pattern.compile("(?<comment>//[^\\n]*|(?s:/\\*.*?\\*/))|(?s:\"\"\".*?\"\"\")|(?s:'''.*?''')"
                    + "|(?<literal>\"(?:\\\\.|[^\"\\\\\\n]++)*+\"|'(?:\\\\.|[^'\\\\\\n]++)*+')");

    /**
     * The parts of a text.
     *
     * @param code what is no comment
     * @param literals what stands between quotes, in one line
     */
    record Parts(List<Range> code, List<Range> literals) {}

    private Comments() {}

    /** The parts of a text with comments as in Java. */
    static Parts slashed(Source source) {
        List<Range> code = new ArrayList<>();
        List<Range> literals = new ArrayList<>();
        int from = 0;
        Matcher token = TOKEN.matcher(source.text());
        while (token.find()) {
            if (token.group("literal") != null) {
                literals.add(new Range(token.start() + 1, token.end() - 1));
            } else if (token.group("comment") != null) {
                code.add(new Range(from, token.start()));
                from = token.end();
            }
        }
        code.add(new Range(from, source.text().length()));
        return new Parts(code, literals);
    }

    /** The lines that do not begin with a mark of a comment. */
    static List<Range> lines(Source source, String... marks) {
        return lines(source, new Range(0, source.text().length()), marks);
    }

    /** The lines of a part that do not begin with a mark of a comment. */
    static List<Range> lines(Source source, Range part, String... marks) {
        List<Range> lines = new ArrayList<>();
        int last = source.lineOf(Math.max(part.start(), part.end() - 1));
        for (int number = source.lineOf(part.start()); number <= last; number++) {
            int start = Math.max(part.start(), source.startOf(number));
            int end = Math.min(part.end(), source.endOf(number));
            String line = start < end ? source.text().substring(start, end).strip() : "";
            boolean comment = false;
            for (String mark : marks) {
                comment |= line.regionMatches(true, 0, mark, 0, mark.length());
            }
            if (!comment && !line.isEmpty()) {
                lines.add(new Range(start, end));
            }
        }
        return lines;
    }
}
