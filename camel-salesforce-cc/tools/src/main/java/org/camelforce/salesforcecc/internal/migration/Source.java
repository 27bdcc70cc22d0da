package org.camelforce.salesforcecc.internal.migration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with its lines, which are counted from 1; the text of a file, or of a file inside of another one. */
final class Source {

    private final String path;
    private final String text;
    private final List<Integer> starts;
    /** Where each line begins in the file. */
    private final List<Integer> outerStarts;
    /** Where each code point stands, made when it is asked for; empty where every character is one. */
    private int @Nullable [] codePoints;

    Source(String path, String text) {
        this(path, text, null);
    }

    private Source(String path, String text, @Nullable List<Integer> outerStarts) {
        this.path = path;
        this.text = text;
        this.starts = starts(text);
        this.outerStarts = outerStarts == null ? starts : outerStarts;
    }

    /** The text without a byte order mark. */
    Source withoutMark() {
        if (!text.startsWith("\uFEFF")) {
            return this;
        }
        List<Integer> outer = new ArrayList<>(starts);
        outer.set(0, 1);
        return new Source(path, text.substring(1), outer);
    }

    /** A file inside of this one: some lines of it, each without its first {@code indent} characters. */
    Source embedded(String name, int firstLine, int lastLine, int indent) {
        StringBuilder inner = new StringBuilder();
        List<Integer> outer = new ArrayList<>();
        for (int number = firstLine; number <= lastLine; number++) {
            String line = line(number);
            int cut = Math.min(indent, line.length());
            outer.add(outer(startOf(number)) + cut);
            inner.append(line, cut, line.length());
            if (number < lastLine) {
                inner.append('\n');
            }
        }
        return new Source(name, inner.toString(), outer);
    }

    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean alone = character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (character == '\n' || alone) {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    /** The file's path in the project, or the name of the file inside of another one; in lower case. */
    String path() {
        return path;
    }

    String text() {
        return text;
    }

    int lines() {
        return starts.size();
    }

    /** The line in which a character stands. */
    int lineOf(int offset) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (starts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    int startOf(int line) {
        return starts.get(line - 1);
    }

    /** Where a line's characters end, without its line break. */
    int endOf(int line) {
        int end = startOfNext(line);
        int start = startOf(line);
        if (line < starts.size() && end > start && text.charAt(end - 1) == '\n') {
            end--;
        }
        return end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the line after this one begins. */
    int startOfNext(int line) {
        return line < starts.size() ? starts.get(line) : text.length();
    }

    /** Where a character stands that is counted in code points, from 0. */
    int offsetOfCodePoint(int index) {
        int[] known = codePoints;
        if (known == null) {
            known = text.codePointCount(0, text.length()) == text.length() ? new int[0] : offsetsOfCodePoints(text);
            codePoints = known;
        }
        return known.length == 0 ? Math.min(index, text.length()) : known[Math.min(index, known.length - 1)];
    }

    private static int[] offsetsOfCodePoints(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return offsets;
    }

    /** A line without its break. */
    String line(int number) {
        return text.substring(startOf(number), endOf(number));
    }

    /** The offset of a line and column, both from 1. */
    int offset(int line, int column) {
        return startOf(line) + column - 1;
    }

    /** Where a character of this text stands in the file. */
    int outer(int offset) {
        int line = lineOf(offset);
        return outerStarts.get(line - 1) + offset - startOf(line);
    }

    /** The blanks before the first character of a line. */
    String indentation(int line) {
        String content = line(line);
        return content.substring(0, content.length() - content.stripLeading().length());
    }

    /** How lines end in this text. */
    String newline() {
        String alone = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
        return text.contains("\r\n") ? "\r\n" : alone;
    }
}
