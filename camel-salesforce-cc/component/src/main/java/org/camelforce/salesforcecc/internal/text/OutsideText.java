package org.camelforce.salesforcecc.internal.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text that a server or a proxy has written fit for a log line, a message or a health detail: one line, without
 * characters that change how a terminal shows it, without tokens, and not longer than needed. Takes time in proportion
 * to the text's length, whatever is in it.
 */
public final class OutsideText {

    private static final int MAX_SHOWN = 500;

    /** What is looked at for a text of {@link #MAX_SHOWN}; the rest cannot be shown. */
    private static final int MAX_RAW = 4_096;

    /** What stands in the place of what must not be shown. */
    public static final String HIDDEN = "[hidden]";

    /** Salesforce's own: an org id and, behind an exclamation mark, characters of base 64; also as part of a form. */
    private static final Pattern SESSION_ID =
            Pattern.compile("00D[0-9A-Za-z]{12,15}(?:!|%(?:25){0,3}21)[0-9A-Za-z._+/=%-]*");

    /** The beginning of a JSON object in base 64, which is how a JWT begins. */
    private static final Pattern JWT = Pattern.compile("eyJ[0-9A-Za-z_-]{8,}(?:\\.[0-9A-Za-z_-]*){0,4}");

    private static final Pattern REFRESH_TOKEN = Pattern.compile("5Aep[0-9A-Za-z._]{16,}");

    /** Of an Authorization header; a word is none. */
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(Bearer|Basic) {1,3}(?=[a-z]{0,64}[^a-z\\s])[0-9a-z._+/=!%~-]{12,}");

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)\\b(access_token|refresh_token|id_token|client_secret|client_assertion|assertion)"
                    + "([\"']? {0,3}[=:] {0,3}[\"']?)[^\\s\"'&,;<>{}\\[\\]]+");

    private OutsideText() {}

    /**
     * @param text what somebody else has said, or null
     * @return at most 500 characters of it in one line, without tokens
     */
    public static String said(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return cut(oneLine(text.length() > MAX_RAW ? text.substring(0, MAX_RAW) : text), MAX_SHOWN);
    }

    /**
     * @param text a text of ours in which somebody else's words stand
     * @return all of it in one line, without tokens
     */
    public static String oneLine(String text) {
        return withoutTokens(withoutControls(text));
    }

    /**
     * To be called before the text is shortened, so that no part of the secret is left.
     *
     * @param text any text
     * @param secret a token or secret in use, whatever it looks like; null or empty if there is none
     * @return the same without that secret
     */
    public static String without(String text, @Nullable String secret) {
        return secret == null || secret.isEmpty() ? text : text.replace(secret, HIDDEN);
    }

    /**
     * @param text any text
     * @return the same without access tokens, refresh tokens, JWTs and the values of parameters that hold such
     */
    public static String withoutTokens(String text) {
        String shown = SESSION_ID.matcher(text).replaceAll(HIDDEN);
        shown = JWT.matcher(shown).replaceAll(HIDDEN);
        shown = REFRESH_TOKEN.matcher(shown).replaceAll(HIDDEN);
        shown = SCHEME.matcher(shown).replaceAll("$1 " + HIDDEN);
        return PARAMETER.matcher(shown).replaceAll("$1$2" + HIDDEN);
    }

    /**
     * @param page what may be HTML
     * @param max the most characters to show
     * @return what a browser would show of it, in one line
     */
    public static String ofPage(String page, int max) {
        return cut(oneLine(PageText.of(page, MAX_RAW)), max);
    }

    /**
     * @param text any text
     * @param max the most characters to keep
     * @return the text, or its beginning and three dots
     */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + "...";
    }

    /**
     * @param text any text
     * @param max the most characters to keep
     * @return the text, or its beginning up to the end of a word and three dots: a token in it is whole or not there
     */
    public static String cutAtWord(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max;
        while (end > 0 && !isBetweenWords(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "...";
    }

    private static boolean isBetweenWords(char character) {
        return Character.isWhitespace(character) || "\"'<>,;{}[]()".indexOf(character) >= 0;
    }

    private static String withoutControls(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (Character.getType(character)) {
                case Character.SPACE_SEPARATOR -> line.append(' ');
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                    if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                        line.append(' ');
                    }
                }
                // among them those that turn the direction of writing, or are not seen
                case Character.FORMAT -> {}
                case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> line.append('?');
                default -> line.appendCodePoint(character);
            }
        });
        return line.toString().stripTrailing();
    }
}
