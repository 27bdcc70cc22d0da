package org.camelforce.salesforcecc.internal.credentials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.jspecify.annotations.Nullable;

/**
 * Named values that make up the pairs of a stored credential. Names are compared without case, dashes and underscores,
 * and may have any prefix that ends with a dot. Salesforce's words ({@code consumerKey}), OAuth's ({@code client_id})
 * and the options' ({@code clientId}, {@code next.clientId}) are understood.
 */
public final class CredentialValues {

    private static final List<String> KEY = List.of("clientid", "consumerkey");
    private static final List<String> SECRET = List.of("clientsecret", "consumersecret");
    private static final List<String> NEXT_KEY = List.of("nextclientid", "nextconsumerkey");
    private static final List<String> NEXT_SECRET = List.of("nextclientsecret", "nextconsumersecret");
    private static final Pattern NEXT = Pattern.compile("(^|\\.)next$");
    private static final List<String> URL = List.of("loginurl", "baseuri");

    private static final Set<String> KNOWN = Stream.of(KEY, SECRET, NEXT_KEY, NEXT_SECRET, URL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> byName = new LinkedHashMap<>();

    public CredentialValues(Map<String, String> values) {
        values.forEach((name, value) -> byName.put(plain(name), value.trim()));
    }

    /**
     * The current pair, and the next one if either half of it is there; its other half is the current one's then.
     *
     * @throws IllegalArgumentException if the current pair is incomplete; the message names what is missing, and
     *     {@code where}
     */
    public List<ClientCredentials> pairs(String where) {
        String key = required(KEY, "consumerKey", where);
        String secret = required(SECRET, "consumerSecret", where);
        List<ClientCredentials> pairs = new ArrayList<>();
        pairs.add(new ClientCredentials(key, secret));
        String nextKey = value(NEXT_KEY);
        String nextSecret = value(NEXT_SECRET);
        if (nextKey != null || nextSecret != null) {
            pairs.add(new ClientCredentials(nextKey == null ? key : nextKey, nextSecret == null ? secret : nextSecret));
        }
        return pairs;
    }

    /** Whether a value of this name is one of those that count. */
    public static boolean isKnown(String name) {
        return KNOWN.contains(plain(name));
    }

    public @Nullable String loginUrl() {
        return value(URL);
    }

    private String required(List<String> names, String shown, String where) {
        String value = value(names);
        if (value == null) {
            throw new IllegalArgumentException(where + " has no value " + shown
                    + ". Take it from Setup > External Client App Manager > your app > Settings > OAuth Settings > Consumer"
                    + " Key and Secret");
        }
        return value;
    }

    private @Nullable String value(List<String> names) {
        return names.stream()
                .map(byName::get)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A part {@code next} before the last dot belongs to the name, as in the component's options. */
    private static String plain(String name) {
        String whole = name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        int dot = whole.lastIndexOf('.');
        String last = whole.substring(dot + 1);
        return dot >= 0 && NEXT.matcher(whole.substring(0, dot)).find() ? "next" + last : last;
    }
}
