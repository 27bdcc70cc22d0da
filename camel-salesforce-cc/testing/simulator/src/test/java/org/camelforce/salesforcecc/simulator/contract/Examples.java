package org.camelforce.salesforcecc.simulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documented examples, in the order of their files. */
final class Examples {

    static final Path CONTRACT = Path.of("src/test/resources/contract");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static List<Example> all() {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Example named(String name) {
        return all().stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Example> read(Path file) {
        try {
            JsonNode content = JSON.readTree(file.toFile());
            String guide = content.required("guide").asText();
            List<Example> examples = new ArrayList<>();
            for (JsonNode example : content.required("examples")) {
                examples.add(new Example(
                        guide,
                        example.required("section").asText(),
                        example.required("name").asText(),
                        List.copyOf(items(example.path("setup"))),
                        example.required("request"),
                        example.required("expected"),
                        reasons(example.path("differs"))));
            }
            return examples;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    private static Map<String, String> reasons(JsonNode differs) {
        Map<String, String> reasons = new TreeMap<>();
        differs.properties()
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asText()));
        return reasons;
    }
}
