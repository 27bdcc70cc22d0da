package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * The address that logins go to: the org's My Domain. The client credentials flow works nowhere else (Salesforce
 * answers {@code request not supported on this domain}), so the addresses on which it cannot work are refused before
 * any network call.
 *
 * @param value scheme and authority, without path
 */
public record LoginUrl(URI value) {

    private static final String MY_DOMAIN_FORM = "https://<my domain>.my.salesforce.com";
    private static final String WHERE_TO_LOOK = " (Setup > My Domain, field Current My Domain URL).";

    /**
     * Reads the option {@code loginUrl}.
     *
     * @param text what the user configured, or null
     * @param trusted where a secret may be sent
     * @return the login URL
     * @throws IllegalArgumentException if it cannot work; the message names the option and the form to use
     */
    public static LoginUrl parse(@Nullable String text, TrustedHosts trusted) {
        if (text == null || text.isBlank()) {
            throw unusable("is missing. Set it to the org's My Domain, " + MY_DOMAIN_FORM + WHERE_TO_LOOK);
        }
        URI url = syntax(text.trim());
        String host = TrustedHosts.hostOf(url);
        if (host.equals("login.salesforce.com") || host.equals("test.salesforce.com")) {
            throw unusable("is " + host + ", where the client credentials flow does not work. Use the org's My Domain, "
                    + MY_DOMAIN_FORM + ", for a sandbox https://<my domain>--<sandbox>.sandbox.my.salesforce.com"
                    + WHERE_TO_LOOK);
        }
        Optional<OtherAddress> other = trusted.isAllowed(host) ? Optional.empty() : OtherAddress.of(host);
        if (other.isPresent()) {
            String myDomain = other.get().myDomainOf(host);
            throw unusable("is " + host + ", " + other.get().what()
                    + ", where the client credentials flow does not work. Use "
                    + (myDomain.isEmpty() ? "the org's My Domain, " + MY_DOMAIN_FORM : myDomain) + WHERE_TO_LOOK);
        }
        requireNoPath(url);
        if ("http".equalsIgnoreCase(url.getScheme()) && !TrustedHosts.isLoopback(host)) {
            throw unusable("starts with http, which would send the consumer secret unprotected. Use https://" + host
                    + "; plain http is for loopback addresses only.");
        }
        if (!trusted.trusts(url)) {
            throw unusable("is at " + host + ", which is not a Salesforce host. Use the org's My Domain, "
                    + MY_DOMAIN_FORM + WHERE_TO_LOOK
                    + " If you reach the org through your own host, name it in option allowedHosts.");
        }
        return new LoginUrl(origin(url));
    }

    /**
     * @param path an absolute path
     * @return this URL with that path
     */
    public URI resolve(String path) {
        return value.resolve(path);
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static URI syntax(String text) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            throw unusable("is not a URL: " + e.getReason() + ". Use the form " + MY_DOMAIN_FORM + ".");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null) {
            throw unusable("has no scheme and host. Use the form " + MY_DOMAIN_FORM + ".");
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw unusable(
                    "must not carry user information, a query or a fragment. Use the form " + MY_DOMAIN_FORM + ".");
        }
        return url;
    }

    private static void requireNoPath(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        if (!path.isEmpty() && !path.equals("/")) {
            throw unusable("must not have a path, but ends with " + OutsideText.said(path) + ". Use the form "
                    + MY_DOMAIN_FORM + ".");
        }
    }

    private static URI origin(URI url) {
        return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getAuthority());
    }

    private static IllegalArgumentException unusable(String why) {
        return new IllegalArgumentException("Option loginUrl " + why);
    }
}
