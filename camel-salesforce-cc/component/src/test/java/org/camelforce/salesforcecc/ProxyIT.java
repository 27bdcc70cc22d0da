package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Pub/Sub API through the proxy of the component's options. */
@WithSalesforceSimulator(settings = PubSubTest.WithOrders.class)
class ProxyIT {

    @Test
    void pubSubWhenAProxyIsSetThenEventsComeThroughIt(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush");
                CamelContext context = TestContexts.contextWith(behind(proxy, org))) {
            context.addRoutes(subscription());
            context.start();
            MockEndpoint orders = context.getEndpoint("mock:orders", MockEndpoint.class);
            orders.expectedMessageCount(1);

            TestRecords.publish(org, "Order__e", "Number__c", "17");

            orders.assertIsSatisfied(30_000);
            assertThat(proxy.targets()).contains(org.getPubSubHost() + ":" + org.getPubSubPort());
        }
    }

    @Test
    void pubSubWhenItsAddressIsExcludedThenNotThroughTheProxy(SalesforceSimulator org) throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = behind(proxy, org);
            component.setHttpProxySecure(true);
            component.setHttpProxyExcludedAddresses(Set.of(org.getPubSubHost() + ":" + org.getPubSubPort()));
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.addRoutes(subscription());
                context.start();

                assertThat(component.subscriptions()).isNotNull();
                assertThat(proxy.targets()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"httpProxySocks4", "httpProxySecure", "httpProxyUseDigestAuth"})
    void pubSubWhenTheProxyIsOfAnotherKindThenTheRouteIsRefusedByName(String option, SalesforceSimulator org)
            throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("me", "hush")) {
            SalesforceCcComponent component = behind(proxy, org);
            component.setHttpProxySocks4(option.equals("httpProxySocks4"));
            component.setHttpProxySecure(option.equals("httpProxySecure"));
            component.setHttpProxyUseDigestAuth(option.equals("httpProxyUseDigestAuth"));
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.addRoutes(subscription());

                assertThatThrownBy(context::start)
                        .hasStackTraceContaining("Option " + option + "=true")
                        .hasStackTraceContaining("option httpProxyExcludedAddresses");
            }
        }
    }

    private static RouteBuilder subscription() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:pubSubSubscribe:/event/Order__e").to("mock:orders");
            }
        };
    }

    /** Only the Pub/Sub API is behind the proxy. */
    private static SalesforceCcComponent behind(ConnectProxy proxy, SalesforceSimulator org) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setSslContextParameters(TestTls.client());
        component.setPubSubHost(org.getPubSubHost());
        component.setPubSubPort(org.getPubSubPort());
        component.setHttpProxyHost("127.0.0.1");
        component.setHttpProxyPort(proxy.port());
        component.setHttpProxySecure(false);
        component.setHttpProxyUsername("me");
        component.setHttpProxyPassword("hush");
        component.setHttpProxyRealm("proxy");
        component.setHttpProxyAuthUri("http://127.0.0.1:" + proxy.port());
        component.setHttpProxyIncludedAddresses(Set.of(org.getPubSubHost() + ":" + org.getPubSubPort()));
        return component;
    }
}
