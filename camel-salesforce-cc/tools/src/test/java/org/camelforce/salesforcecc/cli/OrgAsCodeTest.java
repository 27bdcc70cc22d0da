package org.camelforce.salesforcecc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The metadata in src/salesforce is what the Metadata API Developer Guide (version 67.0) asks for. */
class OrgAsCodeTest {

    private static final Path PROJECT = Path.of("../../src/salesforce");
    private static final Path METADATA = PROJECT.resolve("force-app/main/default");
    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
    private static final String APP = "Camel_Salesforce_CC";
    private static final Pattern PLACEHOLDER = Pattern.compile("__[A-Z_]+__");

    /** A metadata type, where its files are, what must and what may be in them, and the values that matter. */
    record Type(
            String name,
            String folder,
            String suffix,
            Set<String> required,
            Set<String> documented,
            Map<String, String> values) {

        List<Path> files() throws IOException {
            try (Stream<Path> files = Files.list(METADATA.resolve(folder))) {
                return files.toList();
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Type> types() {
        return Stream.of(
                new Type(
                        "ExternalClientApplication",
                        "externalClientApps",
                        ".eca-meta.xml",
                        Set.of("contactEmail", "distributionState", "label"),
                        Set.of("description", "isProtected"),
                        Map.of("distributionState", "Local")),
                new Type(
                        "ExtlClntAppOauthSettings",
                        "extlClntAppOauthSettings",
                        ".ecaOauth-meta.xml",
                        Set.of("commaSeparatedOauthScopes", "externalClientApplication", "label"),
                        Set.of(),
                        Map.of("commaSeparatedOauthScopes", "Api", "externalClientApplication", APP)),
                new Type(
                        "ExtlClntAppGlobalOauthSettings",
                        "extlClntAppGlobalOauthSets",
                        ".ecaGlblOauth-meta.xml",
                        Set.of("callbackUrl", "externalClientApplication", "isClientCredentialsFlowEnabled", "label"),
                        Set.of(
                                "isConsumerSecretOptional",
                                "isIntrospectAllTokens",
                                "isNamedUserJwtEnabled",
                                "isPkceRequired",
                                "isSecretRequiredForRefreshToken",
                                "shouldRotateConsumerKey",
                                "shouldRotateConsumerSecret"),
                        Map.of(
                                "externalClientApplication", APP,
                                "isClientCredentialsFlowEnabled", "true",
                                "isConsumerSecretOptional", "false",
                                "isNamedUserJwtEnabled", "false",
                                "shouldRotateConsumerKey", "false",
                                "shouldRotateConsumerSecret", "false")),
                new Type(
                        "ExtlClntAppOauthConfigurablePolicies",
                        "extlClntAppOauthPolicies",
                        ".ecaOauthPlcy-meta.xml",
                        Set.of(
                                "clientCredentialsFlowUser",
                                "externalClientApplication",
                                "isClientCredentialsFlowEnabled"),
                        Set.of("ipRelaxationPolicyType", "label", "sessionTimeoutInMinutes"),
                        Map.of(
                                "externalClientApplication", APP,
                                "isClientCredentialsFlowEnabled", "true",
                                "ipRelaxationPolicyType", "Enforce")),
                new Type(
                        "PermissionSet",
                        "permissionsets",
                        ".permissionset-meta.xml",
                        Set.of("label", "userPermissions"),
                        Set.of("description", "hasActivationRequired", "objectPermissions"),
                        Map.of("hasActivationRequired", "false")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void metadataWhenReadThenFollowsItsType(Type type) throws Exception {
        assertThat(type.files()).singleElement().satisfies(file -> {
            Element root = parse(file);
            assertThat(file.getFileName().toString()).startsWith(APP).endsWith(type.suffix());
            assertThat(root.getLocalName()).isEqualTo(type.name());
            assertThat(root.getNamespaceURI()).isEqualTo(NAMESPACE);
            Map<String, String> fields = fields(root);
            assertThat(fields)
                    .containsKeys(type.required().toArray(String[]::new))
                    .containsAllEntriesOf(type.values());
            Set<String> known = new TreeSet<>(type.required());
            known.addAll(type.documented());
            assertThat(known).containsAll(fields.keySet());
            assertThat(fields.values()).noneMatch(String::isBlank);
        });
    }

    @Test
    void metadataWhenListedThenNothingElseIsThere() throws Exception {
        List<String> folders = types().map(Type::folder).toList();
        try (Stream<Path> actual = Files.list(METADATA)) {
            assertThat(actual.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    @Test
    void permissionSetWhenAssignedThenApiIsEnabled() throws Exception {
        Element root = parse(METADATA.resolve("permissionsets/" + APP + ".permissionset-meta.xml"));
        NodeList names = root.getElementsByTagNameNS(NAMESPACE, "name");

        assertThat(names.getLength()).isEqualTo(1);
        assertThat(names.item(0).getTextContent()).isEqualTo("ApiEnabled");
        assertThat(names.item(0).getParentNode().getTextContent()).contains("true");
    }

    @Test
    void metadataWhenCommittedThenHoldsNoCredentials() throws Exception {
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("consumerSecret>", "consumerKey>", "3MVG9", "certificate>")
                    .doesNotContainPattern("\\b[0-9A-F]{64}\\b");
        }
    }

    @Test
    void replacementsWhenDeclaredThenEachIsUsedOnceAndDocumented() throws Exception {
        String readme = Files.readString(PROJECT.resolve("README.md"));
        for (JsonNode replacement : project().path("replacements")) {
            Path file = PROJECT.resolve(replacement.path("filename").asText());
            String placeholder = replacement.path("stringToReplace").asText();
            assertThat(placeholder).matches(PLACEHOLDER);
            assertThat(Files.readString(file)).containsOnlyOnce(">" + placeholder + "<");
            assertThat(readme).contains("`" + replacement.path("replaceWithEnv").asText() + "`");
            assertThat(replacement.path("allowUnsetEnvVariable").asBoolean()).isFalse();
        }
    }

    @Test
    void placeholdersWhenUsedThenEachIsDeclared() throws Exception {
        List<String> declared = new ArrayList<>();
        project()
                .path("replacements")
                .forEach(
                        replacement -> declared.add(replacement.path("filename").asText() + " "
                                + replacement.path("stringToReplace").asText()));
        List<String> used = new ArrayList<>();
        for (Path file : files()) {
            PLACEHOLDER
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(placeholder ->
                            used.add(PROJECT.relativize(file).toString().replace('\\', '/') + " " + placeholder));
        }

        assertThat(used).hasSize(3).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void projectWhenReadThenDeploysTheFolderAtAVersionThatHasAllFields() throws Exception {
        assertThat(project().path("packageDirectories").path(0).path("path").asText())
                .isEqualTo("force-app");
        // isNamedUserJwtEnabled is the youngest field
        assertThat(project().path("sourceApiVersion").asDouble()).isGreaterThanOrEqualTo(61.0);
    }

    private static JsonNode project() throws IOException {
        return new ObjectMapper().readTree(PROJECT.resolve("sfdx-project.json").toFile());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(METADATA)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Element parse(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    }

    private static Map<String, String> fields(Element root) {
        Map<String, String> fields = new TreeMap<>();
        NodeList children = root.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element field) {
                fields.put(field.getLocalName(), field.getTextContent().strip());
            }
        }
        return fields;
    }
}
