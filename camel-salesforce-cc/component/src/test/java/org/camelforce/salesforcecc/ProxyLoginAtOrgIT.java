package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.ConnectProxy.Login;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;

/** An org, behind a proxy with a login, that asks for the login of the proxy. */
class ProxyLoginAtOrgIT {

    private static final String USERNAME = "me-at-the-proxy";
    private static final String PASSWORD = "hush, proxy";

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void requestWhenTheOrgAsksForTheLoginOfTheProxyThenItGetsNone() throws Exception {
        try (SalesforceSimulator logins = SalesforceSimulator.start();
                ConnectProxy proxy = new ConnectProxy(Login.BASIC, USERNAME, PASSWORD, false);
                ServerSocket org = TestTls.server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> serve(org));
            serving.start();
            SalesforceCcComponent component = TestContexts.component(logins);
            component.setInstanceUrl("https://localhost:" + org.getLocalPort());
            component.setSslContextParameters(TestTls.client());
            component.setHttpProxyHost("127.0.0.1");
            component.setHttpProxyPort(proxy.port());
            component.setHttpProxySecure(false);
            component.setHttpProxyUsername(USERNAME);
            component.setHttpProxyPassword(PASSWORD);
            component.setHttpProxyRealm(ConnectProxy.REALM);
            component.setHttpProxyAuthUri("http://127.0.0.1:" + proxy.port());
            try (CamelContext context = TestContexts.contextWith(component)) {
                context.start();

                Exchange exchange = context.createProducerTemplate()
                        .asyncSend("salesforce-cc:limits?rawPayload=true", sent -> {})
                        .get(30, TimeUnit.SECONDS);

                assertThat(proxy.targets()).isNotEmpty();
                assertThat(lines).anyMatch(line -> line.startsWith("GET /services/data/"));
                assertThat(lines)
                        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization"));
                assertThat(exchange.getException(SalesforceException.class).getStatusCode())
                        .isEqualTo(407);
            }
            org.close();
            serving.join();
        }
    }

    private void serve(ServerSocket org) {
        try {
            while (true) {
                Socket connection = org.accept();
                new Thread(() -> answer(connection)).start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.isEmpty()) {
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"" + ConnectProxy.REALM
                                            + "\"\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }
}
