package org.camelforce.salesforcecc.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An answer of the health endpoint as the guide shows it. What differs from run to run, such as times, numbers, ids and
 * the org's address, may differ, and so may what a subscription does at that moment; names, their order and nesting,
 * status and texts may not. Only Spring Boot's own names are in the order of the guide, whatever theirs: Spring Boot 4
 * sorts them. With the system property {@value #WRITE} the guide's file is written instead.
 */
final class GuideAnswer {

    static final String WRITE = "guide.write";

    private static final Path HEALTH = Path.of("src", "docs", "health");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_THE_MOMENT =
            Set.of("losses.in.vain", "subscription.state", "subscription.problem");
    private static final List<String> OF_SPRING_BOOT = List.of("status", "groups", "components", "details");
    private static final Map<Pattern, String> CHANGING = new LinkedHashMap<>();

    static {
        CHANGING.put(Pattern.compile("https?://[\\w.:-]+"), "<org>");
        CHANGING.put(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"), "<time>");
        CHANGING.put(Pattern.compile("\\b00[D5][0-9A-Za-z]{12,15}\\b"), "<id>");
        CHANGING.put(Pattern.compile("\\b[0-9a-f]{8}\\b"), "<fingerprint>");
        CHANGING.put(Pattern.compile("\\b\\d+\\b"), "<number>");
    }

    private final Path file;

    GuideAnswer(String situation) {
        Optional<Path> guide = Stream.iterate(
                        Path.of("").toAbsolutePath(), folder -> folder != null, folder -> folder.getParent())
                .map(folder -> folder.resolve(HEALTH))
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(guide)
                .as("a copy of the example has no guide to compare with")
                .isPresent();
        this.file = guide.orElseThrow().resolve(situation + ".json");
    }

    void assertShows(String answer) throws IOException {
        JsonNode actual = inOrder(JSON.readTree(answer));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(file, pretty(forReaders(actual)) + "\n");
            return;
        }
        assertThat(pretty(withoutChanging(actual)))
                .as("%s; -D%s=true writes it again", file, WRITE)
                .isEqualTo(pretty(withoutChanging(JSON.readTree(file.toFile()))));
    }

    private static JsonNode inOrder(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        if (object.has("components") || object.has("details")) {
            OF_SPRING_BOOT.stream().filter(object::has).forEach(name -> ordered.set(name, inOrder(object.get(name))));
        }
        object.properties().stream()
                .filter(field -> !ordered.has(field.getKey()))
                .forEach(field -> ordered.set(field.getKey(), inOrder(field.getValue())));
        return ordered;
    }

    private static JsonNode withoutChanging(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .filter(field -> !OF_THE_MOMENT.contains(field.getKey()))
                    .forEach(field -> copy.set(field.getKey(), withoutChanging(field.getValue())));
            return copy;
        }
        String text = node.asText();
        for (Map.Entry<Pattern, String> changing : CHANGING.entrySet()) {
            text = changing.getKey().matcher(text).replaceAll(changing.getValue());
        }
        return TextNode.valueOf(text);
    }

    /** The simulator's address reads as an org's. */
    private static JsonNode forReaders(JsonNode answer) throws IOException {
        return JSON.readTree(
                answer.toString().replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://acme.my.salesforce.com"));
    }

    private static String pretty(JsonNode node) throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
