package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.TestHttps.LIMITS;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.internal.http.SalesforceHttpClientConfigurer;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;

/** Under which name the configurer is in the registry, and from when on. */
@WithSalesforceSimulator(settings = TestHttps.Tls.class)
class HttpBindingTest {

    @Test
    void addComponentWhenContextIsNotStartedThenBound(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestHttps.component(org))) {
            assertThat(bean(context, "salesforceCc")).isInstanceOf(SalesforceHttpClientConfigurer.class);
        }
    }

    @Test
    void addComponentWhenItWasMadeForTheContextThenBound() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", new SalesforceCcComponent(context));

            assertThat(bean(context, "salesforceCc")).isInstanceOf(SalesforceHttpClientConfigurer.class);
        }
    }

    @Test
    void addComponentWhenItHasANameOfItsOwnThenSoHasTheBean(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("asia", TestHttps.component(org));

            assertThat(bean(context, "asiaHttp")).isInstanceOf(SalesforceHttpClientConfigurer.class);
            assertThat(bean(context, "salesforceCc")).isNull();
        }
    }

    @Test
    void addComponentWhenTheUserHasABeanOfThatNameThenItStays(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            HttpClientConfigurer mine = builder -> {};
            context.getRegistry().bind("salesforceCc", mine);
            context.addComponent("salesforce-cc", TestHttps.component(org));
            context.start();

            assertThat(context.getRegistry().findByType(HttpClientConfigurer.class))
                    .containsExactly(mine);
        }
    }

    /** The properties are in an order in which the bean is named before its component. */
    @Test
    void propertiesWhenTheyNameItForAllHttpsEndpointsThenTheySendTheToken(SalesforceSimulator org) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("tls", TestTls.client());
        main.addInitialProperty("camel.component.https.http-client-configurer", "#salesforceCc");
        main.addInitialProperty("camel.component.https.ssl-context-parameters", "#tls");
        login(main, "camel.component.salesforce-cc.", org);
        main.addInitialProperty("camel.component.salesforce-cc.ssl-context-parameters", "#tls");
        main.configure().addRoutesBuilder(route(org.getLoginUrl() + LIMITS));

        assertThat(limits(main)).contains("DailyApiRequests");
    }

    /** Nothing but the https endpoint wants the component. */
    @Test
    void propertiesWhenComponentIsABeanThenItsHttpEndpointsSendItsToken(SalesforceSimulator org) throws Exception {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.bind("tls", TestTls.client());
        main.addInitialProperty("camel.beans.asia", "#class:" + SalesforceCcComponent.class.getName());
        login(main, "camel.beans.asia.", org);
        main.addInitialProperty("camel.beans.asia.ssl-context-parameters", "#tls");
        main.configure()
                .addRoutesBuilder(route(
                        org.getLoginUrl() + LIMITS + "?httpClientConfigurer=#asiaHttp&sslContextParameters=#tls"));

        assertThat(limits(main)).contains("DailyApiRequests");
        assertThat(org.tokenRequests()).isEqualTo(1);
    }

    private static void login(Main main, String prefix, SalesforceSimulator org) {
        main.addInitialProperty(prefix + "login-url", org.getLoginUrl());
        main.addInitialProperty(prefix + "client-id", org.getClientId());
        main.addInitialProperty(prefix + "client-secret", org.getClientSecret());
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:limits").to(uri);
            }
        };
    }

    private static String limits(Main main) throws Exception {
        try {
            main.start();
            return main.getCamelContext().createProducerTemplate().requestBody("direct:limits", null, String.class);
        } finally {
            main.stop();
        }
    }

    private static Object bean(CamelContext context, String name) {
        return context.getRegistry().lookupByName(name);
    }
}
