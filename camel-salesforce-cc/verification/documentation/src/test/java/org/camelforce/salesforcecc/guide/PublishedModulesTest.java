package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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
        read(Project.ROOT, false);

        assertThat(published.entrySet())
                .filteredOn(Map.Entry::getValue)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "camel-salesforce-cc",
                        "camel-salesforce-cc-tools",
                        "camel-salesforce-cc-kamelets",
                        "camel-salesforce-cc-karaf",
                        "camel-salesforce-cc-parent",
                        "camel-salesforce-cc-simulator",
                        "camel-salesforce-cc-spring-boot",
                        "camel-salesforce-cc-spring-boot-4-starter",
                        "camel-salesforce-cc-starter",
                        "camel-salesforce-cc-test-junit5",
                        "camel-salesforce-cc-shaded");
    }

    private void read(Path folder, boolean skippedByParent) throws Exception {
        Document pom;
        try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
            pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        String own = xpath.evaluate("/project/properties/maven.deploy.skip", pom);
        boolean skipped = own.isEmpty() ? skippedByParent : Boolean.parseBoolean(own);
        published.put(xpath.evaluate("/project/artifactId", pom), !skipped);
        NodeList modules = (NodeList) xpath.evaluate("/project/modules/module", pom, XPathConstants.NODESET);
        for (int i = 0; i < modules.getLength(); i++) {
            read(folder.resolve(modules.item(i).getTextContent()), skipped);
        }
    }
}
