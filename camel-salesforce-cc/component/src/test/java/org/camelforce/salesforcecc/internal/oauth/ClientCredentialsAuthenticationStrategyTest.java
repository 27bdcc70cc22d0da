package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSalesforceSimulator
class ClientCredentialsAuthenticationStrategyTest {

    private static final String JSON = "application/json";

    private final HttpClient httpClient = new HttpClient();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final SalesforceSimulator org;
    private final AtomicReference<ClientCredentials> credentials;
    private final OAuthClient client;

    ClientCredentialsAuthenticationStrategyTest(SalesforceSimulator org) {
        this.org = org;
        this.credentials = new AtomicReference<>(new ClientCredentials(org.getClientId(), org.getClientSecret()));
        this.client = client(org.getLoginUrl());
    }

    @BeforeEach
    void start() throws Exception {
        httpClient
                .getRequestListeners()
                .addBeginListener(request ->
                        sent.add("Authorization: " + request.getHeaders().get(HttpHeader.AUTHORIZATION)));
        httpClient.getRequestListeners().addContentListener((request, content) -> sent.add(text(content)));
        httpClient.start();
    }

    @AfterEach
    void stop() throws Exception {
        httpClient.stop();
    }

    @Test
    void authenticateWhenCredentialsAreRightThenTokenOfTheRunAsUser() {
        AccessToken token = login(strategy());

        assertThat(org.sessions().peek(token.value())).hasValueSatisfying(session -> {
            assertThat(token.orgId()).isEqualTo(session.orgId());
            assertThat(token.userId()).isEqualTo(session.userId());
        });
        assertThat(token.instanceUrl()).hasToString(org.getLoginUrl());
    }

    @Test
    void authenticateWhenPostThenGrantAndCredentialsInTheBodyAndNothingElse() {
        login(strategy());

        assertThat(sent)
                .containsExactly(
                        "Authorization: null",
                        "grant_type=client_credentials&client_id=" + org.getClientId() + "&client_secret="
                                + org.getClientSecret());
        assertThat(org.requestLog()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/services/oauth2/token");
        });
    }

    @Test
    void authenticateWhenBasicThenCredentialsInTheHeaderAndTheGrantAlone() {
        client.setMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        login(strategy());

        assertThat(sent)
                .containsExactly(
                        "Authorization: Basic " + Redaction.basic(credentials.get()), "grant_type=client_credentials");
    }

    @Test
    void authenticateWhenTheSecretHasChangedAtItsSourceThenTheNewOneIsSent() {
        ClientCredentialsAuthenticationStrategy strategy = strategy();
        org.app().setConsumer(new ConsumerDetails(org.getClientId(), "NEW5EC2E7"));
        assertThat(rejection(strategy)).isEqualTo(DenialReason.WRONG_CLIENT_SECRET);

        credentials.set(new ClientCredentials(org.getClientId(), "NEW5EC2E7"));

        assertThat(login(strategy).orgId()).isNotNull();
    }

    @Test
    void authenticateWhenRedirectedThenRejectedAndNotFollowed() {
        String elsewhere = "Location: " + org.getLoginUrl() + "/services/oauth2/token";
        inject(new Fault.Answer(307, "text/plain", "", elsewhere));

        assertThat(rejection(strategy())).isEqualTo(DenialReason.WRONG_DOMAIN);
        assertThat(org.requestLog()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com.evil.org",
                "http://acme.my.salesforce.com",
                "https://evilsalesforce.com",
                "acme.my.salesforce.com"
            })
    void authenticateWhenInstanceUrlIsNotTrustedThenRejected(String instanceUrl) {
        inject(token(instanceUrl));

        assertThat(rejection(strategy())).isEqualTo(DenialReason.UNTRUSTED_INSTANCE);
    }

    @Test
    void authenticateWhenInstanceUrlHasNoSchemeThenTheMessageSaysSo() {
        inject(token("acme.my.salesforce.com"));

        assertThat(catchThrowable(() -> login(strategy())))
                .hasMessageContaining("returned an instance URL without scheme and host. Check option loginUrl");
    }

    @Test
    void authenticateWhenTheAnswerNamesAnUnknownCharsetThenUnreadable() {
        inject(new Fault.Answer(503, "text/html; charset=no-such-charset", "<p>down</p>"));

        assertThat(unavailability(strategy())).isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @Test
    void authenticateWhenInstanceUrlIsAllowedThenAccepted() {
        client.setTrustedHosts(TrustedHosts.and(List.of("gateway.example.com")));
        inject(token("https://gateway.example.com"));

        assertThat(login(strategy()).instanceUrl()).hasToString("https://gateway.example.com");
    }

    @Test
    void authenticateWhenNobodyListensThenUnreachable() {
        OAuthClient nowhere = client("http://localhost:1");

        assertThat(unavailability(new ClientCredentialsAuthenticationStrategy(nowhere, credentials::get)))
                .isEqualTo(Reason.UNREACHABLE);
    }

    static Stream<Fault> brokenAnswers() {
        return Stream.of(
                new Fault.DropConnection(),
                new Fault.CutBody(200),
                new Fault.Answer(200, "text/html", "x".repeat(70_000)),
                new Fault.Delay(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void authenticateWhenNoWholeAnswerComesThenUnreachable(Fault fault) {
        client.setTimeout(1_000);
        inject(fault);

        assertThat(unavailability(strategy())).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void authenticateWhenSalesforceIsDownForMaintenanceThenUnreadable() {
        inject(Fault.Answer.maintenancePage());

        assertThat(unavailability(strategy())).isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials SECRET\"}",
                "<p>grant_type=client_credentials&client_secret=SECRET</p>"
            })
    void authenticateWhenTheAnswerEchoesTheSecretThenNotInTheException(String body) {
        inject(new Fault.Answer(400, JSON, body.replace("SECRET", org.getClientSecret())));

        StringWriter trace = new StringWriter();
        failure(strategy()).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(org.getClientSecret());
    }

    private ClientCredentialsAuthenticationStrategy strategy() {
        return new ClientCredentialsAuthenticationStrategy(client, credentials::get);
    }

    private OAuthClient client(String loginUrl) {
        return new OAuthClient(httpClient, LoginUrl.parse(loginUrl, TrustedHosts.salesforceOnly()));
    }

    private void inject(Fault fault) {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, fault, 1);
    }

    private static AccessToken login(AuthenticationStrategy strategy) {
        return strategy.authenticate().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Throwable failure(AuthenticationStrategy strategy) {
        Throwable thrown = catchThrowable(() -> login(strategy));
        assertThat(thrown).isInstanceOf(CompletionException.class);
        assertThat(thrown.toString()).doesNotContain(org.getClientSecret(), "!AQ");
        return thrown.getCause();
    }

    private DenialReason rejection(AuthenticationStrategy strategy) {
        return ((LoginDeniedException) failure(strategy)).reason();
    }

    private Reason unavailability(AuthenticationStrategy strategy) {
        return ((LoginUnavailableException) failure(strategy)).reason();
    }

    private static Fault token(String instanceUrl) {
        return new Fault.Answer(
                200, JSON, "{\"access_token\":\"00D000000000001!AQ7oken\",\"instance_url\":\"" + instanceUrl + "\"}");
    }

    private static String text(ByteBuffer content) {
        return StandardCharsets.UTF_8.decode(content.slice()).toString();
    }
}
