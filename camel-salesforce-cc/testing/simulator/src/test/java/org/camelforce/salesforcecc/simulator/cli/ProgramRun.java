package org.camelforce.salesforcecc.simulator.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** One run of the program in this process, which is told to stop as soon as a visit is over. */
final class ProgramRun {

    /** What happens while the program is up. */
    @FunctionalInterface
    interface Visit {
        void during(ProgramRun started) throws IOException, InterruptedException;
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Visit visit;

    ProgramRun() {
        this(started -> {});
    }

    ProgramRun(Visit visit) {
        this.visit = visit;
    }

    int execute(String... args) {
        return execute(Map.of(), args);
    }

    int execute(Map<String, String> environment, String... args) {
        StopSignal stop = () -> {
            try {
                visit.during(this);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
        return SimulatorProgram.commandLine(stop, environment)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** Logs in with the printed properties, and answers the body of the response. */
    String login() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + printed("client-id") + "&client_secret="
                + printed("client-secret");
        return send(HttpRequest.newBuilder(uri("/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    String query(String soql) throws IOException, InterruptedException {
        return get("query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
    }

    String get(String resource) throws IOException, InterruptedException {
        String token = new ObjectMapper().readTree(login()).get("access_token").asText();
        return send(HttpRequest.newBuilder(uri("/services/data/v67.0/" + resource))
                .header("Authorization", "Bearer " + token));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    private URI uri(String path) throws IOException {
        return URI.create(printed("login-url") + path);
    }

    /** Answers the value of a printed property of the component. */
    String printed(String property) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(out()));
        return properties.getProperty("camel.component.salesforce-cc." + property);
    }
}
