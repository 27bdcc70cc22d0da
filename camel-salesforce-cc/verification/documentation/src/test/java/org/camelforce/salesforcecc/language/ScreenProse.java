package org.camelforce.salesforcecc.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a page in HTML and its scripts show. */
final class ScreenProse {

    private static final Pattern INLINE_CODE =
            Pattern.compile("<code[^>]*>[^<]*</code>|<(input|meter)[^>]*>(</meter>)?");
    private static final Pattern HTML = Pattern.compile(">([^<>]*[a-z][^<>]*)<|(?:aria-label|title)=\"([^\"]+)\"");
    private static final Pattern SCRIPT = Pattern.compile("\"([^\"\n]+)\"|`([^`\n]+)`");
    private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]+ (\\S+ )*[a-z]{2,}\\b.*", Pattern.DOTALL);

    private ScreenProse() {}

    static Prose of(String source, String content) {
        String code = source.endsWith(".html")
                ? INLINE_CODE
                        .matcher(content.replaceAll("</?(span|strong|em)[^>]*>", ""))
                        .replaceAll("{}")
                : content;
        Prose.Builder prose = new Prose.Builder(source);
        Matcher text = (source.endsWith(".html") ? HTML : SCRIPT).matcher(code);
        while (text.find()) {
            String words = (text.group(1) == null ? text.group(2) : text.group(1))
                    .replace("&nbsp;", " ")
                    .strip();
            if (SENTENCE.matcher(words).matches()) {
                prose.paragraph()
                        .line(code.substring(0, text.start()).lines().count())
                        .plain(words);
            }
        }
        return prose.build();
    }
}
