package org.camelforce.salesforcecc.guide;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The links of a Markdown file that lead to files of the repository.
 *
 * @param file the Markdown file
 */
public record Links(Path file) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\">");

    /**
     * @return those that lead nowhere
     * @throws IOException if a file cannot be read
     */
    public List<String> broken() throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK.matcher(CODE.matcher(withoutFences(file)).replaceAll(""));
        while (links.find()) {
            String link = links.group(1);
            if (!ELSEWHERE.matcher(link).matches() && !leadsSomewhere(link)) {
                broken.add(link);
            }
        }
        return broken;
    }

    private boolean leadsSomewhere(String link) throws IOException {
        int hash = link.indexOf('#');
        String path = URLDecoder.decode(hash < 0 ? link : link.substring(0, hash), StandardCharsets.UTF_8);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    private static List<String> anchors(Path target) throws IOException {
        Path page = Files.isDirectory(target) ? target.resolve("README.md") : target;
        String text = withoutFences(page);
        return Stream.concat(
                        HEADING.matcher(text).results().map(heading -> anchor(heading.group(1))),
                        ANCHOR.matcher(text).results().map(anchor -> anchor.group(1)))
                .toList();
    }

    /** As GitHub makes it of a heading: words in lower case, with dashes for spaces. */
    private static String anchor(String heading) {
        return heading.strip()
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static String withoutFences(Path page) throws IOException {
        return FENCED.matcher(Files.readString(page)).replaceAll("");
    }
}
