package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A new profile has to be worth that everybody learns its name. */
class ProfilesTest {

    private final XPath xpath = XPathFactory.newInstance().newXPath();

    @Test
    void profilesWhenAllPomsAreReadThenAtMostEight() throws Exception {
        assertThat(profiles(Project.ROOT))
                .containsExactly(
                        "docs", "doctor", "everything", "javac-21", "load-tests", "mutation", "nightly", "quickstart");
    }

    private Set<String> profiles(Path folder) throws Exception {
        Document pom;
        try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
            pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Set<String> ids = new TreeSet<>();
        NodeList profiles = (NodeList) xpath.evaluate("/project/profiles/profile/id", pom, XPathConstants.NODESET);
        for (int i = 0; i < profiles.getLength(); i++) {
            ids.add(profiles.item(i).getTextContent());
        }
        NodeList modules = (NodeList) xpath.evaluate("//module", pom, XPathConstants.NODESET);
        for (int i = 0; i < modules.getLength(); i++) {
            ids.addAll(profiles(folder.resolve(modules.item(i).getTextContent())));
        }
        return ids;
    }
}
