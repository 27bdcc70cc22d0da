package org.camelforce.salesforcecc.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads each description of schemas and metadata once, and none that Camel's own component has word for word. */
final class DescriptionProse {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAMELS_SCHEMA = "/META-INF/org/apache/camel/component/salesforce/salesforce.json";

    private final Set<String> known;

    DescriptionProse() throws IOException {
        try (InputStream in = SalesforceCcComponent.class.getResourceAsStream(CAMELS_SCHEMA)) {
            known = new HashSet<>(texts(JSON.readTree(Objects.requireNonNull(in, CAMELS_SCHEMA)))
                    .values());
        }
    }

    /** {@return whether Camel has such a description, or one that has been read} */
    boolean isKnown(String description) {
        String text = description.replaceFirst("^Deprecated\\. ", "");
        return known.contains(text) || known.contains(text.replace(">", "&gt;"));
    }

    List<Prose> ofJson(Path file) throws IOException {
        return of(file, JSON.readTree(file.toFile()));
    }

    List<Prose> ofYaml(Path file) throws IOException {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        return of(file, JSON.valueToTree(yaml));
    }

    private List<Prose> of(Path file, JsonNode root) {
        return texts(root).entrySet().stream()
                .filter(text -> known.add(text.getValue()))
                .map(text -> Prose.of(file.getFileName() + ":" + text.getKey(), text.getValue()))
                .toList();
    }

    private static Map<String, String> texts(JsonNode root) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect("", root, texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        for (String key : List.of("title", "description", "summary")) {
            if (node.path(key).isTextual()) {
                texts.put(path + "/" + key, node.get(key).textValue());
            }
        }
        node.properties().forEach(property -> collect(path + "/" + property.getKey(), property.getValue(), texts));
        if (node.isArray()) {
            node.forEach(element -> collect(path + "/" + name(element), element, texts));
        }
    }

    private static String name(JsonNode element) {
        return Stream.of("name", "alert", "title")
                .map(key -> element.path(key).asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }
}
