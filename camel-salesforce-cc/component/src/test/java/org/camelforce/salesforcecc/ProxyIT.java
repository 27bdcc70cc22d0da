package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.ConnectProxy.Login;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One setting of a proxy holds on each {@link Way}. In each test, one way is behind the proxy and the others are not.
 */
@WithSalesforceSimulator(settings = WithOrders.class)
class ProxyIT {

    private static final String USERNAME = "me-at-the-proxy";
    private static final String PASSWORD = "hush, proxy";

    private TlsGate api;
    private TlsGate pubSub;

    @BeforeEach
    void open(SalesforceSimulator org) throws Exception {
        api = new TlsGate(URI.create(org.getLoginUrl()).getPort(), TestTls.server(), false);
        pubSub = new TlsGate(org.getPubSubPort(), TestTls.server(), false);
    }

    @AfterEach
    void close() throws Exception {
        api.close();
        pubSub.close();
    }

    static Stream<Arguments> waysAndLogins() {
        return Stream.of(Way.values())
                .flatMap(way -> Stream.of(
                        Arguments.of(way, Login.NONE, false),
                        Arguments.of(way, Login.BASIC, false),
                        Arguments.of(way, Login.BASIC, true),
                        Arguments.of(way, Login.DIGEST, false),
                        Arguments.of(way, Login.DIGEST, true)));
    }

    @ParameterizedTest
    @MethodSource("waysAndLogins")
    void f24ProxyWhenItAsksForALoginThenItGetsOneAndTheWayIsOpen(
            Way way, Login login, boolean closing, SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy(login, USERNAME, PASSWORD, closing)) {
            SalesforceCcComponent component = behind(proxy, way, org);
            if (login != Login.NONE) {
                logIn(component, PASSWORD, login);
            }
            try (CamelContext context = TestContexts.contextWith(component)) {
                way.use(context, component, org);

                assertThat(proxy.targets()).isNotEmpty().containsOnly(address(way));
                assertThat(proxy.requests().get(0))
                        .startsWith("CONNECT " + address(way))
                        .doesNotContainIgnoringCase("authorization");
                assertThat(proxy.seen())
                        .doesNotContain(TestContexts.token(component), org.getClientSecret(), org.getClientId());
                assertThat(api.seen() + pubSub.seen())
                        .isNotEmpty()
                        .doesNotContainIgnoringCase("proxy-authorization")
                        .doesNotContain(USERNAME, PASSWORD);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void f24ProxyWhenReachedOverTlsThenTheWayIsOpen(Way way, SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.overTls(USERNAME, PASSWORD)) {
            SalesforceCcComponent component = behind(proxy, way, org);
            component.setHttpProxySecure(true);
            logIn(component, PASSWORD, Login.BASIC);
            try (CamelContext context = TestContexts.contextWith(component)) {
                way.use(context, component, org);

                assertThat(proxy.targets()).isNotEmpty().containsOnly(address(way));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void f24ProxyWhenItSpeaksSocks4ThenTheWayIsOpen(Way way, SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = ConnectProxy.socks4()) {
            SalesforceCcComponent component = behind(proxy, way, org);
            component.setHttpProxySocks4(true);
            try (CamelContext context = TestContexts.contextWith(component)) {
                way.use(context, component, org);

                assertThat(proxy.targets()).isNotEmpty().containsOnly(address(way));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void f24ProxyWhenTheAddressIsExcludedThenTheWayDoesNotLeadThroughIt(Way way, SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = new ConnectProxy(USERNAME, PASSWORD)) {
            SalesforceCcComponent component = behind(proxy, way, org);
            component.setHttpProxyIncludedAddresses(null);
            component.setHttpProxyExcludedAddresses(
                    Set.of("127.0.0.1:" + api.port(), "localhost:" + api.port(), address(Way.PUB_SUB)));
            try (CamelContext context = TestContexts.contextWith(component)) {
                way.use(context, component, org);

                assertThat(proxy.requests()).isEmpty();
            }
        }
    }

    static Stream<Arguments> waysAndMistakes() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(Login.BASIC, Login.DIGEST)
                .flatMap(login -> Stream.of("password", "realm").map(mistake -> Arguments.of(way, login, mistake))));
    }

    @ParameterizedTest
    @MethodSource("waysAndMistakes")
    void f24ProxyWhenItDeniesTheLoginThenTheOptionsAreNamedAndThePasswordIsNot(
            Way way, Login login, String mistake, SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy(login, USERNAME, PASSWORD, false)) {
            SalesforceCcComponent component = behind(proxy, way, org);
            logIn(component, mistake.equals("password") ? "hush, wrong" : PASSWORD, login);
            if (mistake.equals("realm")) {
                component.setHttpProxyRealm("another");
            }
            try (CamelContext context = TestContexts.contextWith(component)) {
                assertThat(way.problem(context, component))
                        .contains("407", "options httpProxyUsername and httpProxyPassword", "httpProxyRealm")
                        .contains(ConnectProxy.REALM)
                        .doesNotContain("hush", USERNAME);
                assertThat(proxy.targets()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void f24ProxyWhenNoLoginIsSetAndItAsksForOneThenTheOptionsAreNamed(Way way, SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = new ConnectProxy(USERNAME, PASSWORD)) {
            SalesforceCcComponent component = behind(proxy, way, org);
            try (CamelContext context = TestContexts.contextWith(component)) {
                assertThat(way.problem(context, component))
                        .contains("407", "options httpProxyUsername and httpProxyPassword");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void f24ProxyWhenItSpeaksPlainHttpAndTlsIsTriedThenTheOptionIsNamed(Way way, SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = new ConnectProxy()) {
            SalesforceCcComponent component = behind(proxy, way, org);
            component.setHttpProxySecure(true);
            try (CamelContext context = TestContexts.contextWith(component)) {
                assertThat(way.problem(context, component)).contains("option httpProxySecure");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void f24ProxyWhenTheOrgIsReachedByPlainHttpThenTheProxySeesNothing(boolean socks4, SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = socks4 ? ConnectProxy.socks4() : new ConnectProxy()) {
            SalesforceCcComponent component = behind(proxy, Way.REST, org);
            component.setHttpProxySocks4(socks4);
            component.setHttpProxyIncludedAddresses(null);
            component.setLoginUrl(org.getLoginUrl());
            component.setInstanceUrl(null);
            try (CamelContext context = TestContexts.contextWith(component)) {
                Way.REST.use(context, component, org);

                assertThat(proxy.seen()).isEmpty();
                assertThat(proxy.targets()).isEmpty();
            }
        }
    }

    private String address(Way way) {
        return switch (way) {
            case LOGIN -> "localhost:" + api.port();
            case REST, COMETD -> "127.0.0.1:" + api.port();
            case PUB_SUB -> "localhost:" + pubSub.port();
        };
    }

    private SalesforceCcComponent behind(ConnectProxy proxy, Way way, SalesforceSimulator org) {
        SalesforceCcComponent component = TestHttps.component(org);
        component.setLoginUrl("https://localhost:" + api.port());
        // the Pub/Sub API compares the instance with that of the token
        component.setInstanceUrl(way == Way.PUB_SUB ? null : "https://127.0.0.1:" + api.port());
        component.setPubSubHost("localhost");
        component.setPubSubPort(pubSub.port());
        component.setInitialReplyIdTimeout(1);
        component.setHttpProxyHost("127.0.0.1");
        component.setHttpProxyPort(proxy.port());
        component.setHttpProxySecure(false);
        component.setHttpProxyIncludedAddresses(Set.of(address(way)));
        return component;
    }

    private static void logIn(SalesforceCcComponent component, String password, Login login) {
        component.setHttpProxyUsername(USERNAME);
        component.setHttpProxyPassword(password);
        component.setHttpProxyRealm(ConnectProxy.REALM);
        component.setHttpProxyAuthUri(
                (component.isHttpProxySecure() ? "https" : "http") + "://127.0.0.1:" + component.getHttpProxyPort());
        component.setHttpProxyUseDigestAuth(login == Login.DIGEST);
    }
}
