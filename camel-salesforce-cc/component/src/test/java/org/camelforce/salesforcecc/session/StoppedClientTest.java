package org.camelforce.salesforcecc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class StoppedClientTest {

    private static final int TIMES = 20;

    @Test
    void stopWhenTheThreadIsInterruptedThenTheClientStopsAllTheSame(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setLazyLogin(true);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component);
            context.start();
            component.start();
            SalesforceHttpClient client = component.getConfig().getHttpClient();
            client.newRequest("https://localhost:" + silent.getLocalPort()).send(result -> {});
            silent.accept();

            Thread.currentThread().interrupt();
            try {
                client.stop();
            } catch (InterruptedException e) {
                assertThat(client.getState()).isNotEqualTo("STARTED");
            } finally {
                Thread.interrupted();
            }

            assertThat(client.getScheduler().isRunning()).isFalse();
        }
    }

    /** Jetty alone leaves most of them open. */
    @Test
    void stopWhenAConnectionIsBeingOpenedThenItIsClosed(SalesforceSimulator org) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            SalesforceCcComponent component = new SalesforceCcComponent();
            component.setLoginUrl(org.getLoginUrl());
            component.setClientId(org.getClientId());
            component.setClientSecret(org.getClientSecret());
            component.setLazyLogin(true);
            try (CamelContext context = new DefaultCamelContext()) {
                context.addComponent("salesforce-cc", component);
                context.start();
                component.start();
                SalesforceHttpClient client = component.getConfig().getHttpClient();
                client.newRequest(org.getLoginUrl() + "/services/data").send(result -> {});
                client.stop();
            }
        }

        await().untilAsserted(() -> assertThat(org.openConnections()).isZero());
    }
}
