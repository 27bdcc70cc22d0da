package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The metadata is committed; the component's schema and {@code TokenPolicy} say what it has to be. */
class ConfigurationMetadataTest {

    private static final Path COMMITTED =
            Path.of("../spring-boot/src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final Path DERIVED = Path.of("target/spring-configuration-metadata.json");

    @Test
    void metadataWhenComponentHasOptionsThenNamesTypesDefaultsAndDescriptionsAreTheSame() throws Exception {
        String text = new ConfigurationMetadata().text();
        Files.writeString(DERIVED, text);
        Map<String, JsonNode> derived = entries(text);
        Map<String, JsonNode> committed = entries(Files.readString(COMMITTED));

        Set<String> different = new TreeSet<>(derived.keySet());
        different.addAll(committed.keySet());
        different.removeIf(
                name -> derived.containsKey(name) && derived.get(name).equals(committed.get(name)));

        assertThat(derived).hasSizeGreaterThan(100);
        assertThat(different)
                .as(
                        "options of the component that the metadata does not know as they are; copy %s to %s",
                        DERIVED, COMMITTED)
                .isEmpty();
    }

    private static Map<String, JsonNode> entries(String metadata) throws Exception {
        Map<String, JsonNode> entries = new TreeMap<>();
        new ObjectMapper().readTree(metadata).properties().forEach(kind -> kind.getValue()
                .forEach(entry ->
                        entries.put(kind.getKey() + " " + entry.get("name").asText(), entry)));
        return entries;
    }
}
