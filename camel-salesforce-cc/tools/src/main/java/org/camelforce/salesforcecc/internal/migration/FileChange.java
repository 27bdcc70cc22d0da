package org.camelforce.salesforcecc.internal.migration;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;

/**
 * What the program can write into one file.
 *
 * @param file the file, relative to the folder that was scanned, with {@code /} between the parts
 * @param charset how its characters are encoded
 * @param before its text
 * @param hunks the lines that change, in their order
 * @param secretLines the numbers of lines with a secret's value, from 1
 */
record FileChange(String file, Charset charset, String before, List<Hunk> hunks, Set<Integer> secretLines) {

    /**
     * Lines that change together.
     *
     * @param first the first of them, from 1
     * @param last the last of them
     * @param text what stands there afterwards, with line breaks
     */
    record Hunk(int first, int last, String text) {}

    FileChange {
        hunks = List.copyOf(hunks);
        secretLines = Set.copyOf(secretLines);
    }

    /** The text after all changes. */
    String after() {
        Source source = new Source(file, before);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Hunk hunk : hunks) {
            text.append(before, at, source.startOf(hunk.first())).append(hunk.text());
            at = source.startOfNext(hunk.last());
        }
        return text.append(before.substring(at)).toString();
    }
}
