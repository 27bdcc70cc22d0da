package org.camelforce.salesforcecc.migration;

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
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
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
        int end = line < starts.size() ? starts.get(line) - 1 : text.length();
        return end > startOf(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Where the line after this one begins. */
    int startOfNext(int line) {
        return line < starts.size() ? starts.get(line) : text.length();
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
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
