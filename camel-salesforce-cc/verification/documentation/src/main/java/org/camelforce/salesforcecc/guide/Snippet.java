package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Code that a Markdown file shows: a region of a file of the repository, between lines with {@code tag::name[]} and
 * {@code end::name[]}, or the whole file. Lines with such marks are left out, and so are indentation that all lines
 * share and the package declaration of a whole Java file.
 *
 * @param file relative to the repository
 * @param region name of the region, or null for the whole file
 */
public record Snippet(String file, @Nullable String region) {

    private static final Pattern MARK = Pattern.compile(".*\\b(?:tag|end)::[a-z0-9-]+\\[\\].*");

    /**
     * @param reference {@code file} or {@code file#region}
     * @return the snippet
     */
    public static Snippet parse(String reference) {
        int hash = reference.indexOf('#');
        return hash < 0
                ? new Snippet(reference, null)
                : new Snippet(reference.substring(0, hash), reference.substring(hash + 1));
    }

    /**
     * @param repository the repository's root
     * @return the lines to show
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has no such region, or the region no line
     */
    public List<String> lines(Path repository) throws IOException {
        List<String> all = Files.readAllLines(repository.resolve(file));
        List<String> chosen = region == null ? whole(all) : between(all, region);
        List<String> shown = stripped(
                chosen.stream().filter(line -> !MARK.matcher(line).matches()).toList());
        if (shown.isEmpty()) {
            throw new IllegalArgumentException(this + " has no line");
        }
        int indentation = shown.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return shown.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indentation))
                .toList();
    }

    /** @return the form that {@link #parse} reads */
    @Override
    public String toString() {
        return region == null ? file : file + "#" + region;
    }

    private List<String> whole(List<String> all) {
        boolean declaresPackage =
                file.endsWith(".java") && !all.isEmpty() && all.get(0).startsWith("package ");
        return declaresPackage ? all.subList(1, all.size()) : all;
    }

    private List<String> between(List<String> all, String name) {
        int start = mark(all, "tag::" + name + "[]");
        int end = mark(all, "end::" + name + "[]");
        if (end < start) {
            throw new IllegalArgumentException(this + " ends before it begins");
        }
        return all.subList(start + 1, end);
    }

    private int mark(List<String> all, String mark) {
        List<Integer> found = IntStream.range(0, all.size())
                .filter(number -> all.get(number).contains(mark))
                .boxed()
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(file + " has " + found.size() + " lines with " + mark);
        }
        return found.get(0);
    }

    private static List<String> stripped(List<String> lines) {
        int start = 0;
        int end = lines.size();
        while (start < end && lines.get(start).isBlank()) {
            start++;
        }
        while (end > start && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(start, end);
    }
}
