package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryOrg;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The REST API on a port of its own, with everyone logged in who sends a user id as {@code Authorization}. */
final class RestOrg {

    static final String USER = "005000000000001AAA";
    static final String OTHER_USER = "005000000000002AAA";
    static final String V = "/services/data/v67.0/";

    final ManualTime time = new ManualTime(Instant.parse("2026-07-01T12:00:00Z"));
    final RecordingEventBus events = new RecordingEventBus();
    final Map<String, List<ObjectNode>> tooling = new HashMap<>();
    final RecordStore records;
    final RestServlet servlet;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();

    RestOrg() {
        this(2000);
    }

    RestOrg(int batchSize) {
        this(batchSize, 67);
    }

    static RestOrg withLatestVersion(int version) {
        return new RestOrg(2000, version);
    }

    private RestOrg(int batchSize, int latestVersion) {
        Schema schema = TestSchemas.shop();
        records = new H2Records(schema, time);
        servlet = new RestServlet(
                new RestConfig(latestVersion, batchSize),
                schema,
                records,
                events,
                new LimitsSource() {
                    @Override
                    public Usage dailyApiRequests() {
                        return new Usage(15000, 14998);
                    }

                    @Override
                    public Map<String, Integer> used() {
                        return Map.of("HourlyPublishedPlatformEvents", 7);
                    }
                },
                object -> tooling.getOrDefault(object, List.of()),
                new RegisteredApp(
                        new InMemoryOrg("00D000000000001", "org.example", username -> USER),
                        new InMemoryApp(new ConsumerDetails("key", "secret"), time, new Random(1))),
                () -> "http://org.example",
                time);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet), "/services/data/*");
        Filter login = (request, response, chain) -> {
            String user = ((jakarta.servlet.http.HttpServletRequest) request).getHeader("Authorization");
            if (user != null) {
                request.setAttribute(
                        Session.class.getName(),
                        new Session("token", user, "run.as@org.example", "00D000000000001AAA", "client"));
            }
            chain.doFilter(request, response);
        };
        context.addFilter(new FilterHolder(login), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.from(EnumSet.of(UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR)));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer query(String soql, String... headers) {
        return get(V + "query/?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json;charset=utf-8");
    }

    Answer patch(String path, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json), "Content-Type", "application/json;charset=utf-8");
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Creates a record that has to be accepted. */
    String create(String type, String json) {
        return post(V + "sobjects/" + type, json).body().path("id").asText();
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body).header("Authorization", USER);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(request(path).GET().header("Authorization", USER).build(), BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Answer getWithoutSession(String path) {
        return send(request(path).GET());
    }

    void close() throws Exception {
        server.stop();
        records.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.getURI().resolve(URI.create(path)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? MissingNode.getInstance() : mapper.readTree(response.body());
            return new Answer(response, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpResponse<String> response, JsonNode body) {

        int status() {
            return response.statusCode();
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }

        String text(String pointer) {
            return body.at(pointer).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
