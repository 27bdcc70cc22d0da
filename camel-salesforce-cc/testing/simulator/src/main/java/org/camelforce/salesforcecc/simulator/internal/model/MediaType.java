package org.camelforce.salesforcecc.simulator.internal.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a header {@code Content-Type}. */
public final class MediaType {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*+\"?([^\";,\\s]*+)");

    private MediaType() {}

    /**
     * @param contentType the header's value, null if it is absent
     * @return the type without its parameters in lower case; empty without one
     */
    public static String of(@Nullable String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /**
     * @param contentType the header's value, null if it is absent
     * @return the name of the character set, as it was written; empty without one
     */
    public static Optional<String> charset(@Nullable String contentType) {
        Matcher charset = CHARSET.matcher(contentType == null ? "" : contentType);
        return charset.find() ? Optional.of(charset.group(1)) : Optional.empty();
    }
}
