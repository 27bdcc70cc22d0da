package org.camelforce.salesforcecc.examples.https;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;

/** Runs the routes with Camel Main against a simulated org in this process, and ends. */
public final class HttpsExample {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    /** @param out where to print what is done */
    public HttpsExample(PrintStream out) {
        this.out = out;
    }

    /**
     * Ends the process with a stack trace and exit code 1 after a failure.
     *
     * @param args not used
     * @throws Exception if a request is not answered
     */
    public static void main(String[] args) throws Exception {
        new HttpsExample(System.out).run();
    }

    /** @throws Exception if a request is not answered */
    public void run() throws Exception {
        try (SalesforceSimulator org = SalesforceSimulator.start()) {
            Main main = new Main();
            main.setDefaultPropertyPlaceholderLocation("classpath:application.properties");
            main.addOverrideProperty("example.url", org.getLoginUrl());
            main.addOverrideProperty("example.client-id", org.getClientId());
            main.addOverrideProperty("example.client-secret", org.getClientSecret());
            main.configure().addRoutesBuilder(OrgRoutes.class);
            try {
                main.start();
                call(main.getCamelContext().createProducerTemplate(), org);
            } finally {
                main.stop();
            }
        }
    }

    private void call(ProducerTemplate template, SalesforceSimulator org) throws JsonProcessingException {
        line("Org", org.getLoginUrl() + " (simulator in this process)");
        line("User", whoAmI(template));
        line(
                "Created",
                "account "
                        + send(template, "direct:createAccount", "{\"Name\":\"Acme\"}")
                                .path("id")
                                .asText());
        line("Logins", "" + org.tokenRequests());

        org.sessions().endAll();
        line("Session", "ended by the administrator");
        line("User", whoAmI(template));
        line(
                "Found",
                send(template, "direct:findAccounts", null).path("totalSize").asInt() + " account");
        line("Logins", "" + org.tokenRequests());
    }

    private static String whoAmI(ProducerTemplate template) throws JsonProcessingException {
        return send(template, "direct:whoAmI", null).path("preferred_username").asText();
    }

    private static JsonNode send(ProducerTemplate template, String route, @Nullable String body)
            throws JsonProcessingException {
        return JSON.readTree(template.requestBody(route, body, String.class));
    }

    private void line(String what, String details) {
        out.printf("%-8s %s%n", what, details);
    }
}
