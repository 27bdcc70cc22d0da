package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.replay.StateRepositoryReplayStore;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.test.SimulatorSettings;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A green doctor means that the component works: whatever option of the component's schema keeps it from starting,
 * logging in, sending or subscribing, the doctor finds it too. An option that cannot has a reason.
 */
@WithSalesforceSimulator(settings = DoctorOptionsIT.HttpsAndPubSub.class)
@SuppressWarnings("deprecation") // Camel deprecates the verifier without offering another
class DoctorOptionsIT {

    private static final int CLOSED_PORT = 1;

    private static final String OF_ONE_REQUEST = "chooses what one request of a producer asks for";
    private static final String OF_ONE_ROUTE =
            "a default for endpoints: an endpoint that cannot use it is refused by name when its route starts";
    private static final String OF_CAMEL = "Camel's own, which no request to Salesforce depends on";

    private static ConnectProxy proxy;
    private static ConnectProxy proxyWithLogin;

    /** What does not work with a value of an option. */
    enum Trouble {
        START,
        LOGIN,
        REQUEST,
        STREAMING,
        PUB_SUB
    }

    /**
     * A value that breaks the component.
     *
     * @param named what the refusal names; another option if that does nothing without this one
     * @param check what fails at the doctor's; null if there is no examination, because the option is refused by name
     */
    record Breaking(
            String option,
            String named,
            BiConsumer<SalesforceCcComponent, SalesforceSimulator> setting,
            Trouble trouble,
            @Nullable CheckName check) {

        /** Whether the options alone tell that the component cannot start. */
        boolean isRefused() {
            return trouble == Trouble.START && (check == null || check == CheckName.LOGIN_URL);
        }

        @Override
        public String toString() {
            return option + (check == null ? "" : ", " + check.id());
        }
    }

    @BeforeEach
    void startProxies() throws IOException {
        proxy = new ConnectProxy();
        proxyWithLogin = new ConnectProxy("me", "hush");
    }

    @AfterEach
    void stopProxies() throws IOException {
        proxy.close();
        proxyWithLogin.close();
    }

    @Test
    void optionsWhenInTheSchemaThenTheDoctorFindsThatTheyBreakTheComponentOrTheyCannot() {
        Set<String> known = new TreeSet<>(withoutDifference().keySet());
        breaking().forEach(entry -> known.add(entry.option()));
        known.addAll(shownByOthers().keySet());

        Set<String> options = new TreeSet<>(OptionSchema.names("componentProperties"));
        options.addAll(OptionSchema.names("properties"));

        assertThat(known).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void doctorWhenAllIsRightThenGreen(SalesforceSimulator org) throws Exception {
        assertGreen(component(org));
    }

    @Test
    void doctorWhenTheProxyTakesTheLoginThenGreen(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(org);
        behindLogin(component);

        assertGreen(component);
    }

    @Test
    void doctorWhenTheTlsSettingsOfTheContextAreUsedThenGreen(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(org);
        component.setSslContextParameters(null);
        component.setUseGlobalSslContextParameters(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.setSSLContextParameters(TestTls.client());

            assertThat(component.doctor().examine().failures()).isZero();
        }
    }

    @Test
    void doctorWhenOnlyTheNextPairWorksThenAWarningAndGreen(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(org);
        component.getNext().setClientId(org.getClientId());
        component.getNext().setClientSecret(org.getClientSecret());
        component.setClientSecret("0".repeat(64));

        DoctorReport report = assertGreen(component);

        assertThat(report.result(CheckName.CREDENTIALS).status()).isEqualTo(CheckStatus.WARNING);
    }

    @Test
    void doctorWhenAStartedComponentHasTheSameLoginWithAnotherTokenPolicyThenRefusedByName(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent second = component(org);
        second.getTokenPolicy().setLoginBurst(3);
        try (CamelContext context = TestContexts.contextWith(component(org))) {
            context.start();
            context.getComponent("salesforce-cc").start();
            second.setCamelContext(context);

            assertThatThrownBy(second::doctor).hasMessageContaining("Option tokenPolicy.loginBurst ");
            assertThatThrownBy(() -> context.addComponent("second", second))
                    .hasStackTraceContaining("Option tokenPolicy.loginBurst ");
        }
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void doctorWhenAnOptionBreaksTheComponentThenNotGreenAndTheVerifierRefusesWhatTheStartDoes(
            Breaking breaking, SalesforceSimulator org) throws Exception {
        assertBroken(breaking, org);
        SalesforceCcComponent component = component(org);
        breaking.setting().accept(component, org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThat(verify(component))
                    .isEqualTo(
                            breaking.isRefused()
                                    ? ComponentVerifierExtension.Result.Status.ERROR
                                    : ComponentVerifierExtension.Result.Status.OK);
            if (breaking.check() == null) {
                assertThatThrownBy(component::doctor).hasMessageContaining("ption " + breaking.named());
            } else {
                DoctorReport report = component.doctor().examine();

                assertThat(report.result(breaking.check()).status())
                        .as(report.toString())
                        .isEqualTo(CheckStatus.FAILED);
                if (breaking.option().startsWith("pubSub") && breaking.trouble() == Trouble.PUB_SUB) {
                    assertThat(report.result(breaking.check()).seen()
                                    + report.result(breaking.check()).remedy())
                            .contains("ption " + breaking.named());
                }
            }
        }
    }

    private static ComponentVerifierExtension.Result.Status verify(SalesforceCcComponent component) {
        return component
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow()
                .verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of())
                .getStatus();
    }

    private static void assertBroken(Breaking breaking, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = component(org);
        breaking.setting().accept(component, org);
        try (CamelContext context = TestContexts.contextWith(component)) {
            switch (breaking.trouble()) {
                case START -> assertThatThrownBy(() -> start(component)).isNotNull();
                case LOGIN -> assertThat(logsIn(component)).isFalse();
                case REQUEST -> {
                    start(component);
                    assertThat(request(context).getException()).isNotNull();
                }
                case STREAMING -> assertNotSubscribed(component, "subscribe");
                case PUB_SUB -> assertNotSubscribed(component, "pubSubSubscribe");
            }
        }
    }

    static Stream<Breaking> breaking() {
        return Stream.of(
                // the login
                fails(
                        "loginUrl",
                        c -> c.setLoginUrl("https://login.salesforce.com"),
                        Trouble.START,
                        CheckName.LOGIN_URL),
                fails("clientId", c -> c.setClientId("3MVG9wrong"), Trouble.START, CheckName.CREDENTIALS),
                fails("clientSecret", c -> c.setClientSecret("0".repeat(64)), Trouble.START, CheckName.CREDENTIALS),
                fails(
                        "loginConfig",
                        c -> {
                            SalesforceLoginConfig config = new SalesforceLoginConfig();
                            config.setClientSecret("0".repeat(64));
                            c.setLoginConfig(config);
                            c.setClientSecret(null);
                        },
                        Trouble.START,
                        CheckName.CREDENTIALS),
                fails(
                        "next",
                        c -> {
                            c.setClientSecret("0".repeat(64));
                            c.getNext().setClientId(c.getClientId());
                            c.getNext().setClientSecret("1".repeat(64));
                        },
                        Trouble.START,
                        CheckName.CREDENTIALS),
                refused("credentialsLocation", c -> {
                    withoutPair(c);
                    c.setCredentialsLocation("/nowhere/salesforce.json");
                }),
                refused("credentialsSource", c -> {
                    withoutPair(c);
                    c.setCredentialsSource(List::of);
                    c.setCredentialsLocation("/nowhere/salesforce.json");
                }),
                refused(
                        "authenticationStrategy",
                        c -> c.setAuthenticationStrategy(
                                () -> CompletableFuture.failedFuture(new IllegalStateException()))),
                fails("expectedOrgId", c -> c.setExpectedOrgId("00D000000000001"), Trouble.START, CheckName.IDENTITY),
                fails("expectedUserId", c -> c.setExpectedUserId("005000000000999"), Trouble.START, CheckName.IDENTITY),
                refused("userName", c -> c.setUserName("u")),
                refused("password", c -> c.setPassword("p")),
                refused("refreshToken", c -> c.setRefreshToken("t")),
                refused("keystore", c -> c.setKeystore(new KeyStoreParameters())),
                refused("jwtAudience", c -> c.setJwtAudience("a")),
                refused("authenticationType", c -> c.setAuthenticationType(AuthenticationType.JWT)),
                // the hosts
                refused("allowedHosts", c -> c.setAllowedHosts("*.example.com")),
                refused("instanceUrl", c -> c.setInstanceUrl("https://example.com")),
                fails(
                        "instanceUrl",
                        c -> c.setInstanceUrl("https://localhost:" + CLOSED_PORT),
                        Trouble.REQUEST,
                        CheckName.API_ACCESS),
                refused("pubSubHost", c -> c.setPubSubHost("pubsub.example.com")),
                fails("pubSubHost", c -> c.setPubSubHost("127.0.0.2"), Trouble.PUB_SUB, CheckName.PUB_SUB),
                refused("pubSubPort", c -> c.setPubSubPort(0)),
                fails("pubSubPort", c -> c.setPubSubPort(CLOSED_PORT), Trouble.PUB_SUB, CheckName.PUB_SUB),
                // TLS
                fails(
                        "sslContextParameters",
                        c -> c.setSslContextParameters(new SSLContextParameters()),
                        Trouble.LOGIN,
                        CheckName.NETWORK),
                fails(
                        "useGlobalSslContextParameters",
                        c -> {
                            c.setSslContextParameters(null);
                            c.setUseGlobalSslContextParameters(true);
                        },
                        Trouble.LOGIN,
                        CheckName.NETWORK),
                // the proxy
                refused("httpProxyHost", c -> c.setHttpProxyPort(3128), "httpProxyPort"),
                fails("httpProxyHost", c -> behind(c, "127.0.0.2", proxy.port()), Trouble.LOGIN, CheckName.NETWORK),
                refused("httpProxyPort", c -> c.setHttpProxyHost("127.0.0.1"), "httpProxyHost"),
                fails("httpProxyPort", c -> behind(c, "127.0.0.1", CLOSED_PORT), Trouble.LOGIN, CheckName.NETWORK),
                fails(
                        "httpProxySecure",
                        c -> {
                            behind(c, "127.0.0.1", proxy.port());
                            c.setHttpProxySecure(true);
                            c.setHttpRequestTimeout(2_000);
                        },
                        Trouble.LOGIN,
                        CheckName.NETWORK),
                fails(
                        "httpProxySecure",
                        c -> {
                            behind(c, "127.0.0.1", proxy.port());
                            c.setHttpProxySecure(true);
                            c.setHttpProxyIncludedAddresses(Set.of(c.getPubSubHost() + ":" + c.getPubSubPort()));
                        },
                        Trouble.PUB_SUB,
                        CheckName.PUB_SUB),
                fails(
                        "httpProxySocks4",
                        c -> {
                            behind(c, "127.0.0.1", proxy.port());
                            c.setHttpProxySocks4(true);
                            c.setHttpRequestTimeout(2_000);
                        },
                        Trouble.LOGIN,
                        CheckName.TOKEN_ENDPOINT),
                refused("httpProxyUsername", c -> c.setHttpProxyUsername("me")),
                failsBehindLogin("httpProxyUsername", c -> c.setHttpProxyUsername("you")),
                failsBehindLogin("httpProxyPassword", c -> c.setHttpProxyPassword("wrong")),
                failsBehindLogin("httpProxyRealm", c -> c.setHttpProxyRealm("another")),
                failsBehindLogin("httpProxyAuthUri", c -> c.setHttpProxyAuthUri("http://127.0.0.1:" + CLOSED_PORT)),
                failsBehindLogin("httpProxyUseDigestAuth", c -> c.setHttpProxyUseDigestAuth(true)),
                fails(
                        "httpProxyIncludedAddresses",
                        c -> {
                            behind(c, "127.0.0.1", CLOSED_PORT);
                            c.setHttpProxyIncludedAddresses(Set.of(c.getPubSubHost() + ":" + c.getPubSubPort()));
                        },
                        Trouble.PUB_SUB,
                        CheckName.PUB_SUB),
                fails(
                        "httpProxyExcludedAddresses",
                        c -> {
                            behind(c, "127.0.0.1", CLOSED_PORT);
                            c.setHttpProxyExcludedAddresses(
                                    Set.of(URI.create(c.getLoginUrl()).getAuthority()));
                        },
                        Trouble.PUB_SUB,
                        CheckName.PUB_SUB),
                // time-outs and buffers
                fails(
                        "httpClientProperties",
                        c -> c.setHttpClientProperties(Map.of(
                                "httpProxyHost",
                                "127.0.0.1",
                                "httpProxyPort",
                                CLOSED_PORT,
                                "isHttpProxySecure",
                                false)),
                        Trouble.LOGIN,
                        CheckName.NETWORK),
                new Breaking(
                        "httpClientIdleTimeout",
                        "httpClientIdleTimeout",
                        (c, org) -> {
                            slow(org);
                            c.setHttpClientIdleTimeout(300);
                        },
                        Trouble.LOGIN,
                        CheckName.TOKEN_ENDPOINT),
                new Breaking(
                        "httpRequestTimeout",
                        "httpRequestTimeout",
                        (c, org) -> {
                            slow(org);
                            c.setHttpRequestTimeout(300);
                        },
                        Trouble.LOGIN,
                        CheckName.TOKEN_ENDPOINT),
                refused("httpRequestTimeout", c -> c.setHttpRequestTimeout(0)),
                fails(
                        "httpMaxContentLength",
                        c -> c.setHttpMaxContentLength(10),
                        Trouble.REQUEST,
                        CheckName.API_ACCESS),
                refused("workerPoolSize", c -> c.setWorkerPoolSize(-1)),
                refused("slowRequestThreshold", c -> c.setSlowRequestThreshold(-1)),
                refused("maxRequestAttempts", c -> c.setMaxRequestAttempts(0)),
                refused("requestBackoff", c -> c.setRequestBackoff(0)),
                refused("requestBackoffMax", c -> c.setRequestBackoffMax(1)),
                // the APIs
                refused("httpClient", c -> config(c).setHttpClient(new SalesforceHttpClient())),
                fails("apiVersion", c -> config(c).setApiVersion("99.0"), Trouble.REQUEST, CheckName.API_ACCESS),
                fails("config", c -> config(c).setApiVersion("99.0"), Trouble.REQUEST, CheckName.API_ACCESS),
                fails(
                        "longPollingTransportProperties",
                        c -> c.setLongPollingTransportProperties(Map.of("maxMessageSize", 10)),
                        Trouble.STREAMING,
                        CheckName.STREAMING),
                fails(
                        "longPollingTransportProperties",
                        c -> c.setLongPollingTransportProperties(Map.of("maxMessageSize", "many")),
                        Trouble.STREAMING,
                        CheckName.STREAMING),
                fails("pubSubBatchSize", c -> config(c).setPubSubBatchSize(0), Trouble.PUB_SUB, CheckName.PUB_SUB),
                fails(
                        "pubSubPojoClass",
                        c -> config(c).setPubSubPojoClass("com.acme.Nothing"),
                        Trouble.PUB_SUB,
                        CheckName.PUB_SUB),
                refused("replayStoreLocation", c -> {
                    c.setReplayStore(new StateRepositoryReplayStore(new MemoryStateRepository()));
                    c.setReplayStoreLocation("elsewhere");
                }),
                refused(
                        "replayStore",
                        c -> {
                            c.setReplayStore(new StateRepositoryReplayStore(new MemoryStateRepository()));
                            c.setReplayStoreLocation("elsewhere");
                        },
                        "replayStoreLocation"));
    }

    /** Options whose wrong values another test compares with the doctor's findings. */
    private static Map<String, String> shownByOthers() {
        return Map.of(
                "clientAuthenticationMethod", "ComponentDoctorTest: the doctor sends the secret as the option says",
                "tokenPolicy", "here, beside a second component; its setters refuse what cannot work",
                "httpClientConnectionTimeout", "TransportOptionsIT: both clients are set up alike",
                "httpRequestBufferSize", "TransportOptionsIT: both clients are set up alike",
                "pubsubAllowUseSystemProxy", "OptionEffectsIT: both take it from StartSettings");
    }

    /** Options that cannot make a difference to what the doctor examines, each with its reason. */
    private static Map<String, String> withoutDifference() {
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put("lazyLogin", "says when to log in, not whether a login works");
        reasons.put("revokeOnStop", "is for the end");
        reasons.put("legacyHeaders", "lets message headers choose what one request asks for");
        reasons.put("packages", "finds classes for operations with DTOs; others work without");
        reasons.put("workerPoolMaxSize", "counts as the size of the pool if it is less");
        reasons.put("initialReplyIdTimeout", "says how long the start of a route waits for a subscription");
        Stream.of("autowiredEnabled", "bridgeErrorHandler", "exceptionHandler", "exchangePattern", "lazyStartProducer")
                .forEach(option -> reasons.put(option, OF_CAMEL));
        Stream.of(
                        "backoffIncrement",
                        "consumerWorkerPoolEnabled",
                        "consumerWorkerPoolExecutorService",
                        "consumerWorkerPoolMaxSize",
                        "consumerWorkerPoolSize",
                        "defaultReplayId",
                        "fallBackReplayId",
                        "fallbackToLatestReplayId",
                        "initialReplayIdMap",
                        "maxBackoff",
                        "pubSubDeserializeType",
                        "replayPreset")
                .forEach(option -> reasons.put(option, OF_ONE_ROUTE));
        Stream.of(
                        "allOrNone",
                        "apexMethod",
                        "apexQueryParams",
                        "apexUrl",
                        "batchId",
                        "compositeMethod",
                        "contentType",
                        "eventName",
                        "eventSchemaFormat",
                        "eventSchemaId",
                        "failOnPartialError",
                        "format",
                        "includeDetails",
                        "instanceId",
                        "jobId",
                        "limit",
                        "locator",
                        "maxBufferedUpload",
                        "maxRecords",
                        "notFoundBehaviour",
                        "notifyForFields",
                        "notifyForOperationCreate",
                        "notifyForOperationDelete",
                        "notifyForOperationUndelete",
                        "notifyForOperationUpdate",
                        "notifyForOperations",
                        "objectMapper",
                        "pkChunking",
                        "pkChunkingChunkSize",
                        "pkChunkingParent",
                        "pkChunkingStartRow",
                        "queryLocator",
                        "rawHttpHeaders",
                        "rawMethod",
                        "rawPath",
                        "rawPayload",
                        "rawQueryParameters",
                        "reportId",
                        "reportMetadata",
                        "resultId",
                        "sObjectBlobFieldName",
                        "sObjectClass",
                        "sObjectFields",
                        "sObjectId",
                        "sObjectIdName",
                        "sObjectIdValue",
                        "sObjectName",
                        "sObjectQuery",
                        "sObjectSearch",
                        "streamQueryReadAhead",
                        "streamQueryResult",
                        "streaming",
                        "updateTopic")
                .forEach(option -> reasons.put(option, OF_ONE_REQUEST));
        // only an endpoint has them, and a doctor examines a component
        Stream.of(
                        "operationName",
                        "topicName",
                        "breakOnFirstError",
                        "commitBatchSize",
                        "commitInterval",
                        "deadLetterUri",
                        "durable",
                        "managedSubscription",
                        "maxInFlightEvents",
                        "maxRedeliveries",
                        "pubSubRawBitmaps",
                        "pubSubReplayId",
                        "replayGapPolicy",
                        "replayId",
                        "stallAfter",
                        "subscriptionName")
                .forEach(option -> reasons.put(option, OF_ONE_ROUTE));
        return reasons;
    }

    private static Breaking fails(
            String option, Consumer<SalesforceCcComponent> setting, Trouble trouble, CheckName check) {
        return new Breaking(option, option, (component, org) -> setting.accept(component), trouble, check);
    }

    private static Breaking refused(String option, Consumer<SalesforceCcComponent> setting) {
        return refused(option, setting, option);
    }

    private static Breaking refused(String option, Consumer<SalesforceCcComponent> setting, String named) {
        return new Breaking(option, named, (component, org) -> setting.accept(component), Trouble.START, null);
    }

    private static Breaking failsBehindLogin(String option, Consumer<SalesforceCcComponent> setting) {
        return fails(
                option,
                component -> {
                    behindLogin(component);
                    setting.accept(component);
                },
                Trouble.LOGIN,
                CheckName.TOKEN_ENDPOINT);
    }

    private static void behind(SalesforceCcComponent component, String host, int port) {
        component.setHttpProxyHost(host);
        component.setHttpProxyPort(port);
        component.setHttpProxySecure(false);
    }

    private static void behindLogin(SalesforceCcComponent component) {
        behind(component, "127.0.0.1", proxyWithLogin.port());
        component.setHttpProxyUsername("me");
        component.setHttpProxyPassword("hush");
        component.setHttpProxyRealm("proxy");
        component.setHttpProxyAuthUri("http://127.0.0.1:" + proxyWithLogin.port());
    }

    private static void withoutPair(SalesforceCcComponent component) {
        component.setClientId(null);
        component.setClientSecret(null);
    }

    private static SalesforceEndpointConfig config(SalesforceCcComponent component) {
        component.setConfig(new SalesforceEndpointConfig());
        return component.getConfig();
    }

    private static void slow(SalesforceSimulator org) {
        org.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.Delay(Duration.ofSeconds(1)), 20);
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setInitialReplyIdTimeout(0);
        component.getTokenPolicy().setMaxLoginAttempts(1);
        return component;
    }

    private static void start(SalesforceCcComponent component) {
        component.getCamelContext().start();
        component.start();
    }

    private static boolean logsIn(SalesforceCcComponent component) {
        start(component);
        return component.login().status().usable();
    }

    private static Exchange request(CamelContext context) {
        return context.createProducerTemplate().request("salesforce-cc:limits?rawPayload=true", exchange -> {});
    }

    private static void assertNotSubscribed(SalesforceCcComponent component, String operation) throws Exception {
        CamelContext context = component.getCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:" + operation + ":/event/Order__e").to("mock:orders");
            }
        });
        try {
            start(component);
        } catch (Exception e) {
            return;
        }
        await().until(() -> component.subscriptions().statuses().stream().anyMatch(status -> status.problem() != null));
    }

    private static DoctorReport assertGreen(SalesforceCcComponent component) throws Exception {
        try (CamelContext context = TestContexts.contextWith(component)) {
            DoctorReport report = component.doctor().examine();

            assertThat(report.failures()).as(report.toString()).isZero();
            assertThat(logsIn(component)).isTrue();
            assertThat(request(context).getException()).isNull();
            return report;
        }
    }

    static final class HttpsAndPubSub implements SimulatorSettings {

        @Override
        public void apply(SalesforceSimulator.Builder builder) {
            new WithOrders().apply(builder);
            builder.tls(TestTls.server()).pubSubTls(TestTls.server());
        }
    }
}
