package org.camelforce.salesforcecc.karaf.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that can come into force. The text form shows no value.
 *
 * @param pid tells it apart
 * @param file where it comes from, for messages
 * @param component the component's name
 * @param options the component's options but for the pair, by name, without regard to case
 * @param pair the options that make up consumer keys and secrets
 * @param credentials what {@code pair} means; empty if credentials come from elsewhere
 */
record Settings(
        String pid,
        String file,
        String component,
        Map<String, String> options,
        Map<String, String> pair,
        List<ClientCredentials> credentials) {

    @Nullable
    String loginUrl() {
        return options.get("loginUrl");
    }

    /** Whether the pair of the one may be sent where the pair of the other is. */
    boolean isForSameLogin(Settings other) {
        return Objects.equals(loginUrl(), other.loginUrl()) && !credentials.isEmpty() && !other.credentials.isEmpty();
    }

    /** The names of the options that another configuration has with another value. */
    Set<String> optionsChangedIn(Settings other) {
        return changed(options, other.options);
    }

    /** The names of the parts of the pair that another configuration has with another value. */
    Set<String> pairChangedIn(Settings other) {
        return changed(pair, other.pair);
    }

    @Override
    public String toString() {
        return "Settings[" + component + " in " + file + "]";
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }
}
