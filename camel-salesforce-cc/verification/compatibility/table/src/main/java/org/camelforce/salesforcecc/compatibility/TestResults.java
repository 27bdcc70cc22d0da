package org.camelforce.salesforcecc.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the reports of one run of the tests say.
 *
 * @param versions the Camel that they ran with, as the run names it in system properties
 * @param java the JDK's version
 * @param run how many tests there were, skipped ones excluded
 * @param failed how many of them failed
 * @param skipped how many were not run
 * @param reasons why they were not run
 */
record TestResults(Versions versions, String java, int run, int failed, int skipped, TreeSet<String> reasons) {

    /**
     * The versions in the run.
     *
     * @param camel of Camel
     * @param salesforce of camel-salesforce
     * @param libraries names and versions of the libraries below
     */
    record Versions(String camel, String salesforce, String libraries) {}

    /**
     * @param folders with surefire's reports; the first one names the versions
     * @return their sum
     * @throws IOException if there are none in one of them, or they cannot be read
     */
    static TestResults of(List<Path> folders) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (Path folder : folders) {
            reports.addAll(reports(folder));
        }
        Map<String, String> properties = properties(parsed(reports.get(0)));
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        TreeSet<String> reasons = new TreeSet<>();
        for (Path report : reports) {
            Element suite = parsed(report);
            // the suite's own numbers leave nested classes out
            tests += elements(suite, "testcase").size();
            failed +=
                    elements(suite, "failure").size() + elements(suite, "error").size();
            List<Element> notRun = elements(suite, "skipped");
            skipped += notRun.size();
            notRun.forEach(test -> reasons.add(test.getAttribute("message")));
        }
        return new TestResults(
                new Versions(
                        properties.getOrDefault("compatibility.camel", ""),
                        properties.getOrDefault("compatibility.camel-salesforce", ""),
                        properties.getOrDefault("compatibility.libraries", "")),
                properties.getOrDefault("java.specification.version", ""),
                tests - skipped,
                failed,
                skipped,
                reasons);
    }

    private static List<Path> reports(Path folder) throws IOException {
        List<Path> reports;
        try (Stream<Path> files = Files.list(folder)) {
            reports = files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
        if (reports.isEmpty()) {
            throw new IOException("There are no reports in " + folder);
        }
        return reports;
    }

    private static Map<String, String> properties(Element suite) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : elements(suite, "property")) {
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return properties;
    }

    private static List<Element> elements(Element below, String name) {
        NodeList found = below.getElementsByTagName(name);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> (Element) found.item(i))
                .toList();
    }

    private static Element parsed(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("No report: " + report, e);
        }
    }
}
