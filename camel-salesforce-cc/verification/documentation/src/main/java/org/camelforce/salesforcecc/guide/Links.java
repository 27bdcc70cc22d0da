package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * The links and images of a Markdown file that lead to files of the repository.
 *
 * @param file the Markdown file
 */
public record Links(Path file) {

    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern ANCHOR = Pattern.compile("<[a-z0-9]+ [^>]*(?:id|name)=\"([^\"]+)\"");
    private static final Pattern HTML_LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

    /**
     * @return those that lead nowhere
     * @throws IOException if a file cannot be read
     */
    public List<String> broken() throws IOException {
        List<String> targets = Markdown.of(Files.readString(file)).nodes().stream()
                .flatMap(Links::targets)
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .toList();
        Map<Path, Set<String>> anchors = new HashMap<>();
        for (String target : targets) {
            Path page = page(target);
            if (Files.exists(page)) {
                anchors.put(page, anchors(page));
            }
        }
        return targets.stream()
                .filter(target -> !leadsSomewhere(target, anchors))
                .toList();
    }

    private boolean leadsSomewhere(String target, Map<Path, Set<String>> anchors) {
        Set<String> ofPage = anchors.get(page(target));
        int hash = target.indexOf('#');
        return ofPage != null && (hash < 0 || ofPage.contains(target.substring(hash + 1)));
    }

    private Path page(String target) {
        int hash = target.indexOf('#');
        String path = URLDecoder.decode(hash < 0 ? target : target.substring(0, hash), StandardCharsets.UTF_8);
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    private static Stream<String> targets(Node node) {
        if (node instanceof Link link) {
            return Stream.of(link.getDestination());
        }
        if (node instanceof Image image) {
            return Stream.of(image.getDestination());
        }
        return HTML_LINK.matcher(html(node)).results().map(link -> link.group(1));
    }

    /** As GitHub makes them: a heading that comes again gets a number. */
    private static Set<String> anchors(Path target) throws IOException {
        Path page = Files.isDirectory(target) ? target.resolve("README.md") : target;
        Set<String> anchors = new HashSet<>();
        if (!page.toString().endsWith(".md") || !Files.exists(page)) {
            return anchors;
        }
        Map<String, Integer> seen = new HashMap<>();
        for (Node node : Markdown.of(Files.readString(page)).nodes()) {
            if (node instanceof Heading heading) {
                String anchor = anchor(Markdown.text(heading));
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
            ANCHOR.matcher(html(node)).results().forEach(anchor -> anchors.add(anchor.group(1)));
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String html(Node node) {
        if (node instanceof HtmlBlock block) {
            return block.getLiteral();
        }
        return node instanceof HtmlInline inline ? inline.getLiteral() : "";
    }
}
