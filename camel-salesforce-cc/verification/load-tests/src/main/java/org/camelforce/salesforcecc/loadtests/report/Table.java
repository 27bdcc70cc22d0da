package org.camelforce.salesforcecc.loadtests.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text under a head, each column as wide as its widest cell, in the form of a Markdown table. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /** @param head the head of each column */
    public Table(Object... head) {
        row(head);
    }

    /**
     * @param cells as many as the head has
     * @return this
     */
    public Table row(Object... cells) {
        rows.add(List.of(cells).stream().map(String::valueOf).toList());
        return this;
    }

    /** The lines, each with an end of line. */
    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> IntStream.range(0, widths.length)
                .forEach(i -> widths[i] = Math.max(widths[i], row.get(i).length())));
        StringBuilder text = new StringBuilder();
        append(text, rows.get(0), widths, " ");
        append(text, Collections.nCopies(widths.length, ""), widths, "-");
        rows.subList(1, rows.size()).forEach(row -> append(text, row, widths, " "));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths, String filling) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ")
                    .append(row.get(i))
                    .append(filling.repeat(widths[i] - row.get(i).length()))
                    .append(' ');
        }
        text.append('|').append(System.lineSeparator());
    }
}
