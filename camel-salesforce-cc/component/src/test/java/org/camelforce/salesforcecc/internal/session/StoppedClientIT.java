package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.io.ClientConnector;
import org.junit.jupiter.api.Test;

@WithSalesforceSimulator
class StoppedClientIT {

    private static final int TIMES = 20;
    private static final int SECONDS_20 = 20_000;
    private static final int MILLIS_500 = 500;

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
            HttpClient client = TestContexts.httpClient(component);
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
                HttpClient client = TestContexts.httpClient(component);
                client.newRequest(org.getLoginUrl() + "/services/data").send(result -> {});
                client.stop();
            }
        }

        await().untilAsserted(() -> assertThat(org.openConnections()).isZero());
    }

    @Test
    void stopWhenAConnectionIsAboutToBeOpenedThenNoneIsLeft(SalesforceSimulator org) throws Exception {
        Held held = new Held();
        assertNoneIsLeft(org, held, client -> client.getContainedBeans(ClientConnector.class)
                .forEach(connector -> connector.addEventListener(new ClientConnector.ConnectListener() {
                    @Override
                    public void onConnectBegin(SocketChannel channel, SocketAddress address) {
                        held.hold();
                    }
                })));
    }

    /** However long it takes to open it, as on a machine that has too much to do. */
    private static void assertNoneIsLeft(SalesforceSimulator org, Held held, Consumer<HttpClient> holding)
            throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setLazyLogin(true);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component);
            context.start();
            component.start();
            HttpClient client = TestContexts.httpClient(component);
            client.stop();
            holding.accept(client);
            client.start();
            client.newRequest("http://localhost:" + server.getLocalPort()).send(result -> {});
            held.await();

            client.stop();
            held.goOn();

            assertClosed(server);
        }
    }

    /** Either there is no connection, or its end comes. */
    private static void assertClosed(ServerSocket server) throws IOException {
        server.setSoTimeout(MILLIS_500);
        try (Socket connection = server.accept()) {
            connection.setSoTimeout(SECONDS_20);
            assertThat(connection.getInputStream().read()).isEqualTo(-1);
        } catch (SocketTimeoutException e) {
            assertThat(e).hasMessage("Accept timed out");
        }
    }

    /** A thread that opens a connection. */
    private static final class Held {

        private final CountDownLatch here = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        /** The client's threads are interrupted while it stops. */
        void hold() {
            here.countDown();
            boolean interrupted = false;
            while (goOn.getCount() > 0) {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void await() throws InterruptedException {
            assertThat(here.await(SECONDS_20, TimeUnit.MILLISECONDS)).isTrue();
        }

        void goOn() {
            goOn.countDown();
        }
    }
}
