package org.camelforce.salesforcecc.secrets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes what must not be readable anywhere: opaque tokens, also as part of a form, JWTs, refresh tokens, and the
 * simulator's consumer secrets.
 */
public final class Secrets {

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("00D[0-9A-Za-z]{12,15}(?:!|%(?:25)*21)[0-9A-Za-z._]{8,}"),
            Pattern.compile("\\beyJ[0-9A-Za-z_-]{8,}\\.[0-9A-Za-z_-]*"),
            Pattern.compile("\\b5Aep[0-9A-Za-z._]{16,}"),
            Pattern.compile("\\b[0-9A-F]{64}\\b"));

    private Secrets() {}

    public static Optional<String> in(String text) {
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
