package org.camelforce.salesforcecc.credentials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.internal.credentials.CredentialValues;
import org.jspecify.annotations.Nullable;

/**
 * The pairs in a component's options {@code clientId}, {@code clientSecret}, {@code next.clientId} and
 * {@code next.clientSecret}, read at every login. Equal to another source whose options had the same values when both
 * were created. Safe for use by several threads.
 */
public final class OptionCredentialsSource implements CredentialsSource {

    private final Supplier<Map<String, String>> options;
    private final BinaryOperator<String> evaluation;
    private final List<ClientCredentials> initial;

    /**
     * @param options yields the options that are set, by name
     * @param evaluation yields what an option of a name and a value stands for at the moment
     * @throws IllegalArgumentException if key or secret is missing; the message names the option
     */
    public OptionCredentialsSource(Supplier<Map<String, String>> options, BinaryOperator<String> evaluation) {
        this.options = Objects.requireNonNull(options, "options");
        this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
        this.initial = candidates();
    }

    @Override
    public List<ClientCredentials> candidates() {
        Map<String, String> set = new LinkedHashMap<>();
        options.get().forEach((name, value) -> set.put(name, evaluation.apply(name, value)));
        require("clientId", "Consumer Key", set);
        require("clientSecret", "Consumer Secret", set);
        return new CredentialValues(set).pairs("The component");
    }

    /** A setter may have been called; placeholders are not evaluated for that. */
    @Override
    public Object version() {
        return options.get().hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OptionCredentialsSource source && source.initial.equals(initial);
    }

    @Override
    public int hashCode() {
        return initial.hashCode();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "OptionCredentialsSource" + initial;
    }

    private static void require(String option, String field, Map<String, String> set) {
        String value = set.get(option);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Option " + option + " is missing. Set it to the " + field
                    + " shown in Setup > External Client App Manager > your app > Settings > OAuth Settings >"
                    + " Consumer Key and Secret.");
        }
    }
}
