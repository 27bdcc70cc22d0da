package org.camelforce.salesforcecc.karaf.config;

import java.util.List;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of one configuration as they are now. One object for all components that the configuration yields, and
 * equal to no other, so that components of one context share their login whichever pair they have started with.
 */
final class ConfiguredCredentials implements CredentialsSource {

    private final @Nullable String loginUrl;
    private volatile List<ClientCredentials> pairs;

    ConfiguredCredentials(@Nullable String loginUrl, List<ClientCredentials> pairs) {
        this.loginUrl = loginUrl;
        this.pairs = pairs;
    }

    void replace(List<ClientCredentials> now) {
        pairs = now;
    }

    @Override
    public List<ClientCredentials> candidates() {
        return pairs;
    }

    @Override
    public @Nullable String loginUrl() {
        return loginUrl;
    }

    @Override
    public Object version() {
        return pairs;
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "ConfiguredCredentials" + pairs;
    }
}
