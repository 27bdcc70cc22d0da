package org.camelforce.salesforcecc.internal.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/** Tokens and login failures. */
public final class Tokens {

    /** The org of all tokens here. */
    public static final String ORG = "00D000000000001AAA";

    private static final URI INSTANCE = URI.create("https://acme.my.salesforce.com");

    private Tokens() {}

    /** A token of the org's integration user. */
    public static AccessToken token(String value) {
        return token(value, ORG, "005000000000001AAA");
    }

    /** A token of any org and user. */
    public static AccessToken token(String value, String org, String user) {
        return AccessToken.of(value, INSTANCE)
                .withIdentityUrl(URI.create("https://login.salesforce.com/id/" + org + "/" + user));
    }

    /** A token in use, whose expiry is unknown. */
    public static TokenEntry entry(String value) {
        return new TokenEntry(token(value), "current", Instant.EPOCH, Expiry.UNKNOWN);
    }

    /** A denial. */
    public static LoginDeniedException rejected() {
        return new LoginDeniedException(DenialReason.WRONG_CLIENT_SECRET, "Salesforce denied the login", 400);
    }

    /** A passing failure. */
    public static LoginUnavailableException unavailable() {
        return unavailable(Reason.UNREACHABLE, null);
    }

    /** A passing failure for which Salesforce may have named a time. */
    public static LoginUnavailableException unavailable(Reason reason, @Nullable Duration retryAfter) {
        return new LoginUnavailableException(reason, "no answer", 0, retryAfter, null);
    }
}
