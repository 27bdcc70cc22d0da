package org.camelforce.salesforcecc.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What is written in a module's POM, without what it inherits. */
final class Pom {

    private final Path folder;
    private final Document document;

    /** @param folder the module's */
    Pom(Path folder) {
        this.folder = folder;
        try (var in = Files.newInputStream(folder.resolve("pom.xml"))) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read the POM in " + folder, e);
        }
    }

    /** This one, then those of its modules, in whatever profile, and theirs. */
    Stream<Pom> withModules() {
        return Stream.concat(
                Stream.of(this),
                texts("//module").stream().flatMap(module -> new Pom(folder.resolve(module)).withModules()));
    }

    /** The text of an element; empty if there is none. */
    String text(String path) {
        return texts(path).stream().findFirst().orElse("");
    }

    List<String> texts(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> nodes.item(i).getTextContent())
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
