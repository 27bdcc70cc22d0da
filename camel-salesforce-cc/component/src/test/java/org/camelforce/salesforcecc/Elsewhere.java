package org.camelforce.salesforcecc;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camelforce.salesforcecc.test.support.TestTls;

/** A server that is not Salesforce, over https on 127.0.0.1, which notes the Authorization header of each request. */
final class Elsewhere implements AutoCloseable {

    static final String NO_HEADER = "none";

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Elsewhere() throws IOException {
        HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(TestTls.server()));
        https.createContext("/", exchange -> {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            authorizations.add(header == null ? NO_HEADER : header);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        https.start();
        server = https;
    }

    String url(String path) {
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** One for each request. */
    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
