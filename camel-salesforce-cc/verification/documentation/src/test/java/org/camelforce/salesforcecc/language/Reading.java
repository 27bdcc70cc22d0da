package org.camelforce.salesforcecc.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.language.Sources.Kind;

/**
 * All sources, read once.
 *
 * @param results one for each source
 * @param text all that was read
 */
record Reading(List<Result> results, String text) {

    /**
     * @param source a file
     * @param texts how many pages, messages or descriptions it has
     * @param findings in all of them
     */
    record Result(Kind kind, String source, int texts, List<Finding> findings) {

        @Override
        public String toString() {
            return source;
        }
    }

    static Reading of(Path root, Proofreader proofreader) throws IOException {
        Sources sources = new Sources(root);
        List<Result> results = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Kind kind : Kind.values()) {
            for (Map.Entry<String, List<Prose>> source : sources.of(kind).entrySet()) {
                List<Finding> findings = new ArrayList<>();
                source.getValue().forEach(prose -> {
                    findings.addAll(proofreader.read(prose));
                    text.append(prose.text()).append('\n');
                });
                if (kind == Kind.PAGES) {
                    findings.addAll(PageShape.of(source.getKey(), Files.readString(root.resolve(source.getKey()))));
                }
                int texts = kind == Kind.PAGES
                        ? 1
                        : source.getValue().stream().mapToInt(Prose::paragraphs).sum();
                results.add(new Result(kind, source.getKey(), texts, findings));
            }
        }
        return new Reading(results, text.toString());
    }

    Stream<Result> of(Kind kind) {
        return results.stream().filter(result -> result.kind() == kind);
    }

    boolean uses(String word) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)")
                .matcher(text)
                .find();
    }

    /** {@return the findings of a result that nobody has accepted} */
    static List<Finding> open(Result result, List<Accepted> accepted) {
        return result.findings().stream()
                .filter(finding -> accepted.stream().noneMatch(one -> one.covers(finding)))
                .toList();
    }

    /** {@return a line for each kind: how much was read, and how much was found} */
    String summary(List<Accepted> accepted) {
        return Stream.of(Kind.values())
                .map(kind -> "%d %s: %d findings, %d of them accepted%n"
                        .formatted(
                                of(kind).mapToInt(Result::texts).sum(),
                                kind.name().toLowerCase(Locale.ROOT),
                                of(kind).mapToInt(result -> result.findings().size())
                                        .sum(),
                                of(kind).mapToInt(result -> result.findings().size()
                                                - open(result, accepted).size())
                                        .sum()))
                .collect(Collectors.joining());
    }
}
