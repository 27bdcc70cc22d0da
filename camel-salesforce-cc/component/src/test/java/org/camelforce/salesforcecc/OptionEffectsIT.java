package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.session.SalesforceConnection;
import org.camelforce.salesforcecc.replay.StateRepositoryReplayStore;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.Socks4Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each option of the component's schema has an effect or is refused by name: none is taken and then does nothing. The
 * options of endpoints, which the component has as defaults, are tested with the operations and subscriptions.
 */
@WithSalesforceSimulator
class OptionEffectsIT {

    /** Options whose effect another test shows. */
    private static final Map<Class<?>, Set<String>> SHOWN_BY = Map.ofEntries(
            Map.entry(
                    OptionsTest.class,
                    Set.of(
                            "authenticationStrategy",
                            "clientId",
                            "clientSecret",
                            "loginUrl",
                            "loginConfig",
                            "clientAuthenticationMethod",
                            "instanceUrl")),
            Map.entry(CredentialsIT.class, Set.of("credentialsLocation", "credentialsSource", "next")),
            Map.entry(RunAsUserIT.class, Set.of("expectedOrgId", "expectedUserId")),
            Map.entry(RequestTargetTest.class, Set.of("legacyHeaders")),
            Map.entry(StartIT.class, Set.of("lazyLogin")),
            Map.entry(StopTest.class, Set.of("revokeOnStop")),
            Map.entry(SlowRequestLogTest.class, Set.of("slowRequestThreshold")),
            Map.entry(PartialErrorsTest.class, Set.of("failOnPartialError")),
            Map.entry(RetriedRequestsIT.class, Set.of("maxRequestAttempts", "requestBackoff", "requestBackoffMax")),
            Map.entry(TokenPolicyOptionsTest.class, Set.of("tokenPolicy")),
            Map.entry(
                    ProxyIT.class,
                    Set.of(
                            "httpProxyUsername",
                            "httpProxyPassword",
                            "httpProxyUseDigestAuth",
                            "pubSubHost",
                            "pubSubPort",
                            "sslContextParameters")),
            Map.entry(DurableSubscriptionIT.class, Set.of("replayStoreLocation")));

    /** Options whose effect a test that this one cannot name shows. */
    private static final Map<String, String> SHOWN_BY_OTHERS = Map.of(
            "autowiredEnabled", "Camel's own tests: it is of Camel's alone, before the component starts",
            "longPollingTransportProperties", "CometDStreamsTest",
            "useGlobalSslContextParameters", "SourceKameletsIT of the Kamelets");

    @Test
    void optionsWhenInTheSchemaThenEachHasAnEffectOrIsRefused() {
        Set<String> known = new TreeSet<>(OptionSchema.names("properties"));
        known.addAll(SHOWN_BY_OTHERS.keySet());
        known.add("initialReplyIdTimeout");
        SHOWN_BY.values().forEach(known::addAll);
        known.addAll(effects().keySet());
        refusals().forEach(refusal -> known.add(refusal.option()));

        assertThat(OptionSchema.names("componentProperties")).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void startWhenAnOptionWouldDoNothingThenRefusedByName(Refusal refusal, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        refusal.setting().accept(component);

        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> {
                        context.start();
                        component.start();
                    })
                    .hasStackTraceContaining("Option " + refusal.option() + " ");
        }
        assertThat(org.tokenRequests()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void startWhenAnOptionIsSetThenItHasItsEffect(String option, Effect effect, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        effect.setting().accept(component);

        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();

            assertThat(effect.seen().apply(component)).as(option).isEqualTo(effect.expected());
        }
    }

    static Stream<Arguments> startWhenAnOptionIsSetThenItHasItsEffect() {
        return effects().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @Test
    void initialReplyIdTimeoutWhenOverThenTheStartOfARouteWaitsNoLonger(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInitialReplyIdTimeout(0);
        try (LogLines lines = LogLines.from(Level.WARN);
                CamelContext context = TestContexts.contextWith(component)) {
            context.addRoutes(TestContexts.orders());
            context.start();

            assertThat(lines.with("No answer yet to the subscription")).isNotEmpty();
        }
    }

    @Test
    void startWhenASecondComponentWithTheSameLoginHasAnotherPolicyThenRefusedWithTheFirst(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent second = TestContexts.component(org);
        second.getTokenPolicy().setLoginBurst(3);

        assertSecondRefused(org, second, "Option tokenPolicy.loginBurst ");
    }

    @Test
    void startWhenASecondComponentWithTheSameLoginSendsTheSecretInAnotherWayThenRefusedWithTheFirst(
            SalesforceSimulator org) throws Exception {
        SalesforceCcComponent second = TestContexts.component(org);
        second.setClientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

        assertSecondRefused(org, second, "Option clientAuthenticationMethod ");
    }

    @Test
    void startWhenTheFirstOneHasStoppedThenTheSecondOnesPolicyHolds(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent first = TestContexts.component(org);
        SalesforceCcComponent second = TestContexts.component(org);
        second.getTokenPolicy().setLoginBurst(3);
        try (CamelContext context = TestContexts.contextWith(first)) {
            context.start();
            first.start();
            first.stop();
            context.addComponent("second", second);

            second.start();

            assertThat(second.isStarted()).isTrue();
        }
    }

    private static void assertSecondRefused(SalesforceSimulator org, SalesforceCcComponent second, String option)
            throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.start();
            context.getComponent("salesforce-cc").start();
            assertThatThrownBy(() -> {
                        context.addComponent("second", second);
                        second.start();
                    })
                    .hasStackTraceContaining(option)
                    .hasStackTraceContaining("component salesforce-cc");
        }
    }

    private static List<Refusal> refusals() {
        return List.of(
                new Refusal("httpClient", c -> {
                    c.setConfig(new SalesforceEndpointConfig());
                    c.getConfig().setHttpClient(new SalesforceHttpClient());
                }),
                new Refusal("userName", c -> c.setUserName("u")),
                new Refusal("password", c -> c.setPassword("p")),
                new Refusal("refreshToken", c -> c.setRefreshToken("t")),
                new Refusal("keystore", c -> c.setKeystore(new KeyStoreParameters())),
                new Refusal("jwtAudience", c -> c.setJwtAudience("a")),
                new Refusal("authenticationType", c -> c.setAuthenticationType(AuthenticationType.JWT)),
                new Refusal("loginConfig.type", c -> {
                    SalesforceLoginConfig config = new SalesforceLoginConfig();
                    config.setType(AuthenticationType.JWT);
                    c.setLoginConfig(config);
                }),
                new Refusal("allowedHosts", c -> c.setAllowedHosts("gateway.example.com:8443")),
                new Refusal("allowedHosts", c -> c.setAllowedHosts("*.example.com")),
                new Refusal("replayStoreLocation", c -> {
                    c.setReplayStore(new StateRepositoryReplayStore(new MemoryStateRepository()));
                    c.setReplayStoreLocation("elsewhere");
                }),
                besideStrategy("loginUrl", c -> {}),
                besideStrategy("clientId", c -> c.setLoginUrl(null)),
                besideStrategy("credentialsLocation", c -> {
                    withoutPair(c);
                    c.setCredentialsLocation("/etc/secrets");
                }),
                besideStrategy("credentialsSource", c -> {
                    withoutPair(c);
                    c.setCredentialsSource(List::of);
                }),
                besideStrategy("next.clientSecret", c -> {
                    withoutPair(c);
                    c.getNext().setClientSecret("next");
                }),
                besideStrategy("clientAuthenticationMethod", c -> {
                    withoutPair(c);
                    c.setClientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
                }),
                new Refusal("httpProxyPort", c -> c.setHttpProxyPort(3128)),
                new Refusal("httpProxyHost", c -> c.setHttpProxyHost("proxy")),
                new Refusal("httpProxySocks4", c -> c.setHttpProxySocks4(true)),
                new Refusal("httpProxySecure", c -> c.setHttpProxySecure(false)),
                new Refusal("httpProxyIncludedAddresses", c -> c.setHttpProxyIncludedAddresses(Set.of("a"))),
                new Refusal("httpProxyExcludedAddresses", c -> c.setHttpProxyExcludedAddresses(Set.of("a"))),
                new Refusal("httpProxyUsername", c -> c.setHttpProxyUsername("u")),
                new Refusal("httpProxyUsername", c -> {
                    c.setHttpProxyHost("proxy");
                    c.setHttpProxyPort(3128);
                    c.setHttpProxyUsername("u");
                }),
                new Refusal("httpProxyUsername", c -> {
                    c.setHttpProxyHost("proxy");
                    c.setHttpProxyPort(3128);
                    c.setHttpProxySocks4(true);
                    c.setHttpProxyUsername("u");
                    c.setHttpProxyPassword("p");
                    c.setHttpProxyRealm("r");
                    c.setHttpProxyAuthUri("http://proxy:3128");
                }),
                new Refusal("httpProxyPassword", c -> c.setHttpProxyPassword("p")),
                new Refusal("httpProxyRealm", c -> c.setHttpProxyRealm("r")),
                new Refusal("httpProxyAuthUri", c -> c.setHttpProxyAuthUri("http://proxy")),
                new Refusal("httpProxyUseDigestAuth", c -> c.setHttpProxyUseDigestAuth(true)));
    }

    private static Refusal besideStrategy(String option, Consumer<SalesforceCcComponent> setting) {
        return new Refusal(option, component -> {
            component.setAuthenticationStrategy(() -> CompletableFuture.failedFuture(new IllegalStateException()));
            setting.accept(component);
        });
    }

    private static void withoutPair(SalesforceCcComponent component) {
        component.setLoginUrl(null);
        component.setClientId(null);
        component.setClientSecret(null);
    }

    private static Map<String, Effect> effects() {
        Map<String, Effect> effects = new LinkedHashMap<>();
        effects.put(
                "httpClientConnectionTimeout",
                new Effect(
                        c -> c.setHttpClientConnectionTimeout(1_234),
                        c -> client(c).getConnectTimeout(),
                        1_234L));
        effects.put(
                "httpClientIdleTimeout",
                new Effect(
                        c -> c.setHttpClientIdleTimeout(1_234), c -> client(c).getIdleTimeout(), 1_234L));
        effects.put(
                "httpMaxContentLength",
                new Effect(
                        c -> c.setHttpMaxContentLength(12_345),
                        c -> connection(c).limits().maxAnswerBytes(),
                        12_345));
        effects.put(
                "httpRequestBufferSize",
                new Effect(
                        c -> c.setHttpRequestBufferSize(12_345), c -> client(c).getRequestBufferSize(), 12_345));
        effects.put(
                "httpRequestTimeout",
                new Effect(
                        c -> c.setHttpRequestTimeout(1_234),
                        c -> connection(c).limits().timeoutMillis(),
                        1_234L));
        effects.put(
                "httpClientProperties",
                new Effect(
                        c -> c.setHttpClientProperties(
                                new LinkedHashMap<>(Map.of("maxConnectionsPerDestination", "17"))),
                        c -> client(c).getMaxConnectionsPerDestination(),
                        17));
        effects.put(
                "workerPoolSize",
                new Effect(c -> c.setWorkerPoolSize(7), c -> workers(c).getCorePoolSize(), 7));
        effects.put(
                "workerPoolMaxSize",
                new Effect(c -> c.setWorkerPoolMaxSize(17), c -> workers(c).getMaximumPoolSize(), 17));
        effects.put("httpProxyRealm", login(c -> c.setHttpProxyRealm("inner"), "http://proxy:3128", "inner"));
        effects.put(
                "httpProxyAuthUri",
                login(c -> c.setHttpProxyAuthUri("http://proxy:3129"), "http://proxy:3129", "outer"));
        effects.put(
                "packages",
                new Effect(
                        c -> c.setPackages("org.camelforce.salesforcecc.dto"),
                        c -> c.getClassMap().get("Account"),
                        Account.class));
        effects.put(
                "config",
                new Effect(
                        c -> {
                            SalesforceEndpointConfig config = new SalesforceEndpointConfig();
                            config.setApiVersion("61.0");
                            c.setConfig(config);
                        },
                        c -> c.getCamelContext()
                                .getEndpoint("salesforce-cc:limits", SalesforceCcEndpoint.class)
                                .getConfiguration()
                                .getApiVersion(),
                        "61.0"));
        effects.put(
                "pubsubAllowUseSystemProxy",
                new Effect(
                        c -> c.setPubsubAllowUseSystemProxy(true),
                        c -> StartSettings.of(c, null, other -> null).pubSub().systemProxy(),
                        true));
        effects.put("httpProxyHost", proxy(c -> {}, proxy -> proxy.getAddress().getHost(), "proxy"));
        effects.put("httpProxyPort", proxy(c -> {}, proxy -> proxy.getAddress().getPort(), 3128));
        effects.put("httpProxySocks4", proxy(c -> c.setHttpProxySocks4(true), Socks4Proxy.class::isInstance, true));
        effects.put(
                "httpProxySecure", proxy(c -> c.setHttpProxySecure(false), ProxyConfiguration.Proxy::isSecure, false));
        effects.put(
                "httpProxyIncludedAddresses",
                proxy(
                        c -> c.setHttpProxyIncludedAddresses(Set.of("a:1")),
                        ProxyConfiguration.Proxy::getIncludedAddresses,
                        Set.of("a:1")));
        effects.put(
                "httpProxyExcludedAddresses",
                proxy(
                        c -> c.setHttpProxyExcludedAddresses(Set.of("a:1")),
                        ProxyConfiguration.Proxy::getExcludedAddresses,
                        Set.of("a:1")));
        return effects;
    }

    private static Effect proxy(
            Consumer<SalesforceCcComponent> setting, Function<ProxyConfiguration.Proxy, Object> seen, Object expected) {
        return new Effect(
                component -> {
                    component.setHttpProxyHost("proxy");
                    component.setHttpProxyPort(3128);
                    setting.accept(component);
                },
                component -> seen.apply(
                        client(component).getProxyConfiguration().getProxies().get(0)),
                expected);
    }

    /** What a login at the proxy is for. */
    private static Effect login(Consumer<SalesforceCcComponent> setting, String uri, String realm) {
        return new Effect(
                component -> {
                    component.setHttpProxyHost("proxy");
                    component.setHttpProxyPort(3128);
                    component.setHttpProxyUsername("me");
                    component.setHttpProxyPassword("hush");
                    component.setHttpProxyRealm("outer");
                    component.setHttpProxyAuthUri("http://proxy:3128");
                    setting.accept(component);
                },
                component ->
                        client(component).getAuthenticationStore().findAuthentication("Basic", URI.create(uri), realm)
                                != null,
                true);
    }

    private static HttpClient client(SalesforceCcComponent component) {
        return TestContexts.httpClient(component);
    }

    private static SalesforceConnection connection(SalesforceCcComponent component) {
        return Objects.requireNonNull(component.connectionOrNull());
    }

    private static ThreadPoolExecutor workers(SalesforceCcComponent component) {
        return (ThreadPoolExecutor) connection(component).workers().pool();
    }

    private record Refusal(String option, Consumer<SalesforceCcComponent> setting) {

        @Override
        public String toString() {
            return option;
        }
    }

    private record Effect(
            Consumer<SalesforceCcComponent> setting, Function<SalesforceCcComponent, Object> seen, Object expected) {

        @Override
        public String toString() {
            return String.valueOf(expected);
        }
    }
}
