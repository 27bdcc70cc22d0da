package org.camelforce.salesforcecc.language;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one source tells its readers: paragraphs without markup, in which a noun stands for each piece of code.
 *
 * @param source a file, or the name of an option
 * @param text paragraphs with empty lines between them
 * @param lines the lines of the source, by positions in the text; none if the source has only one
 * @param code the positions of what stands for code
 * @param paragraphs how many there are
 */
record Prose(String source, String text, NavigableMap<Integer, Long> lines, BitSet code, int paragraphs) {

    /** What stands for code and for values. */
    static final String NOUN = "Code";

    /** Names and values in a text that has no markup for code. */
    private static final Pattern CODE = Pattern.compile(
            """
            \\{\\{[^}]*}}|[$%]?\\{[^}]*}|%[-0-9.]*[sdfx]|@\\w+(?:\\([^)]*\\))?\
            |\\S*(?:://|[=$@#]|\\w__\\w)(?:<[^>]*>|[^\\s,;])*\
            |\\b\\w+(?:-\\w+)*-cc-\\w+(?:-\\w+)*\
            |\\b(?!and/or\\b)[a-z]+/[a-z][\\w./-]*\
            |(?<![\\w/-])(?:--|/)\\w[\\w/-]*\
            |(?<![\\w/-])(?!(?:e\\.g|i\\.e)\\b)\\w+(?:-\\w+)*(?:\\.\\w+(?:-\\w+)*)+\
            |\\b[a-zA-Z]*[a-z0-9][A-Z]\\w*|\\b[A-Z]{2}\\w*[a-z]\\w*[A-Z]\\w*\\b|\\b\\w+_\\w+\\b""");

    static Prose of(String source, String text) {
        return new Builder(source).paragraph().plain(text).build();
    }

    /** {@return a text that has no markup, without what looks like code} */
    static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("");
    }

    String place(int position) {
        return lines.isEmpty()
                ? source
                : source + ":" + lines.floorEntry(position).getValue();
    }

    boolean hasCode(int from, int to) {
        int next = code.nextSetBit(from);
        return next >= 0 && next < to;
    }

    static final class Builder {

        private final String source;
        private final StringBuilder text = new StringBuilder();
        private final NavigableMap<Integer, Long> lines = new TreeMap<>();
        private final BitSet code = new BitSet();
        private int paragraphs;

        Builder(String source) {
            this.source = source;
        }

        Builder paragraph() {
            if (text.length() > 0) {
                text.append("\n\n");
            }
            paragraphs++;
            return this;
        }

        Builder line(long line) {
            lines.put(text.length(), line);
            return this;
        }

        Builder words(String words) {
            text.append(words);
            return this;
        }

        /** Words without markup: what looks like code is taken for it. */
        Builder plain(String words) {
            Matcher name = CODE.matcher(words);
            int end = 0;
            while (name.find()) {
                words(words.substring(end, name.start())).code();
                end = name.end();
            }
            return words(words.substring(end));
        }

        Builder code() {
            code.set(text.length(), text.length() + NOUN.length());
            return words(NOUN);
        }

        Prose build() {
            return new Prose(source, text.toString(), lines, code, paragraphs);
        }
    }
}
