package org.camelforce.salesforcecc.internal.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.internal.migration.FileChange.Hunk;

/**
 * Writes what is certain as a unified patch, which {@code git apply} takes. A patch repeats the lines that it removes
 * and those around them; changes that would repeat a secret's value are left out.
 */
public final class ReportPatch {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private final StringBuilder patch = new StringBuilder();
    private final List<String> leftOut = new ArrayList<>();

    private ReportPatch() {}

    /**
     * Makes the patch of a report.
     *
     * @param report what a scan found
     * @return its patch
     */
    public static ReportPatch of(MigrationReport report) {
        ReportPatch patch = new ReportPatch();
        report.changes().forEach(patch::file);
        return patch;
    }

    /** {@return the patch, with {@code a/} and {@code b/} before the files' names; empty if nothing is certain} */
    public String text() {
        return patch.toString();
    }

    /** {@return the places that the patch leaves out, as {@code file:line}} */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Lines of a patch with the context that they may show. */
    private record Part(int from, int to, List<Hunk> hunks) {}

    private void file(FileChange change) {
        Source source = new Source(change.file(), change.before());
        int lines = change.before().endsWith("\n") ? source.lines() - 1 : source.lines();
        boolean alone = change.before().replace("\r\n", "").indexOf('\r') >= 0;
        List<Part> parts = new ArrayList<>();
        for (Hunk hunk : change.hunks()) {
            int from = context(change, hunk.first(), -1, 1);
            int to = context(change, hunk.last(), 1, lines);
            boolean secret =
                    change.secretLines().stream().anyMatch(line -> line >= hunk.first() && line <= hunk.last());
            boolean anchored = to > hunk.last() || hunk.last() >= lines;
            if (secret || !anchored || change.charset() != StandardCharsets.UTF_8 || alone) {
                leftOut.add(change.file() + ":" + hunk.first());
                continue;
            }
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && from <= last.to()) {
                List<Hunk> both = new ArrayList<>(last.hunks());
                both.add(hunk);
                parts.set(parts.size() - 1, new Part(last.from(), Math.max(to, last.to()), both));
            } else {
                parts.add(new Part(from, to, List.of(hunk)));
            }
        }
        if (!parts.isEmpty()) {
            String name = change.file();
            patch.append("diff --git a/")
                    .append(name)
                    .append(" b/")
                    .append(name)
                    .append('\n');
            patch.append("--- a/")
                    .append(name)
                    .append('\n')
                    .append("+++ b/")
                    .append(name)
                    .append('\n');
            int shift = 0;
            for (Part part : parts) {
                shift = part(source, change, part, shift);
            }
        }
    }

    /** How far lines around a change may be shown: up to the next one that changes apart or has a secret. */
    private static int context(FileChange change, int line, int step, int end) {
        int at = line;
        for (int i = 0; i < CONTEXT && at != end; i++) {
            if (change.secretLines().contains(at + step)) {
                break;
            }
            at += step;
        }
        return at;
    }

    private int part(Source source, FileChange change, Part part, int shift) {
        StringBuilder body = new StringBuilder();
        int before = 0;
        int after = 0;
        int at = part.from();
        for (Hunk hunk : part.hunks()) {
            for (; at < hunk.first(); at++, before++, after++) {
                line(body, ' ', raw(source, at));
            }
            for (; at <= hunk.last(); at++, before++) {
                line(body, '-', raw(source, at));
            }
            List<String> added = split(hunk.text());
            added.forEach(text -> line(body, '+', text));
            after += added.size();
        }
        for (; at <= part.to(); at++, before++, after++) {
            line(body, ' ', raw(source, at));
        }
        int first = after == 0 ? part.from() - 1 : part.from();
        patch.append("@@ -").append(part.from()).append(',').append(before);
        patch.append(" +")
                .append(first + shift)
                .append(',')
                .append(after)
                .append(" @@\n")
                .append(body);
        return shift + after - before;
    }

    private static String raw(Source source, int line) {
        return source.text().substring(source.startOf(line), source.startOfNext(line));
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            lines.add(text.substring(from, at + 1));
            from = at + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    private static void line(StringBuilder body, char mark, String line) {
        body.append(mark).append(line);
        if (!line.endsWith("\n")) {
            body.append('\n').append(NO_NEWLINE);
        }
    }
}
