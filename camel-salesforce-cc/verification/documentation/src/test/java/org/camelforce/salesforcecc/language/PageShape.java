package org.camelforce.salesforcecc.language;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.guide.Markdown;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Finds headings with capital letters that are no names, and paragraphs that are no sentences. */
final class PageShape {

    private static final Pattern NAMES = Pattern.compile(
            "\\b(Camel( CLI| K| Main)?|Connected App|External Client App|Gradle|Java"
                    + "|Kamelets?|Karaf|Kubernetes|Netty|Pub/Sub API|Quarkus|Run As|Salesforce|Spring Boot|Streaming API)\\b");
    private static final Pattern CAPITAL = Pattern.compile("(?<=\\w[\\w,)]? )\\p{Lu}\\p{Ll}");

    private PageShape() {}

    static List<Finding> of(String source, String page) {
        return Markdown.of(page).nodes().stream()
                .map(node -> finding(source, node))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(String source, Node node) {
        String text = Markdown.text(node);
        if (node instanceof Heading
                && CAPITAL.matcher(NAMES.matcher(text).replaceAll("name")).find()) {
            return Optional.of(
                    finding(source, node, "HEADING_CASE", "Only the first word and names have capital letters."));
        }
        if (node instanceof Paragraph
                && node.getParent() instanceof Document
                && node.getFirstChild() instanceof Text
                && Character.isLowerCase(text.charAt(0))) {
            return Optional.of(finding(source, node, "PARAGRAPH_START", "Write a sentence of its own after code."));
        }
        return Optional.empty();
    }

    private static Finding finding(String source, Node node, String rule, String advice) {
        String text = Markdown.text(node);
        return new Finding(source + ":" + Markdown.line(node), rule, text, text, advice);
    }
}
