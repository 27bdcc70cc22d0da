package org.camelforce.salesforcecc.internal.oauth;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.internal.text.RetryAfter;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the token endpoint that is no token means. Decided by {@code error} and {@code error_description}:
 * the status is 400 for practically everything, bad credentials and passing faults alike.
 */
final class LoginErrorMapper {

    private static final Duration RATE_WINDOW = Duration.ofHours(1);
    private static final int EXCERPT = 100;

    private static final Map<String, DenialReason> BY_ERROR = Map.ofEntries(
            Map.entry("invalid_client_id", DenialReason.UNKNOWN_CLIENT_ID),
            Map.entry("invalid_client", DenialReason.WRONG_CLIENT_SECRET),
            Map.entry("unsupported_grant_type", DenialReason.FLOW_NOT_ENABLED),
            Map.entry("unauthorized_client", DenialReason.FLOW_NOT_ENABLED),
            Map.entry("invalid_request", DenialReason.INVALID_REQUEST),
            Map.entry("invalid_scope", DenialReason.NO_USABLE_SCOPE),
            Map.entry("inactive_user", DenialReason.INACTIVE_USER),
            Map.entry("inactive_org", DenialReason.INACTIVE_ORG),
            Map.entry("invalid_app_access", DenialReason.APP_NOT_APPROVED),
            Map.entry("app_not_found", DenialReason.APP_NOT_INSTALLED),
            Map.entry("oauth_ec_app_not_found", DenialReason.APP_NOT_INSTALLED),
            Map.entry("oauth_app_blocked", DenialReason.APP_BLOCKED),
            Map.entry("oauth_app_access_denied", DenialReason.APP_BLOCKED));

    /** Texts of {@code invalid_grant}, which covers many causes; no description contains two of them. */
    private static final Map<String, DenialReason> BY_DESCRIPTION = Map.ofEntries(
            Map.entry("no client credentials user enabled", DenialReason.NO_RUN_AS_USER),
            Map.entry("request not supported on this domain", DenialReason.WRONG_DOMAIN),
            Map.entry("no valid scopes defined", DenialReason.NO_USABLE_SCOPE),
            Map.entry("client credentials flow", DenialReason.FLOW_NOT_ENABLED),
            Map.entry("ip restricted", DenialReason.IP_RESTRICTED),
            Map.entry("inactive user", DenialReason.INACTIVE_USER),
            Map.entry("inactive org", DenialReason.INACTIVE_ORG),
            Map.entry("not admin approved", DenialReason.APP_NOT_APPROVED),
            Map.entry("user hasn't approved this consumer", DenialReason.APP_NOT_APPROVED),
            Map.entry("authentication failure", DenialReason.AUTHENTICATION_FAILURE));

    private LoginErrorMapper() {}

    static LoginException of(String error, SalesforceAnswer response, Redaction redaction, LoginUrl loginUrl) {
        String description = response.oauthErrorDescription();
        String code = error.toLowerCase(Locale.ROOT);
        String text = description.toLowerCase(Locale.ROOT);
        String said = "at " + loginUrl + ": "
                + OutsideText.said(redaction.in(error + (description.isEmpty() ? "" : " (" + description + ")")));
        if (code.equals("rate_limit_exceeded") || text.contains("login rate exceeded")) {
            return new LoginUnavailableException(
                    Reason.RATE_EXCEEDED,
                    "Salesforce denied the login for about an hour " + said
                            + ". The Run As user had more than 3,600 logins in an hour; look for the source in Setup > Login"
                            + " History",
                    response.status(),
                    RATE_WINDOW,
                    null);
        }
        if (isTransient(code, text)) {
            return new LoginUnavailableException(
                    Reason.TRANSIENT_FAULT,
                    "Salesforce could not process the login " + said,
                    response.status(),
                    RetryAfter.in(response.header("Retry-After")).orElse(null),
                    null);
        }
        return new LoginDeniedException(reason(code, text), "Salesforce denied the login " + said, response.status());
    }

    static LoginException ofUnreadable(SalesforceAnswer response, Redaction redaction, LoginUrl loginUrl) {
        String target = redirectHost(response.header("Location"));
        if (response.status() >= 300 && response.status() < 400 && target != null) {
            return new LoginDeniedException(
                    DenialReason.WRONG_DOMAIN,
                    "Salesforce sent the login at " + loginUrl + " on to " + target
                            + ", and credentials do not follow redirects",
                    response.status());
        }
        if (response.status() == HttpStatus.UNAUTHORIZED_401) {
            // RFC 6749, section 5.2: the status of invalid_client
            return new LoginDeniedException(
                    DenialReason.WRONG_CLIENT_SECRET,
                    "Salesforce denied the login at " + loginUrl + " with status 401",
                    response.status());
        }
        return new LoginUnavailableException(
                response.status() == 429 ? Reason.RATE_EXCEEDED : Reason.UNREADABLE_ANSWER,
                "Salesforce answered the login at " + loginUrl + " with status " + response.status() + " and "
                        + excerpt(redaction.in(response.body())) + " instead of a token response",
                response.status(),
                RetryAfter.in(response.header("Retry-After")).orElse(null),
                null);
    }

    private static boolean isTransient(String code, String text) {
        return code.equals("unknown_error")
                || code.equals("server_error")
                || code.equals("temporarily_unavailable")
                || text.contains("token request is already being processed");
    }

    private static DenialReason reason(String code, String text) {
        DenialReason byError = BY_ERROR.get(code);
        if (byError != null) {
            return byError;
        }
        return BY_DESCRIPTION.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(DenialReason.OTHER);
    }

    private static @Nullable String redirectHost(@Nullable String location) {
        try {
            return location == null ? null : URI.create(location).getHost();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Only the number form: Salesforce is not known to send dates. */
    /** Says what the body was; one that looks like JSON may hold a token and is not shown. */
    private static String excerpt(String body) {
        if (body.isBlank()) {
            return "an empty body";
        }
        String start = body.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return "a JSON body";
        }
        return "the text \"" + OutsideText.ofPage(start, EXCERPT) + "\"";
    }
}
