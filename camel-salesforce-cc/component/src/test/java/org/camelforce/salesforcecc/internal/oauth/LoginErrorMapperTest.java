package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginErrorMapperTest {

    private static final LoginUrl LOGIN_URL =
            LoginUrl.parse("https://acme.my.salesforce.com", TrustedHosts.salesforceOnly());
    private static final ClientCredentials CREDENTIALS = new ClientCredentials("3MVG9key", "5EC2E7+5EC2E7/5EC2E7");
    private static final String TOKEN = "00D000000000001AAA!AQEAQJx.7oken_7oken";
    private static final String INSTANCE = "\"instance_url\":\"https://acme.my.salesforce.com\"";
    private static final List<Integer> STATUSES = List.of(400, 401, 200, 500);

    static Stream<Arguments> denials() {
        return withEveryStatus(
                arguments("invalid_client_id", "client identifier invalid", DenialReason.UNKNOWN_CLIENT_ID),
                arguments("invalid_client", "invalid client credentials", DenialReason.WRONG_CLIENT_SECRET),
                arguments("invalid_grant", "no client credentials user enabled", DenialReason.NO_RUN_AS_USER),
                arguments("invalid_grant", "request not supported on this domain", DenialReason.WRONG_DOMAIN),
                arguments("invalid_grant", "no valid scopes defined", DenialReason.NO_USABLE_SCOPE),
                arguments("invalid_grant", "client credentials flow not enabled", DenialReason.FLOW_NOT_ENABLED),
                arguments("unsupported_grant_type", "grant type not supported", DenialReason.FLOW_NOT_ENABLED),
                arguments("invalid_request", "grant type is missing", DenialReason.INVALID_REQUEST),
                arguments("invalid_grant", "ip restricted", DenialReason.IP_RESTRICTED),
                arguments("invalid_grant", "inactive user", DenialReason.INACTIVE_USER),
                arguments("inactive_user", "", DenialReason.INACTIVE_USER),
                arguments("inactive_org", "", DenialReason.INACTIVE_ORG),
                arguments(
                        "invalid_app_access",
                        "user is not admin approved to access this app",
                        DenialReason.APP_NOT_APPROVED),
                arguments("invalid_grant", "user hasn't approved this consumer", DenialReason.APP_NOT_APPROVED),
                arguments("invalid_grant", "authentication failure", DenialReason.AUTHENTICATION_FAILURE),
                arguments(
                        "app_not_found",
                        "External client app is not installed in this org",
                        DenialReason.APP_NOT_INSTALLED),
                arguments("OAUTH_EC_APP_NOT_FOUND", "", DenialReason.APP_NOT_INSTALLED),
                arguments("OAUTH_APP_BLOCKED", "this app is blocked by admin", DenialReason.APP_BLOCKED),
                arguments("OAUTH_APP_ACCESS_DENIED", "", DenialReason.APP_BLOCKED),
                arguments("invalid_grant", "activation secret invalid", DenialReason.OTHER),
                arguments("invalid_grant", "token validity expired", DenialReason.OTHER),
                arguments("invalid_grant", "expired access/refresh token", DenialReason.OTHER));
    }

    @ParameterizedTest
    @MethodSource("denials")
    void ofWhenSalesforceRefusesThenRejectedWithRemedyWhateverTheStatus(
            String error, String description, DenialReason reason, int status) {
        LoginDeniedException failure =
                catchThrowableOfType(LoginDeniedException.class, () -> read(status, denial(error, description)));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getStatusCode()).isEqualTo(status);
        assertThat(failure).hasMessageContaining(error).hasMessageContaining(description);
        assertThat(failure).hasMessageEndingWith(reason.remedy());
    }

    static Stream<Arguments> passingFaults() {
        Duration hour = Duration.ofHours(1);
        return withEveryStatus(
                arguments("invalid_grant", "login rate exceeded", Reason.RATE_EXCEEDED, hour),
                arguments("rate_limit_exceeded", "", Reason.RATE_EXCEEDED, hour),
                arguments("unknown_error", "retry your request", Reason.TRANSIENT_FAULT, null),
                arguments("invalid_grant", "token request is already being processed", Reason.TRANSIENT_FAULT, null));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void ofWhenTheFaultPassesThenUnavailableWhateverTheStatus(
            String error, String description, Reason reason, @Nullable Duration retryAfter, int status) {
        LoginUnavailableException failure =
                catchThrowableOfType(LoginUnavailableException.class, () -> read(status, denial(error, description)));

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.retryAfter()).isEqualTo(Optional.ofNullable(retryAfter));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"access_token\":\"" + TOKEN + "\"",
                "{\"access_token\":\"" + TOKEN + "\"}",
                "{\"access_token\":\"\"," + INSTANCE + "}",
                "{\"access_token\":null," + INSTANCE + "}",
                "{" + INSTANCE + "}",
                "{\"access_token\":\"" + TOKEN + "\",\"instance_url\":\"ht tp://\"}",
                "<html><body>Please log in to continue. " + TOKEN + "</body></html>"
            })
    void ofUnreadableWhenStatus200HasNoTokenThenUnavailableAndNothingShown(String body) {
        LoginUnavailableException failure =
                catchThrowableOfType(LoginUnavailableException.class, () -> read(200, body));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
        assertThat(failure).hasMessageContaining("status 200").hasMessageNotContaining("7oken");
    }

    @Test
    void ofUnreadableWhenMaintenancePageThenItsTextIsShownWithoutMarkup() {
        LoginUnavailableException failure = catchThrowableOfType(
                LoginUnavailableException.class,
                () -> read(503, "<html><style>h1 {color: red}</style><h1>Down for\n maintenance</h1></html>"));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
        assertThat(failure.getStatusCode()).isEqualTo(503);
        assertThat(failure).hasMessageContaining("the text \"Down for maintenance\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<script", "<a "})
    void ofUnreadableWhenThePageIsMadeToBeSlowThenReadInOnePass(String part) {
        String page = part.repeat(2 * 1024 * 1024 / part.length());

        LoginUnavailableException failure = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> catchThrowableOfType(LoginUnavailableException.class, () -> read(503, page)));

        assertThat(failure.getMessage()).hasSizeLessThan(400);
    }

    @Test
    void ofWhenDescriptionHasLinesAndIsLongThenOneShortLine() {
        LoginDeniedException failure = catchThrowableOfType(
                LoginDeniedException.class,
                () -> read(400, denial("invalid_grant", "x\\r\\n2026-11-01 INFO forged" + "y".repeat(60_000))));

        assertThat(failure.getMessage())
                .hasSizeLessThan(1_500)
                .doesNotContain("\n", "\r")
                .endsWith(failure.reason().remedy());
        assertThat(failure.denial()).doesNotContain("\n", "\r");
    }

    @Test
    void ofUnreadableWhenTokenComesWithAnotherStatusThenUnavailable() {
        LoginUnavailableException failure = catchThrowableOfType(
                LoginUnavailableException.class,
                () -> read(500, "{\"access_token\":\"" + TOKEN + "\"," + INSTANCE + "}"));

        assertThat(failure).hasMessageNotContaining("7oken");
    }

    @Test
    void ofUnreadableWhenRedirectedThenRejectedWithTheHostAndNotTheRestOfTheTarget() {
        String target = "https://other.example.com/x?code=" + TOKEN;
        LoginDeniedException failure = catchThrowableOfType(
                LoginDeniedException.class, () -> Answers.response(302, "", null, target, Redaction.of(CREDENTIALS))
                        .toAccessToken(LOGIN_URL));

        assertThat(failure.reason()).isEqualTo(DenialReason.WRONG_DOMAIN);
        assertThat(failure).hasMessageContaining("other.example.com").hasMessageNotContaining("7oken");
    }

    @Test
    void ofUnreadableWhenTooManyRequestsThenRateExceededForTheTimeNamed() {
        LoginUnavailableException failure =
                catchThrowableOfType(LoginUnavailableException.class, () -> read(429, "", "120"));

        assertThat(failure.reason()).isEqualTo(Reason.RATE_EXCEEDED);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wed, 21 Oct 2026 07:28:00 GMT", "-5", "soon", "99999999999999999999", ""})
    void ofUnreadableWhenRetryAfterIsNoNumberOfSecondsThenIgnored(String retryAfter) {
        LoginUnavailableException failure =
                catchThrowableOfType(LoginUnavailableException.class, () -> read(503, "", retryAfter));

        assertThat(failure.retryAfter()).isEmpty();
    }

    @Test
    void ofWhenTransientFaultNamesATimeThenThatTime() {
        LoginUnavailableException failure = catchThrowableOfType(
                LoginUnavailableException.class, () -> read(400, denial("unknown_error", ""), " 7 "));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    }

    static Stream<String> echoes() {
        String basic = "M01WRzlrZXk6NUVDMkU3KzVFQzJFNy81RUMyRTc=";
        return Stream.of(CREDENTIALS.clientSecret(), TOKEN, "5EC2E7%2B5EC2E7%2F5EC2E7", basic)
                .flatMap(echo -> Stream.of(
                        denial("invalid_client", "invalid client credentials: " + echo),
                        denial("invalid_grant", "login rate exceeded " + echo),
                        denial("unknown_error", echo),
                        denial(echo, ""),
                        "<p>client_secret=" + echo + "</p>",
                        "a proxy says ".repeat(7) + echo));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void ofWhenTheAnswerEchoesSecretOrTokenThenHidden(String body) {
        LoginException failure = catchThrowableOfType(LoginException.class, () -> read(400, body));

        assertThat(failure.toString()).doesNotContain("5EC2E7", "7oken", "M01WRzl", "!AQ");
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void remedyWhenReadThenNamesAnOptionOrASetupPage(DenialReason reason) {
        assertThat(reason.remedy())
                .containsPattern("\\boption [a-z]+[A-Z]\\w+|\\bSetup > [A-Z]")
                .endsWith(".");
    }

    private static Stream<Arguments> withEveryStatus(Arguments... rows) {
        return Stream.of(rows).flatMap(row -> STATUSES.stream()
                .map(status -> Arguments.of(
                        Stream.concat(Stream.of(row.get()), Stream.of(status)).toArray())));
    }

    private static String denial(String error, String description) {
        return description.isEmpty()
                ? "{\"error\":\"" + error + "\"}"
                : "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}";
    }

    private static AccessToken read(int status, String body) throws LoginException {
        return read(status, body, null);
    }

    private static AccessToken read(int status, String body, @Nullable String retryAfter) throws LoginException {
        return Answers.response(status, body, retryAfter, null, Redaction.of(CREDENTIALS))
                .toAccessToken(LOGIN_URL);
    }
}
