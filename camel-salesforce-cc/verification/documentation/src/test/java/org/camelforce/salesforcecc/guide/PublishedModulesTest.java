package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** {@code mvn deploy} publishes what users depend on, and none of the tools, tests and examples. */
class PublishedModulesTest {

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Map<String, Boolean> published = new TreeMap<>();

    @Test
    void modulesWhenDeployedThenThoseForUsersOnly() throws Exception {
        read(Project.ROOT);

        assertThat(published.entrySet())
                .filteredOn(Map.Entry::getValue)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "camel-salesforce-cc",
                        "camel-salesforce-cc-bom",
                        "camel-salesforce-cc-kamelets",
                        "camel-salesforce-cc-karaf",
                        "camel-salesforce-cc-parent",
                        "camel-salesforce-cc-shaded",
                        "camel-salesforce-cc-simulator",
                        "camel-salesforce-cc-spring-boot",
                        "camel-salesforce-cc-spring-boot-4-starter",
                        "camel-salesforce-cc-starter",
                        "camel-salesforce-cc-test-junit5",
                        "camel-salesforce-cc-tools");
    }

    @Test
    void bomWhenAModuleIsPublishedThenHasIt() throws Exception {
        read(Project.ROOT);
        published.values().removeIf(isPublished -> !isPublished);
        published.keySet().removeAll(List.of("camel-salesforce-cc-bom", "camel-salesforce-cc-parent"));

        assertThat(texts(
                        parse(Project.ROOT.resolve("camel-salesforce-cc/bom")),
                        "/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsAll(published.keySet())
                .isSubsetOf(published.keySet());
    }

    @Test
    void bomWhenImportedThenBringsNothingOfAParent() throws Exception {
        assertThat(texts(parse(Project.ROOT.resolve("camel-salesforce-cc/bom")), "/project/parent"))
                .isEmpty();
    }

    private void read(Path folder) throws Exception {
        Document pom = parse(folder);
        String name = xpath.evaluate("/project/artifactId", pom);
        String own = xpath.evaluate("/project/properties/maven.deploy.skip", pom);
        boolean skipped = own.isEmpty()
                ? !published.getOrDefault(xpath.evaluate("/project/parent/artifactId", pom), true)
                : Boolean.parseBoolean(own);
        published.put(name, !skipped);
        for (String module : texts(pom, "//module")) {
            read(folder.resolve(module));
        }
    }

    private static Document parse(Path folder) throws Exception {
        try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private List<String> texts(Document pom, String path) throws Exception {
        NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
