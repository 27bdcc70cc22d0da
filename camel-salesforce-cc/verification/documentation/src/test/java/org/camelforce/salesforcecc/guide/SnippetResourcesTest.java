package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Dependencies and properties that the guide shows exist. */
class SnippetResourcesTest {

    private static final Path SNIPPETS = Path.of("src/test/resources/snippets");
    private static final Path PROJECTS =
            Project.ROOT.resolve("camel-salesforce-cc/verification/integration-tests/src/it");
    private static final Pattern COORDINATES = Pattern.compile("['\"][\\w.]+:([\\w-]+):([\\w.-]+)['\"]");
    private static final String PREFIX = "camel.component.salesforce-cc.";

    @ParameterizedTest
    @MethodSource
    void dependencyWhenShownThenTheBuildHasItInThatVersion(String artifact, String version) throws Exception {
        if (artifact.startsWith("camel-salesforce-cc")) {
            assertThat(version).isEqualTo(text(build(), "version"));
            assertThat(modules()).contains(artifact);
        } else {
            String property =
                    switch (artifact) {
                        case "junit-jupiter" -> "junit.version";
                        case "assertj-core" -> "assertj.version";
                        case "awaitility" -> "awaitility.version";
                        default -> "camel.version";
                    };
            assertThat(version).isEqualTo(text(build(), property));
        }
    }

    static Stream<Arguments> dependencyWhenShownThenTheBuildHasItInThatVersion() throws Exception {
        NodeList dependencies = pom(SNIPPETS.resolve("pom.xml")).getElementsByTagName("dependency");
        return IntStream.range(0, dependencies.getLength())
                .mapToObj(number -> (Element) dependencies.item(number))
                .map(dependency -> Arguments.of(text(dependency, "artifactId"), text(dependency, "version")));
    }

    @Test
    void pomOfFirstRouteWhenShownThenHasTheVersionsOfTheBuild() throws Exception {
        Element root = build();
        Element first = pom(PROJECTS.resolve("first-route/pom.xml")).getDocumentElement();

        assertThat(text(first, "camel.version")).isEqualTo(text(root, "camel.version"));
        assertThat(versions(first, "dependency"))
                .containsEntry("camel-salesforce-cc", text(root, "version"))
                .containsEntry("slf4j-simple", text(root, "slf4j.version"));
        assertThat(versions(root, "plugin")).containsAllEntriesOf(versions(first, "plugin"));
    }

    @ParameterizedTest
    @CsvSource({
        "first-route-spring-boot-3, camel-salesforce-cc-starter, spring-boot.version",
        "first-route-spring-boot-4, camel-salesforce-cc-spring-boot-4-starter, spring-boot-4.version"
    })
    void pomForSpringBootWhenShownThenHasTheVersionsOfTheBuild(String project, String starter, String springBoot)
            throws Exception {
        Element root = build();
        Element pom = pom(PROJECTS.resolve(project).resolve("pom.xml")).getDocumentElement();

        assertThat(versions(pom, "parent")).containsEntry("spring-boot-starter-parent", text(root, springBoot));
        assertThat(versions(pom, "dependency")).containsEntry(starter, text(root, "version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster", "https", "karaf", "quickstart", "yaml"})
    void pomOfExampleWhenItNamesVersionsThenThoseOfTheBuild(String example) throws Exception {
        Element root = build();
        Element pom = pom(Project.ROOT.resolve("examples").resolve(example).resolve("pom.xml"))
                .getDocumentElement();

        assertThat(text(pom, "camel-salesforce-cc.version")).isEqualTo(text(root, "version"));
        assertThat(properties(pom))
                .filteredOn(property -> property.endsWith(".version") && !property.startsWith("camel-salesforce-cc"))
                .isNotEmpty()
                .allSatisfy(property -> assertThat(text(pom, property)).isEqualTo(text(root, property)));
        assertThat(versions(pom, "plugin")).isNotEmpty().allSatisfy((plugin, version) -> assertThat(version)
                .as(plugin)
                .isIn(
                        versions(root, "plugin").get(plugin),
                        resolved(versions(root, "plugin").get(plugin), root)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "quickstart"})
    void pomOfExampleWhenItsCommandEndsThenMavenWaitsForNoThread(String example) throws Exception {
        Element pom = pom(Project.ROOT.resolve("examples").resolve(example).resolve("pom.xml"))
                .getDocumentElement();

        assertThat(text(pom, "cleanupDaemonThreads")).isEqualTo("false");
    }

    @Test
    void pomOfSpringBootExampleWhenItNamesVersionsThenThoseOfTheBuild() throws Exception {
        Element root = build();
        Element pom = pom(Project.ROOT.resolve("examples/spring-boot/pom.xml")).getDocumentElement();

        assertThat(text(pom, "camel-salesforce-cc.version")).isEqualTo(text(root, "version"));
        assertThat(text(pom, "camel.version")).isEqualTo(text(root, "spring-boot-4.camel.version"));
        assertThat(text(pom, "spring-boot.version")).isEqualTo(text(root, "spring-boot-4.version"));
        assertThat(versions(pom, "dependency"))
                .containsEntry("camel-salesforce", text(root, "spring-boot-4.camel-salesforce.version"));
    }

    @Test
    void pluginForDtosWhenShownThenItLogsInWithKeyAndSecretAlone() throws Exception {
        Document plugin = pom(Path.of("src/test/resources/migrations/dto-plugin.xml"));

        assertThat(plugin.getElementsByTagName("clientSecret").getLength()).isOne();
        assertThat(plugin.getElementsByTagName("userName").getLength()).isZero();
        assertThat(plugin.getElementsByTagName("password").getLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"build.gradle", "build.gradle.kts"})
    void gradleWhenShownThenTheBuildHasTheArtifactsInThoseVersions(String file) throws Exception {
        List<MatchResult> artifacts = COORDINATES
                .matcher(Files.readString(SNIPPETS.resolve(file)))
                .results()
                .toList();

        assertThat(artifacts).hasSize(3);
        for (MatchResult artifact : artifacts) {
            if (artifact.group(1).equals("camel-bom")) {
                assertThat(artifact.group(2)).isEqualTo(text(build(), "camel.version"));
            } else {
                dependencyWhenShownThenTheBuildHasItInThatVersion(artifact.group(1), artifact.group(2));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotation.properties",
                "spring-boot.properties",
                "migration.properties",
                "replay-store.properties"
            })
    void propertiesWhenShownThenTheyAreOptions(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(SNIPPETS.resolve(file))) {
            properties.load(in);
        }
        String options = Project.page("options.md");

        assertThat(properties.stringPropertyNames())
                .filteredOn(name -> name.startsWith(PREFIX))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(options)
                        .contains("`" + StringHelper.dashToCamelCase(name.substring(PREFIX.length())) + "`"));
    }

    /** Versions are in what the modules inherit. */
    private static Element build() throws Exception {
        return pom(Project.ROOT.resolve("camel-salesforce-cc/parent/pom.xml")).getDocumentElement();
    }

    private static List<String> modules() throws IOException {
        // not by Files.walk, which fails when the build of another module deletes something in its folder target
        return new Repository(Project.ROOT.resolve("camel-salesforce-cc"))
                .files("pom.xml").stream()
                        .filter(file -> !file.toString().matches(".*/(verification|resources)/.*"))
                        .map(SnippetResourcesTest::artifact)
                        .toList();
    }

    private static String artifact(Path file) {
        try {
            NodeList ids = pom(file).getElementsByTagName("artifactId");
            return ids.item(1).getTextContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> properties(Element pom) {
        NodeList properties = pom.getElementsByTagName("properties").item(0).getChildNodes();
        return IntStream.range(0, properties.getLength())
                .mapToObj(properties::item)
                .filter(Element.class::isInstance)
                .map(Node::getNodeName)
                .toList();
    }

    /** What a version such as {@code ${bnd.version}} stands for. */
    private static String resolved(String version, Element pom) {
        return version.startsWith("${") ? text(pom, version.substring(2, version.length() - 1)) : version;
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    /** By artifact, where there is a version. */
    private static Map<String, String> versions(Element pom, String kind) {
        NodeList elements = pom.getElementsByTagName(kind);
        Map<String, String> versions = new HashMap<>();
        for (int number = 0; number < elements.getLength(); number++) {
            Element element = (Element) elements.item(number);
            if (element.getElementsByTagName("version").getLength() > 0) {
                versions.putIfAbsent(text(element, "artifactId"), text(element, "version"));
            }
        }
        return versions;
    }

    private static Document pom(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
