package org.camelforce.salesforcecc.operations.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.operations.dashboard.Panel;

/** A Prometheus of its own on the loopback address, which scrapes every second. */
final class PrometheusServer implements AutoCloseable {

    private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final int OK = 200;
    private static final String CONFIGURATION =
            """
            global:
              scrape_interval: 1s
              evaluation_interval: 5s
            scrape_configs:
              - job_name: integration
                static_configs:
                  - targets: ["127.0.0.1:%d"]
            """;

    private final Process process;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private PrometheusServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static PrometheusServer scraping(int port, Path folder) throws IOException {
        Path configuration = folder.resolve("prometheus.yml");
        Files.writeString(configuration, CONFIGURATION.formatted(port));
        int own = freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("series"),
                        "--web.listen-address=127.0.0.1:" + own)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.txt").toFile())
                .start();
        return new PrometheusServer(process, "http://127.0.0.1:" + own);
    }

    /** The series of one query of a panel, as Grafana would ask for them with all variables at "All". */
    List<Series> ask(Panel.Target target, Window window) throws IOException, InterruptedException {
        String query = target.expression()
                .replace("$component", ".*")
                .replace("$subscription", ".*")
                .replace("$__rate_interval", window.rateInterval() + "s")
                .replace("$__range", window.seconds() + "s");
        URI uri = URI.create(url + "/api/v1/query_range?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&start=" + window.start() + "&end=" + window.end() + "&step=" + window.step());
        var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(query + ": " + answer.body());
        }
        List<Series> series = new ArrayList<>();
        json.readTree(answer.body())
                .path("data")
                .path("result")
                .forEach(result -> series.add(series(target.legend(), result)));
        return series;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Series series(String legend, JsonNode result) {
        List<Series.Point> points = new ArrayList<>();
        result.path("values").forEach(pair -> {
            String value = pair.path(1).asText();
            if (!value.equals("NaN") && !value.endsWith("Inf")) {
                points.add(new Series.Point(pair.path(0).asDouble(), Double.parseDouble(value)));
            }
        });
        Matcher label = LABEL.matcher(legend);
        return new Series(
                label.replaceAll(name -> Matcher.quoteReplacement(
                        result.path("metric").path(name.group(1)).asText())),
                points);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
