package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread reads the answers of many orgs, so code of a user that blocks for one org must never run on it. */
class BlockedCodeIT {

    private static final String QUERY = "query?rawPayload=true&sObjectQuery=SELECT Id FROM User";

    private final SalesforceSimulator blocked =
            SalesforceSimulator.builder().tls(TestTls.server()).start();
    private final SalesforceSimulator free =
            SalesforceSimulator.builder().tls(TestTls.server()).start();
    private final CamelContext context = new DefaultCamelContext();
    private final SalesforceCcComponent one = TestContexts.component(blocked);
    private final SalesforceCcComponent other = TestContexts.component(free);
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicBoolean nextCheckBlocks = new AtomicBoolean();

    @BeforeEach
    void start() {
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setTrustManager(new BlockingTrust());
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        one.setSslContextParameters(tls);
        other.setSslContextParameters(tls);
        // another host than that of logins, whose TLS session would be resumed without a question to the trust manager
        one.setInstanceUrl(
                "https://localhost:" + URI.create(blocked.getLoginUrl()).getPort());
        context.addComponent("one", one);
        context.addComponent("other", other);
        context.start();
        one.start();
        other.start();
        assertThat(TestContexts.httpClient(one)).isSameAs(TestContexts.httpClient(other));
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        context.close();
        blocked.close();
        free.close();
    }

    @Test
    void requestWhenTheTrustManagerBlocksForAnotherOrgThenItDoesNotWait() throws Exception {
        nextCheckBlocks.set(true);

        Future<Exchange> waiting = send("one");
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(send("other").get(30, TimeUnit.SECONDS).getException()).isNull();
        end.countDown();
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    @Test
    void requestWhenALoginListenerOfAnotherOrgBlocksThenItDoesNotWait() throws Exception {
        assertThat(send("one").get(30, TimeUnit.SECONDS).getException()).isNull();
        one.login().addEventListener(event -> {
            if (event instanceof TokenEvent.TokenRejected) {
                block();
            }
        });
        blocked.sessions().endAll();

        Future<Exchange> waiting = send("one");
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(send("other").get(30, TimeUnit.SECONDS).getException()).isNull();
        end.countDown();
        assertThat(waiting.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    private Future<Exchange> send(String scheme) {
        return context.createProducerTemplate().asyncSend(scheme + ":" + QUERY, exchange -> {});
    }

    private void block() {
        inside.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class BlockingTrust extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            if (nextCheckBlocks.getAndSet(false)) {
                block();
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
