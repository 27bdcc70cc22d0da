package org.camelforce.salesforcecc.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckResult;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.secrets.Secrets;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp.IpRange;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.RefusingPort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSalesforceSimulator
class OrgDoctorTest {

    private static final Fault UNTOUCHED = new Fault.Delay(Duration.ZERO);

    private static TestTls tls;
    private static PubSubServer pubSub;

    @AutoClose
    private final RefusingPort refusing = new RefusingPort();

    /** A setup that is broken in one place, where it must fail, and the remedy. */
    record Broken(String what, Consumer<SalesforceSimulator> change, CheckName check, DenialReason reason) {

        @Override
        public String toString() {
            return what;
        }
    }

    /** The first call starts gRPC's timer, which lives on for as long as the server does. */
    @BeforeAll
    static void startPubSub() throws Exception {
        tls = TestTls.of("localhost");
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            pubSub = new PubSubServer(org, tls);
            DoctorReport report = doctor(org).examine();
            assertThat(report.failures()).as(report.toString()).isZero();
        }
    }

    @BeforeEach
    void serve(SalesforceSimulator org) {
        pubSub.serve(org);
    }

    @AfterAll
    static void stopPubSub() throws Exception {
        pubSub.close();
    }

    @Test
    void examineWhenSetupIsSoundThenNothingFails(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org).examine();

        assertThat(report.failures()).as(report.toString()).isZero();
        assertThat(report.results()).extracting(CheckResult::name).containsExactly(CheckName.values());
        assertThat(report.results()).extracting(CheckResult::status).doesNotContain(CheckStatus.SKIPPED);
        assertThat(report.result(CheckName.IDENTITY).seen())
                .contains(org.org().id(), org.runAsUserId().orElseThrow(), "integration@simulator.example");
        assertThat(org.tokenRequests()).isEqualTo(1);
        assertThat(org.streamingClients()).isZero();
        assertNoSecretIn(report);
    }

    static Stream<Broken> refusedLogins() {
        return Stream.of(
                new Broken(
                        "flow off",
                        org -> org.app().setClientCredentialsEnabled(false),
                        CheckName.FLOW,
                        DenialReason.FLOW_NOT_ENABLED),
                new Broken(
                        "no Run As user",
                        org -> org.app().setRunAsUsername(null),
                        CheckName.RUN_AS_USER,
                        DenialReason.NO_RUN_AS_USER),
                new Broken(
                        "inactive user",
                        org -> org.org().users().get(0).setActive(false),
                        CheckName.RUN_AS_USER,
                        DenialReason.INACTIVE_USER),
                new Broken(
                        "no usable scope",
                        org -> org.app().setScopes(List.of("full")),
                        CheckName.SCOPES,
                        DenialReason.NO_USABLE_SCOPE),
                new Broken(
                        "other scopes than api",
                        org -> org.app().setScopes(List.of("id", "chatter_api")),
                        CheckName.SCOPES,
                        DenialReason.NO_USABLE_SCOPE),
                new Broken(
                        "IP restricted",
                        org -> org.app().setLoginIpRanges(List.of(new IpRange("10.0.0.1", "10.0.0.9"))),
                        CheckName.RUN_AS_USER,
                        DenialReason.IP_RESTRICTED),
                new Broken("app blocked", org -> org.app().setBlocked(true), CheckName.FLOW, DenialReason.APP_BLOCKED),
                new Broken(
                        "app not installed",
                        org -> org.app().setInstalled(false),
                        CheckName.FLOW,
                        DenialReason.APP_NOT_INSTALLED),
                new Broken(
                        "user not approved",
                        org -> org.app().setAdminApproved(false),
                        CheckName.RUN_AS_USER,
                        DenialReason.APP_NOT_APPROVED),
                new Broken(
                        "org inactive", org -> org.org().setActive(false), CheckName.FLOW, DenialReason.INACTIVE_ORG),
                new Broken(
                        "domain does not offer the flow",
                        org -> refuse(org, OAuthError.WRONG_DOMAIN),
                        CheckName.TOKEN_ENDPOINT,
                        DenialReason.WRONG_DOMAIN),
                new Broken(
                        "unexplained failure",
                        org -> refuse(org, OAuthError.AUTHENTICATION_FAILURE),
                        CheckName.RUN_AS_USER,
                        DenialReason.AUTHENTICATION_FAILURE));
    }

    @ParameterizedTest
    @MethodSource("refusedLogins")
    void examineWhenLoginIsDeniedThenTheRightCheckFails(Broken broken, SalesforceSimulator org) throws Exception {
        broken.change().accept(org);

        DoctorReport report = doctor(org).examine();

        assertOnlyFailure(report, broken.check(), broken.reason().remedy());
        assertThat(org.tokenRequests()).isEqualTo(1);
    }

    @Test
    void examineWhenKeyIsWrongThenCredentialsFail(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, org.getLoginUrl(), new ClientCredentials("3MVG9wrong", org.getClientSecret()))
                .examine();

        assertOnlyFailure(report, CheckName.CREDENTIALS, DenialReason.UNKNOWN_CLIENT_ID.remedy());
    }

    @Test
    void examineWhenSecretIsWrongThenCredentialsFailAndTheRestDependsOnThem(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, org.getLoginUrl(), new ClientCredentials(org.getClientId(), "0".repeat(64)))
                .examine();

        assertOnlyFailure(report, CheckName.CREDENTIALS, DenialReason.WRONG_CLIENT_SECRET.remedy());
        assertThat(report.results()
                        .subList(CheckName.FLOW.ordinal(), report.results().size()))
                .extracting(CheckResult::dependsOn)
                .containsOnly(CheckName.CREDENTIALS);
    }

    @Test
    void examineWhenLoginUrlIsGenericThenNothingIsSent(SalesforceSimulator org) throws Exception {
        DoctorReport report =
                doctor(org, "https://login.salesforce.com", credentials(org)).examine();

        assertOnlyFailure(report, CheckName.LOGIN_URL, DenialReason.WRONG_DOMAIN.remedy());
        assertThat(report.result(CheckName.LOGIN_URL).seen()).contains("login.salesforce.com");
        assertThat(report.result(CheckName.API_LIMITS).dependsOn()).isEqualTo(CheckName.LOGIN_URL);
    }

    @Test
    void examineWhenLoginUrlIsLightningThenItNamesMyDomain(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, "https://acme.lightning.force.com", credentials(org))
                .examine();

        assertOnlyFailure(report, CheckName.LOGIN_URL, DenialReason.WRONG_DOMAIN.remedy());
        assertThat(report.result(CheckName.LOGIN_URL).seen()).contains("https://acme.my.salesforce.com");
    }

    @Test
    void examineWhenHostDoesNotResolveThenNetworkFails(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org, "https://nowhere.invalid", credentials(org));
        doctor.setTrustedHosts(TrustedHosts.and(List.of("nowhere.invalid")));

        DoctorReport report = doctor.examine();

        assertOnlyFailure(report, CheckName.NETWORK, DenialReason.WRONG_DOMAIN.remedy());
        assertThat(report.result(CheckName.NETWORK).seen()).isEqualTo("DNS does not know the host nowhere.invalid");
    }

    @Test
    void examineWhenPortIsClosedThenNetworkFails(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, "http://localhost:" + refusing.number(), credentials(org))
                .examine();

        assertOnlyFailure(report, CheckName.NETWORK, NetworkCheck.firewallRemedy());
        assertThat(report.result(CheckName.NETWORK).seen()).contains("refused");
    }

    @Test
    void examineWhenCertificateIsNotTrustedThenItIsNamed(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org, "https://localhost:" + pubSub.port(), credentials(org));
        doctor.setTransport(TransportSettings.ofPlatform());

        DoctorReport report = doctor.examine();

        assertOnlyFailure(report, CheckName.NETWORK, NetworkCheck.trustRemedy());
        assertThat(report.result(CheckName.NETWORK).seen())
                .contains(
                        "unable to find valid certification path", "CN=Test server", "OU=Test authority", "valid from");
    }

    @Test
    void examineWhenCertificateIsForAnotherHostThenNetworkFails(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, "https://127.0.0.1:" + pubSub.port(), credentials(org))
                .examine();

        assertOnlyFailure(report, CheckName.NETWORK, NetworkCheck.trustRemedy());
        assertThat(report.result(CheckName.NETWORK).seen()).contains("127.0.0.1", "CN=Test server");
    }

    @Test
    void examineWhenCertificateIsTrustedThenNetworkPasses(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, "https://localhost:" + pubSub.port(), credentials(org))
                .examine();

        assertThat(report.result(CheckName.NETWORK).status()).isEqualTo(CheckStatus.PASSED);
        assertThat(report.result(CheckName.NETWORK).seen()).contains("TLSv1.3", "certificate valid to");
    }

    @Test
    void examineWhenMaintenancePageThenTokenEndpointFails(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage(), 5);

        DoctorReport report = doctor(org).examine();

        assertOnlyFailure(report, CheckName.TOKEN_ENDPOINT, "https://status.salesforce.com");
        assertThat(report.result(CheckName.TOKEN_ENDPOINT).seen()).contains("503", "down for maintenance");
    }

    @Test
    void examineWhenFaultPassesThenSecondLoginSucceeds(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.unknownError(), 1);

        assertThat(doctor(org).examine().failures()).isZero();
        assertThat(org.tokenRequests()).isEqualTo(2);
    }

    @Test
    void examineWhenFaultStaysThenNoThirdLogin(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.unknownError(), 5);

        assertOnlyFailure(doctor(org).examine(), CheckName.TOKEN_ENDPOINT, "https://status.salesforce.com");
        assertThat(org.tokenRequests()).isEqualTo(2);
    }

    @Test
    void examineWhenIntrospectionIsRefusedThenItFails(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.OAUTH_REQUEST, UNTOUCHED, 1);
        org.faults().inject(FaultPoint.OAUTH_REQUEST, Fault.Answer.oauthError(OAuthError.INVALID_CLIENT), 1);

        assertOnlyFailure(doctor(org).examine(), CheckName.INTROSPECTION, "Enable Token Introspection");
    }

    @Test
    void examineWhenHandshakeIsRefusedThenStreamingFails(SalesforceSimulator org) throws Exception {
        org.faults()
                .inject(
                        FaultPoint.COMETD_HANDSHAKE,
                        new Fault.MetaError("403::Handshake denied", "403::User not enabled for streaming", "none"),
                        1);

        DoctorReport report = doctor(org).examine();

        assertOnlyFailure(report, CheckName.STREAMING, "Enable Streaming API in Setup > User Interface");
        assertThat(report.result(CheckName.STREAMING).seen()).contains("User not enabled for streaming");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 403, 500})
    void examineWhenTheGoodbyeIsLostThenStreamingPasses(int status, SalesforceSimulator org) throws Exception {
        try (Relay instance = new Relay(org, "/disconnect", status, Map.of(), "")) {
            OrgDoctor doctor = doctor(org);
            doctor.setInstanceUrl(instance.url());

            DoctorReport report = doctor.examine();

            assertThat(report.result(CheckName.STREAMING).status())
                    .as(report.toString())
                    .isEqualTo(CheckStatus.PASSED);
        }
    }

    @Test
    void examineWhenTheHandshakeIsRedirectedThenItIsNotFollowed(SalesforceSimulator org) throws Exception {
        Map<String, String> elsewhere = Map.of("Location", org.getLoginUrl() + "/cometd/62.0/handshake");
        try (Relay instance = new Relay(org, "/handshake", 307, elsewhere, "")) {
            OrgDoctor doctor = doctor(org);
            doctor.setInstanceUrl(instance.url());

            DoctorReport report = doctor.examine();

            assertThat(report.result(CheckName.STREAMING).status()).isEqualTo(CheckStatus.FAILED);
            assertThat(report.result(CheckName.STREAMING).seen()).contains("status 307");
            assertThat(org.requestLog()).noneMatch(request -> request.path().startsWith("/cometd"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void examineWhenAHandshakeIsAnsweredByTheRestApiThenItsReasonIsNamed(int status, SalesforceSimulator org)
            throws Exception {
        String body = "[{\"errorCode\":\"API_DISABLED_FOR_ORG\",\"message\":\"API is not enabled\"}]";
        try (Relay instance = new Relay(org, "/handshake", status, Map.of("Content-Type", "application/json"), body)) {
            OrgDoctor doctor = doctor(org);
            doctor.setInstanceUrl(instance.url());

            assertThat(doctor.examine().result(CheckName.STREAMING).seen())
                    .endsWith("status " + status + ", API_DISABLED_FOR_ORG: API is not enabled");
        }
    }

    @Test
    void examineWhenAHandshakeIsRejectedWithAnotherStatusThenItsErrorIsNamed(SalesforceSimulator org) throws Exception {
        String body = "[{\"channel\":\"/meta/handshake\",\"successful\":false,\"error\":\"403::Handshake denied\"}]";
        try (Relay instance = new Relay(org, "/handshake", 403, Map.of("Content-Type", "application/json"), body)) {
            OrgDoctor doctor = doctor(org);
            doctor.setInstanceUrl(instance.url());

            assertThat(doctor.examine().result(CheckName.STREAMING).seen()).endsWith("403::Handshake denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"maxNetworkDelay", "maxMessageSize"})
    void examineWhenAnOptionOfLongPollingCannotBeUsedThenStreamingFails(String name, SalesforceSimulator org)
            throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setLongPolling(Map.of(name, "not a value"));

        DoctorReport report = doctor.examine();

        assertOnlyFailure(report, CheckName.STREAMING, "longPollingTransportProperties");
    }

    @Test
    void examineWhenAnOptionOfLongPollingIsNullThenNothingFails(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setLongPolling(Collections.singletonMap("maxNetworkDelay", null));

        DoctorReport report = doctor.examine();

        assertThat(report.failures()).as(report.toString()).isZero();
    }

    @Test
    void examineWhenPubSubIsNotThereThenItFails(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setPubSub("localhost", refusing.number());

        assertOnlyFailure(doctor.examine(), CheckName.PUB_SUB, "firewall");
    }

    @Test
    void examineWhenPubSubIsOfAnotherOrgThenItsRefusalIsNamed(SalesforceSimulator org) throws Exception {
        try (SalesforceSimulator other = SalesforceSimulator.start();
                PubSubServer foreign = new PubSubServer(other, tls)) {
            OrgDoctor doctor = doctor(org);
            doctor.setPubSub("localhost", foreign.port());

            DoctorReport report = doctor.examine();

            assertOnlyFailure(report, CheckName.PUB_SUB, "If the token is a JWT");
            assertThat(report.result(CheckName.PUB_SUB).seen()).contains("UNAUTHENTICATED");
        }
    }

    @Test
    void examineWhenPubSubHostIsNotTrustedThenNoTokenIsSent(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setPubSub("pubsub.example", 443);

        assertOnlyFailure(doctor.examine(), CheckName.PUB_SUB, "option allowedHosts");
    }

    @Test
    void examineWhenChecksAreLeftOutThenTheyDoNotFail(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setPubSub("localhost", refusing.number());
        doctor.setLeftOut(Set.of(CheckName.PUB_SUB, CheckName.STREAMING));

        DoctorReport report = doctor.examine();

        assertThat(report.failures()).isZero();
        assertThat(report.result(CheckName.PUB_SUB).seen()).isEqualTo("left out as asked for");
        assertThat(org.requestLog()).noneMatch(request -> request.path().startsWith("/cometd"));
    }

    @Test
    void setLeftOutWhenNothingWorksWithoutTheCheckThenRefused(SalesforceSimulator org) {
        OrgDoctor doctor = doctor(org);

        assertThatThrownBy(() -> doctor.setLeftOut(Set.of(CheckName.LOGIN_RATE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The check login-rate cannot be left out");
    }

    @Test
    void examineWhenApiRequestsAreUsedUpThenOnlyTheLimitFails(SalesforceSimulator org) throws Exception {
        org.apiUsage().setLimit(0);

        DoctorReport report = doctor(org).examine();

        assertOnlyFailure(report, CheckName.API_LIMITS, "API Requests, Last 24 Hours in Setup > Company Information");
        assertThat(report.result(CheckName.API_ACCESS).dependsOn()).isEqualTo(CheckName.API_LIMITS);
        assertThat(report.result(CheckName.API_LIMITS).seen()).contains("api-usage=0/0");
    }

    @Test
    void examineWhenFewApiRequestsAreLeftThenWarns(SalesforceSimulator org) throws Exception {
        org.apiUsage().setLimit(100);
        for (int i = 0; i < 95; i++) {
            org.apiUsage().tryUse();
        }

        DoctorReport report = doctor(org).examine();

        assertThat(report.result(CheckName.API_LIMITS).status()).isEqualTo(CheckStatus.WARNING);
        assertThat(report.result(CheckName.API_LIMITS).seen())
                .startsWith("2 of 100, Sforce-Limit-Info: api-usage=98/100");
    }

    @Test
    void examineWhenLoginRateIsExceededThenOnlyTheRateFails(SalesforceSimulator org) throws Exception {
        org.loginHistory().setLoginsPerHour(0);

        DoctorReport report = doctor(org).examine();

        assertOnlyFailure(report, CheckName.LOGIN_RATE, "Setup > Login History");
        assertThat(report.result(CheckName.TOKEN_ENDPOINT).status()).isEqualTo(CheckStatus.PASSED);
        assertThat(report.result(CheckName.API_ACCESS).dependsOn()).isEqualTo(CheckName.LOGIN_RATE);
    }

    @Test
    void examineWhenLoginHistoryCannotBeReadThenRateIsUnknown(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, UNTOUCHED, 2);
        org.faults().inject(FaultPoint.REST_REQUEST, restError(400, "INVALID_TYPE"), 1);

        DoctorReport report = doctor(org).examine();

        assertThat(report.failures()).isZero();
        assertThat(report.result(CheckName.LOGIN_RATE).status()).isEqualTo(CheckStatus.WARNING);
        assertThat(report.result(CheckName.LOGIN_RATE).seen())
                .startsWith("unknown")
                .contains("INVALID_TYPE");
    }

    @Test
    void examineWhenLoginHistoryIsReadThenRateIsCounted(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, UNTOUCHED, 2);
        org.faults()
                .inject(
                        FaultPoint.REST_REQUEST,
                        new Fault.Answer(200, "application/json", "{\"totalSize\":3300,\"done\":true,\"records\":[]}"),
                        1);

        CheckResult rate = doctor(org).examine().result(CheckName.LOGIN_RATE);

        assertThat(rate.status()).isEqualTo(CheckStatus.WARNING);
        assertThat(rate.seen()).isEqualTo("300 of 3600, 3300 logins in the last hour");
    }

    @Test
    void examineWhenApiIsDisabledForTheUserThenApiAccessFails(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.REST_REQUEST, UNTOUCHED, 1);
        org.faults().inject(FaultPoint.REST_REQUEST, restError(403, "API_CURRENTLY_DISABLED"), 1);

        assertOnlyFailure(doctor(org).examine(), CheckName.API_ACCESS, "API Enabled in Setup > Permission Sets");
    }

    @Test
    void examineWhenApiVersionIsNotServedThenItSaysWhichAre(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setApiVersion("99.0");

        assertOnlyFailure(doctor.examine(), CheckName.API_ACCESS, "Set option apiVersion to one from 31.0 to 67.0.");
    }

    @Test
    void examineWhenOrgIsNotTheExpectedOneThenIdentityFails(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setExpectedOrgId("00D000000000001");

        assertOnlyFailure(doctor.examine(), CheckName.IDENTITY, DenialReason.DIFFERENT_ORG.remedy());
    }

    @Test
    void examineWhenUserIsNotTheExpectedOneThenIdentityFails(SalesforceSimulator org) throws Exception {
        OrgDoctor doctor = doctor(org);
        doctor.setExpectedOrgId(org.org().id().substring(0, 15));
        doctor.setExpectedUserId("005000000000009");

        assertOnlyFailure(doctor.examine(), CheckName.IDENTITY, DenialReason.NO_RUN_AS_USER.remedy());
    }

    @Test
    void examineWhenTokenIsAJwtThenWarnsOfPubSub(SalesforceSimulator org) throws Exception {
        String response = "{\"access_token\":\"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl\",\"scope\":\"api\","
                + "\"instance_url\":\"" + org.getLoginUrl() + "\",\"token_format\":\"jwt\"}";
        org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Answer(200, "application/json", response), 1);

        DoctorReport report = doctor(org).examine();

        assertThat(report.result(CheckName.SCOPES).status()).isEqualTo(CheckStatus.WARNING);
        assertThat(report.result(CheckName.SCOPES).remedy()).contains("JSON Web Token (JWT)-based access tokens");
        assertThat(report.toString()).doesNotContain("eyJ");
    }

    @Test
    void examineWhenServerEchoesTheSecretThenTheReportHidesIt(SalesforceSimulator org) throws Exception {
        org.faults().inject(FaultPoint.OAUTH_REQUEST, UNTOUCHED, 1);
        org.faults()
                .inject(
                        FaultPoint.OAUTH_REQUEST,
                        new Fault.Answer(502, "text/plain", "sent: client_secret=" + org.getClientSecret()),
                        1);

        DoctorReport report = doctor(org).examine();

        assertThat(report.result(CheckName.INTROSPECTION).seen()).contains("client_secret=[hidden]");
        assertNoSecretIn(report);
    }

    @Test
    void examineWhenLoginUrlCarriesAPasswordThenTheReportHidesIt(SalesforceSimulator org) throws Exception {
        DoctorReport report = doctor(org, "https://jane:open-sesame@acme.my.salesforce.com", credentials(org))
                .examine();

        assertOnlyFailure(report, CheckName.LOGIN_URL, DenialReason.WRONG_DOMAIN.remedy());
        assertThat(report.toString()).doesNotContain("open-sesame");
    }

    @Test
    void toJsonWhenChecksFailThenNamesThemAndTheirRemedies(SalesforceSimulator org) throws Exception {
        org.app().setRunAsUsername(null);

        ObjectNode json = doctor(org).examine().toJson();

        JsonNode runAs = json.path("checks").path(CheckName.RUN_AS_USER.ordinal());
        assertThat(json.path("failures").asInt()).isEqualTo(1);
        assertThat(runAs.path("name").asText()).isEqualTo("run-as-user");
        assertThat(runAs.path("status").asText()).isEqualTo("failed");
        assertThat(runAs.path("remedy").asText()).isEqualTo(DenialReason.NO_RUN_AS_USER.remedy());
        assertThat(json.path("checks")
                        .path(CheckName.SCOPES.ordinal())
                        .path("dependsOn")
                        .asText())
                .isEqualTo("run-as-user");
    }

    @Test
    void linesWhenChecksFailThenTheLastPointsToTheOrgAsCode(SalesforceSimulator org) throws Exception {
        org.app().setRunAsUsername(null);

        assertThat(doctor(org).examine().lines()).last().asString().contains("src/salesforce");
        org.app().setRunAsUsername("integration@simulator.example");
        assertThat(doctor(org).examine().lines()).last().asString().contains("0 failed");
    }

    @Test
    void settersWhenValueCannotWorkThenRefused(SalesforceSimulator org) {
        OrgDoctor doctor = doctor(org);

        assertThatThrownBy(() -> TransportSettings.ofPlatform().withTimeout(0))
                .hasMessage("Option httpRequestTimeout must be at least 1 ms, but is 0");
        assertThatThrownBy(() -> doctor.setApiVersion("v62"))
                .hasMessage("Option apiVersion must look like 62.0, but is v62");
        assertThatThrownBy(() -> doctor.setPubSub("localhost", 0))
                .hasMessage("pubSubPort must be from 1 to 65535, but is 0");
    }

    @Nested
    @WithSalesforceSimulator(settings = WithoutScope.class)
    class WithoutScopeInTheTokenResponse {

        @Test
        void examineThenScopeComesFromIntrospection(SalesforceSimulator org) throws Exception {
            DoctorReport report = doctor(org).examine();

            assertThat(report.failures()).isZero();
            assertThat(report.result(CheckName.SCOPES).seen()).isEqualTo("api");
        }
    }

    @Nested
    @WithSalesforceSimulator(settings = FlowOffAsGrantType.class)
    class WithFlowOffReportedAsGrantType {

        @Test
        void examineThenFlowFails(SalesforceSimulator org) throws Exception {
            org.app().setClientCredentialsEnabled(false);

            assertOnlyFailure(doctor(org).examine(), CheckName.FLOW, DenialReason.FLOW_NOT_ENABLED.remedy());
        }
    }

    static final class WithoutScope implements SimulatorSettings {
        @Override
        public void apply(SalesforceSimulator.Builder settings) {
            settings.tokenResponse(TokenResponseVariant.CONNECT_GUIDE);
        }
    }

    static final class FlowOffAsGrantType implements SimulatorSettings {
        @Override
        public void apply(SalesforceSimulator.Builder settings) {
            settings.flowOffAnswer(OAuthError.UNSUPPORTED_GRANT_TYPE);
        }
    }

    private static OrgDoctor doctor(SalesforceSimulator org) {
        return doctor(org, org.getLoginUrl(), credentials(org));
    }

    private static OrgDoctor doctor(SalesforceSimulator org, String loginUrl, ClientCredentials credentials) {
        try {
            OrgDoctor doctor = new OrgDoctor(loginUrl, List.of(credentials));
            doctor.setTransport(TransportSettings.of(tls.context()).withTimeout(10_000));
            doctor.setPubSub("localhost", pubSub.port());
            return doctor;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ClientCredentials credentials(SalesforceSimulator org) {
        return new ClientCredentials(org.getClientId(), org.getClientSecret());
    }

    private static void refuse(SalesforceSimulator org, OAuthError error) {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.oauthError(error), 1);
    }

    private static Fault restError(int status, String code) {
        return new Fault.Answer(
                status, "application/json", "[{\"errorCode\":\"" + code + "\",\"message\":\"refused\"}]");
    }

    private static void assertOnlyFailure(DoctorReport report, CheckName check, String remedy) {
        assertThat(report.results())
                .as(report.toString())
                .filteredOn(result -> result.status() == CheckStatus.FAILED)
                .extracting(CheckResult::name)
                .containsExactly(check);
        assertThat(report.result(check).remedy()).contains(remedy);
        assertNoSecretIn(report);
    }

    private static void assertNoSecretIn(DoctorReport report) {
        assertThat(Secrets.in(report + " " + report.toJson())).isEmpty();
    }
}
