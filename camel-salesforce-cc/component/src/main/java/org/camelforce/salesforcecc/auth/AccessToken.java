package org.camelforce.salesforcecc.auth;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * An access token with what came with it. Immutable. Its text form shows a {@link Fingerprint}, never the token.
 *
 * <p>Salesforce's answer to the client credentials flow carries neither {@code expires_in} nor a refresh token (Connect
 * REST API Developer Guide, "Connect Using OAuth").
 */
public final class AccessToken {

    private static final Pattern IDENTITY_PATH = Pattern.compile("/id/([0-9A-Za-z]{15,18})/([0-9A-Za-z]{15,18})/?$");

    private final String value;
    private final URI instanceUrl;
    private final @Nullable URI identityUrl;
    private final @Nullable Duration lifetime;
    private final @Nullable String scope;
    private final String fingerprint;

    private AccessToken(
            String value,
            URI instanceUrl,
            @Nullable URI identityUrl,
            @Nullable Duration lifetime,
            @Nullable String scope) {
        this.value = Objects.requireNonNull(value, "value");
        this.instanceUrl = withoutTrailingSlash(Objects.requireNonNull(instanceUrl, "instanceUrl"));
        this.identityUrl = identityUrl;
        this.lifetime = lifetime;
        this.scope = scope;
        this.fingerprint = Fingerprint.of(value);
    }

    /**
     * @param value the token itself
     * @param instanceUrl where the API is called with it, with its scheme; a trailing slash is dropped
     * @return the token, without an identity
     */
    public static AccessToken of(String value, URI instanceUrl) {
        return new AccessToken(value, instanceUrl, null, null, null);
    }

    /**
     * @param url the identity URL of the token response, {@code https://.../id/<org id>/<user id>}
     * @return this token with that identity
     */
    public AccessToken withIdentityUrl(URI url) {
        return new AccessToken(value, instanceUrl, url, lifetime, scope);
    }

    /**
     * @param remaining how long the token is valid from the answer on, as {@code expires_in} says (RFC 6749, section
     *     5.1)
     * @return this token with that lifetime
     */
    public AccessToken withLifetime(Duration remaining) {
        return new AccessToken(value, instanceUrl, identityUrl, remaining, scope);
    }

    /**
     * @param granted the scopes of the token response, separated by blanks
     * @return this token with these scopes
     */
    public AccessToken withScope(String granted) {
        return new AccessToken(value, instanceUrl, identityUrl, lifetime, granted);
    }

    /** @return the token itself; never log it */
    public String value() {
        return value;
    }

    /** @return where the API is called with it, without trailing slash */
    public URI instanceUrl() {
        return instanceUrl;
    }

    /** @return the identity URL, or null if the answer had none */
    public @Nullable URI identityUrl() {
        return identityUrl;
    }

    /** @return the id of the org, or null if it is unknown */
    public @Nullable String orgId() {
        return identityPart(1);
    }

    /** @return the id of the user that the token acts as, or null if it is unknown */
    public @Nullable String userId() {
        return identityPart(2);
    }

    /** @return how long the token is valid from the answer on, or null if the answer did not say */
    public @Nullable Duration lifetime() {
        return lifetime;
    }

    /** @return the scopes granted, separated by blanks, or null if the answer named none */
    public @Nullable String scope() {
        return scope;
    }

    /** @return the first eight hex digits of the token's SHA-256 */
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public String toString() {
        return "AccessToken[fingerprint=" + fingerprint + ", instanceUrl=" + instanceUrl + ", orgId=" + orgId()
                + ", userId=" + userId() + "]";
    }

    private @Nullable String identityPart(int group) {
        if (identityUrl == null || identityUrl.getPath() == null) {
            return null;
        }
        Matcher matcher = IDENTITY_PATH.matcher(identityUrl.getPath());
        return matcher.find() ? matcher.group(group) : null;
    }

    /**
     * @param url an instance URL as Salesforce or a user wrote it
     * @return the same without a trailing slash, ready for paths to be appended
     */
    public static URI withoutTrailingSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
