package org.camelforce.salesforcecc.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.kamelets.catalog.KameletsCatalog;
import org.apache.camel.v1.Kamelet;
import org.apache.camel.v1.kameletspec.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Kamelets look like those of Camel's catalog, and ask for as little as they can. */
class MetadataTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final KameletsCatalog CATALOG = new KameletsCatalog();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z-]+)}}");

    /** What the Kamelet component knows by itself. */
    private static final Set<String> BUILT_IN = Set.of("local-salesforce-cc", "routeId");

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "salesforce-cc-source", List.of("topicName"),
            "salesforce-cc-pubsub-source", List.of("topicName"),
            "salesforce-cc-query-source", List.of("query"),
            "salesforce-cc-create-sink", List.of("sObjectName"),
            "salesforce-cc-upsert-sink", List.of("sObjectName", "sObjectIdName"),
            "salesforce-cc-delete-sink", List.of("sObjectName"),
            "salesforce-cc-publish-sink", List.of("topicName"));

    static Stream<String> kamelets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/kamelets"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".kamelet.yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void folderWhenListedThenHasTheSevenKamelets() throws IOException {
        assertThat(kamelets()).containsExactlyInAnyOrderElementsOf(REQUIRED.keySet());
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void kameletWhenCatalogReadsItThenFindsItUnderItsNameAndType(String name) {
        String type = name.endsWith("-sink") ? "sink" : "source";

        assertThat(CATALOG.getKamelets()).containsKey(name);
        assertThat(CATALOG.getKameletsByType(type))
                .extracting(kamelet -> kamelet.getMetadata().getName())
                .contains(name);
        assertThat(CATALOG.getKameletsByGroups("Salesforce"))
                .extracting(kamelet -> kamelet.getMetadata().getName())
                .contains(name);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void metadataWhenComparedWithCamelsThenHasTheSameAnnotationsAndLabels(String name) {
        Kamelet ours = CATALOG.getKamelets().get(name);
        Kamelet theirs = CATALOG.getKamelets().get("salesforce-source");

        assertThat(ours.getMetadata().getAnnotations().keySet())
                .isEqualTo(theirs.getMetadata().getAnnotations().keySet());
        assertThat(ours.getMetadata().getLabels().keySet())
                .isEqualTo(theirs.getMetadata().getLabels().keySet());
        assertThat(ours.getMetadata().getAnnotations().get("camel.apache.org/catalog.version"))
                .isEqualTo(theirs.getMetadata().getAnnotations().get("camel.apache.org/catalog.version"));
    }

    /** Members that the model of Camel's custom resource does not have would be dropped without a word. */
    @ParameterizedTest
    @MethodSource("kamelets")
    void fileWhenReadStrictlyThenHasNothingThatTheModelDoesNotKnow(String name) throws IOException {
        YAML.readValue(text(name), Kamelet.class);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void definitionWhenReadThenRequiresTheLoginAndWhatTheOperationNeeds(String name) {
        List<String> required = new ArrayList<>(REQUIRED.get(name));
        required.addAll(List.of("loginUrl", "clientId", "clientSecret"));

        assertThat(definition(name).getRequired()).containsExactlyElementsOf(required);
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void propertiesWhenReadThenAreDescribedAndTheSecretIsAPassword(String name) throws IOException {
        JsonNode properties = tree(name).at("/spec/definition/properties");

        assertThat(properties).allSatisfy(property -> {
            assertThat(property.path("title").asText()).isNotBlank();
            assertThat(property.path("description").asText()).endsWith(".");
            assertThat(property.path("type").asText()).isIn("string", "boolean", "integer");
        });
        assertThat(properties.at("/clientSecret/format").asText()).isEqualTo("password");
        assertThat(List.of("clientId", "clientSecret")).allSatisfy(credential -> assertThat(properties
                        .path(credential)
                        .path("x-descriptors")
                        .path(0)
                        .asText())
                .isEqualTo("urn:camel:group:credentials"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void templateWhenReadThenUsesTheDefinedPropertiesAndNoOthers(String name) throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text(name));
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        used.removeAll(BUILT_IN);

        assertThat(used)
                .isEqualTo(new TreeSet<>(definition(name).getProperties().keySet()));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void optionalPropertiesWhenTheyHaveNoDefaultThenMayBeMissingInTheTemplate(String name) throws IOException {
        List<String> required = definition(name).getRequired();
        JsonNode properties = tree(name).at("/spec/definition/properties");

        properties.fieldNames().forEachRemaining(property -> {
            if (!required.contains(property) && !properties.path(property).has("default")) {
                assertThat(content(name)).contains("{{?" + property + "}}").doesNotContain("{{" + property + "}}");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void dependenciesWhenReadThenNameTheComponentInThisVersion(String name) {
        assertThat(CATALOG.getKameletDependencies(name))
                .contains("camel:kamelet")
                .anyMatch(dependency -> dependency.matches("mvn:org\\.camelforce:camel-salesforce-cc:\\d.*"))
                .noneMatch(dependency -> dependency.contains("@") || dependency.contains("$"));
    }

    @ParameterizedTest
    @MethodSource("kamelets")
    void iconWhenDecodedThenIsTheDrawing(String name) throws IOException {
        String icon =
                CATALOG.getKamelets().get(name).getMetadata().getAnnotations().get("camel.apache.org/kamelet.icon");
        String prefix = "data:image/svg+xml;base64,";

        assertThat(icon).startsWith(prefix);
        assertThat(new String(Base64.getDecoder().decode(icon.substring(prefix.length())), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(Path.of("src/main/svg/salesforce-cc.svg"))
                        .strip());
    }

    private static Definition definition(String name) {
        return CATALOG.getKamelets().get(name).getSpec().getDefinition();
    }

    private static JsonNode tree(String name) throws IOException {
        return YAML.readTree(text(name));
    }

    private static String content(String name) {
        try {
            return text(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        URL resource = MetadataTest.class.getResource("/kamelets/" + name + ".kamelet.yaml");
        assertThat(resource).isNotNull();
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
