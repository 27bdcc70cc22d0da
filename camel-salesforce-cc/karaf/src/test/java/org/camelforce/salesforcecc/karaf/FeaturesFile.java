package org.camelforce.salesforcecc.karaf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** A features file of the module. */
final class FeaturesFile {

    private FeaturesFile() {}

    /** The locations of all bundles that it names. */
    static List<String> bundles(String file) throws Exception {
        NodeList bundles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(System.getProperty("feature.folder"), file).toFile())
                .getElementsByTagName("bundle");
        List<String> locations = new ArrayList<>();
        for (int i = 0; i < bundles.getLength(); i++) {
            locations.add(bundles.item(i).getTextContent().strip());
        }
        return locations;
    }
}
