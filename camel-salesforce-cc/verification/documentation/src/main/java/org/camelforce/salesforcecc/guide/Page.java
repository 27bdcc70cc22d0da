package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file whose fenced code is taken from files: the line before a fence is a comment that names the
 * {@link Snippet}, {@code <!-- snippet: file#region -->}.
 *
 * @param repository the repository's root
 * @param file the Markdown file
 */
public record Page(Path repository, Path file) {

    private static final Set<String> LANGUAGES_OF_SNIPPETS = Set.of("java", "json", "xml", "yaml", "properties");
    private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->");
    private static final Pattern FENCE = Pattern.compile("```([a-z]*)");
    private static final String END_OF_FENCE = "```";

    /**
     * @return the file as it ought to be, each fence with the lines of its snippet
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if a snippet does not exist, or code in a language of snippets has none
     */
    public String rendered() throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> rendered = new ArrayList<>();
        int number = 0;
        while (number < lines.size()) {
            String line = lines.get(number);
            rendered.add(line);
            number++;
            Matcher fence = FENCE.matcher(line.strip());
            if (fence.matches()) {
                int end = endOf(lines, number);
                rendered.addAll(code(lines, number, end, fence.group(1)));
                rendered.add(lines.get(end));
                number = end + 1;
            }
        }
        return String.join("\n", rendered) + "\n";
    }

    private List<String> code(List<String> lines, int start, int end, String language) throws IOException {
        Optional<Snippet> snippet = snippet(start < 2 ? "" : lines.get(start - 2));
        if (snippet.isPresent()) {
            return snippet.get().lines(repository);
        }
        if (LANGUAGES_OF_SNIPPETS.contains(language)) {
            throw new IllegalArgumentException(repository.relativize(file) + ":" + start + ": code in " + language
                    + " that is no snippet of a file");
        }
        return lines.subList(start, end);
    }

    private int endOf(List<String> lines, int start) {
        for (int number = start; number < lines.size(); number++) {
            if (lines.get(number).strip().equals(END_OF_FENCE)) {
                return number;
            }
        }
        throw new IllegalArgumentException(repository.relativize(file) + ":" + start + ": code without an end");
    }

    private static Optional<Snippet> snippet(String line) {
        Matcher comment = SNIPPET.matcher(line.strip());
        return comment.matches() ? Optional.of(Snippet.parse(comment.group(1))) : Optional.empty();
    }
}
