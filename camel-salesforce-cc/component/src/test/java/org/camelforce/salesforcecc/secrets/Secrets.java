package org.camelforce.salesforcecc.secrets;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognizes what must not be readable anywhere: opaque tokens, also as part of a form, JWTs, refresh tokens, and the
 * simulator's consumer secrets.
 */
public final class Secrets {

    private static final int CONSUMER_SECRET_LENGTH = 64;
    private static final Pattern CONSUMER_SECRET = Pattern.compile("\\b[0-9A-F]{64}\\b");
    private static final Map<String, Pattern> BY_BEGINNING = Map.of(
            "00D", Pattern.compile("00D[0-9A-Za-z]{12,15}(?:!|%(?:25)*21)[0-9A-Za-z._]{8,}"),
            "eyJ", Pattern.compile("\\beyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]*"),
            "5Aep", Pattern.compile("\\b5Aep[0-9A-Za-z._]{16,}"));

    private Secrets() {}

    public static Optional<String> in(String text) {
        return forms(text)
                .map(form -> form.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** Those of which the text has a sign, because every message of every logger is looked at. */
    private static Stream<Pattern> forms(String text) {
        return Stream.concat(
                BY_BEGINNING.entrySet().stream()
                        .filter(form -> text.contains(form.getKey()))
                        .map(Map.Entry::getValue),
                Stream.of(CONSUMER_SECRET).filter(form -> hasLongHexNumber(text)));
    }

    /** Looks at every 64th character only, as long as none is a digit. */
    private static boolean hasLongHexNumber(String text) {
        int last = CONSUMER_SECRET_LENGTH - 1;
        while (last < text.length()) {
            int first = last;
            while (first > last - CONSUMER_SECRET_LENGTH && isHexDigit(text.charAt(first))) {
                first--;
            }
            if (first == last - CONSUMER_SECRET_LENGTH) {
                return true;
            }
            last = first + CONSUMER_SECRET_LENGTH;
        }
        return false;
    }

    private static boolean isHexDigit(char character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'F';
    }
}
