package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.internal.connection.Transport;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Socks4Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The options about HTTP do to the clients of component and doctor what they do to that of camel-salesforce, but for
 * the default of {@code httpClientIdleTimeout}.
 */
@WithSalesforceSimulator
class TransportOptionsIT {

    /** Options that are set, with the name of the case. */
    record Case(String name, Consumer<SalesforceComponent> setting) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("defaults", component -> {}),
                new Case("time-outs and sizes", component -> {
                    component.setHttpClientConnectionTimeout(1_234);
                    component.setHttpClientIdleTimeout(2_345);
                    component.setHttpRequestBufferSize(9_876);
                }),
                new Case("plain proxy", component -> {
                    proxy(component);
                    component.setHttpProxySecure(false);
                    component.setHttpProxyIncludedAddresses(Set.of("a:1"));
                    component.setHttpProxyExcludedAddresses(Set.of("b:1"));
                }),
                new Case("proxy over TLS", TransportOptionsIT::proxy),
                new Case("SOCKS proxy", component -> {
                    proxy(component);
                    component.setHttpProxySocks4(true);
                }),
                new Case("login", TransportOptionsIT::login),
                new Case("login by digest", component -> {
                    login(component);
                    component.setHttpProxyUseDigestAuth(true);
                }),
                new Case(
                        "properties",
                        component -> component.setHttpClientProperties(new LinkedHashMap<>(Map.of(
                                "connectBlocking", "true",
                                "httpConnectionTimeout", "1234",
                                "httpProxyHost", "proxy",
                                "httpProxyPort", "3128",
                                "isHttpProxySecure", "false")))),
                new Case(
                        "properties, host and port only",
                        component -> component.setHttpClientProperties(
                                new LinkedHashMap<>(Map.of("httpProxyHost", "proxy", "httpProxyPort", "3128")))),
                new Case("blank proxy", component -> {
                    component.setHttpProxyHost("");
                    component.setHttpProxyPort(3128);
                }),
                new Case("blank login", component -> {
                    proxy(component);
                    component.setHttpProxyUsername("");
                    component.setHttpProxyPassword("");
                    component.setHttpProxyRealm("");
                    component.setHttpProxyAuthUri("");
                }),
                new Case("blank username", component -> {
                    login(component);
                    component.setHttpProxyUsername(" ");
                }),
                new Case("login, in parts", component -> {
                    login(component);
                    component.setHttpProxyRealm(null);
                    component.setHttpProxyAuthUri(null);
                    component.setHttpClientProperties(new LinkedHashMap<>(
                            Map.of("httpProxyRealm", "realm", "httpProxyAuthUri", "http://proxy:3129")));
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void componentWhenStartedThenItsClientIsSetUpAsThatOfCamelSalesforce(Case options, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        options.setting().accept(component);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();

            assertThat(seen(TestContexts.httpClient(component))).isEqualTo(upstream(options, org));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doctorWhenItOpensAClientThenItIsSetUpAsThatOfCamelSalesforce(Case options, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        options.setting().accept(component);
        try (CamelContext context = TestContexts.contextWith(component);
                Transport transport = Transport.open(
                        StartSettings.of(component, null, other -> null).transport())) {
            assertThat(seen(transport.httpClient())).isEqualTo(upstream(options, org));
        }
    }

    @Test
    void componentWhenAnOptionIsChangedWhileItIsStoppedThenTheNewValueHolds(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();
            component.stop();

            component.setHttpRequestTimeout(1_234);
            component.start();

            assertThat(TestContexts.orgLogin(component).timeoutMillis()).isEqualTo(1_234);
            assertThat(component.getHttpClientProperties()).isNull();
        }
    }

    static Stream<Arguments> addresses() {
        Object array = new String[] {"a:1", "b:2"};
        return Stream.of(Arguments.of("a:1, b:2"), Arguments.of(List.of("a:1", "b:2")), Arguments.of(array));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void componentWhenAddressesInPropertiesAreNoSetThenTheyAreConverted(Object addresses, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLazyLogin(true);
        proxy(component);
        component.setHttpProxySecure(false);
        component.setHttpClientProperties(Map.of("httpProxyInclude", addresses, "httpProxyExclude", addresses));
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();

            assertThat(TestContexts.httpClient(component)
                            .getProxyConfiguration()
                            .getProxies())
                    .singleElement()
                    .satisfies(proxy -> {
                        assertThat(proxy.getIncludedAddresses()).containsExactlyInAnyOrder("a:1", "b:2");
                        assertThat(proxy.getExcludedAddresses()).containsExactlyInAnyOrder("a:1", "b:2");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"httpProxyInclude", "httpProxyExclude"})
    void componentWhenAddressesInPropertiesAreNoneThenRefusedByName(String name, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        proxy(component);
        component.setHttpClientProperties(Map.of(name, 1));
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> StartSettings.of(component, null, other -> null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Option httpClientProperties." + name + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"httpProxyPassword", "httpProxyRealm", "httpProxyAuthUri"})
    void componentWhenOneOptionOfTheLoginIsBlankThenRefusedByName(String name, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        login(component);
        component.setHttpClientProperties(Map.of(name, " "));
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> StartSettings.of(component, null, other -> null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("without option " + name);
        }
    }

    private static Map<String, Object> upstream(Case options, SalesforceSimulator org) throws Exception {
        SalesforceComponent component = TestContexts.upstream(org);
        component.setLazyLogin(true);
        component.setConfig(new SalesforceEndpointConfig());
        component.setHttpClientIdleTimeout(TransportSettings.DEFAULT_IDLE_TIMEOUT_MILLIS);
        options.setting().accept(component);
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce", component);
            context.start();
            component.start();
            return seen(component.getConfig().getHttpClient());
        }
    }

    private static Map<String, Object> seen(HttpClient client) {
        Map<String, Object> seen = new LinkedHashMap<>();
        seen.put("connectTimeout", client.getConnectTimeout());
        seen.put("idleTimeout", client.getIdleTimeout());
        seen.put("requestBufferSize", client.getRequestBufferSize());
        seen.put("connectBlocking", client.isConnectBlocking());
        seen.put(
                "proxies",
                client.getProxyConfiguration().getProxies().stream()
                        .map(proxy -> List.of(
                                proxy instanceof Socks4Proxy,
                                proxy.getAddress(),
                                proxy.isSecure(),
                                proxy.getIncludedAddresses(),
                                proxy.getExcludedAddresses()))
                        .toList());
        for (String type : List.of("Basic", "Digest")) {
            Authentication login =
                    client.getAuthenticationStore().findAuthentication(type, URI.create("http://proxy:3129"), "realm");
            seen.put(type, login == null ? "none" : login.getClass());
        }
        return seen;
    }

    private static void proxy(SalesforceComponent component) {
        component.setHttpProxyHost("proxy");
        component.setHttpProxyPort(3128);
    }

    private static void login(SalesforceComponent component) {
        proxy(component);
        component.setHttpProxyUsername("me");
        component.setHttpProxyPassword("hush");
        component.setHttpProxyRealm("realm");
        component.setHttpProxyAuthUri("http://proxy:3129");
    }
}
