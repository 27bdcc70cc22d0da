package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/** Runs the same calls by both components, each in an org of its own that is like the other one. */
final class OperationParity {

    /** Prepares an org and calls operations in it. */
    @FunctionalInterface
    interface Script {
        void run(Calls calls) throws Exception;
    }

    /** Calls operations by one scheme, and notes what they answer. */
    static final class Calls {

        private static final ObjectMapper JSON = JsonUtils.createObjectMapper();

        final SalesforceSimulator org;
        private final ManualTime time;
        private final CamelContext context;
        private final String scheme;
        private final Map<String, String> answers = new LinkedHashMap<>();

        private Calls(SalesforceSimulator org, ManualTime time, CamelContext context, String scheme) {
            this.org = org;
            this.time = time;
            this.context = context;
            this.scheme = scheme;
        }

        String call(String name, String endpoint, Object body) throws Exception {
            return call(name, endpoint, body, Map.of());
        }

        String call(String name, String endpoint, Object body, Map<String, Object> headers) throws Exception {
            Exchange exchange = context.createProducerTemplate().request(scheme + ":" + endpoint, request -> {
                request.getIn().setHeaders(new LinkedHashMap<>(headers));
                request.getIn().setBody(body);
            });
            String answer = exchange.getException() == null
                    ? text(exchange.getMessage().getBody())
                    : failure(exchange.getException());
            assertThat(answers.put(name, answer.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1")))
                    .isNull();
            return answer;
        }

        void advance(Duration step) {
            time.advance(step);
        }

        static JsonNode json(String answer) throws Exception {
            return JSON.readTree(answer);
        }

        private static String text(Object body) throws Exception {
            if (body instanceof InputStream stream) {
                return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            }
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        }

        private static String failure(Throwable failure) {
            String status = failure instanceof SalesforceException salesforce ? salesforce.getStatusCode() + " " : "";
            return "failed: " + status + failure.getMessage().replaceAll("@[0-9a-f]+", "@");
        }
    }

    private OperationParity() {}

    /** Answers what each call answers, which is the same by both schemes; just the calls named as refused fail. */
    static Map<String, String> run(Script script, Collection<String> refused) throws Exception {
        Map<String, String> upstream;
        Map<String, String> ours;
        ManualTime time = new ManualTime(Instant.parse("2026-11-20T10:00:00Z"));
        try (SalesforceSimulator org = org(time)) {
            upstream = answers(org, time, "salesforce", TestContexts.upstream(org), script);
        }
        time = new ManualTime(Instant.parse("2026-11-20T10:00:00Z"));
        try (SalesforceSimulator org = org(time)) {
            ours = answers(org, time, "salesforce-cc", TestContexts.component(org), script);
        }
        assertThat(ours.keySet()).isEqualTo(upstream.keySet());
        assertThat(ours).allSatisfy((call, answer) -> {
            assertThat(answer).as(call).isEqualTo(upstream.get(call));
            assertThat(answer.startsWith("failed")).as("%s: %s", call, answer).isEqualTo(refused.contains(call));
        });
        System.out.printf(
                "%d calls answer alike under salesforce: and salesforce-cc: %s%n",
                ours.size(), String.join(", ", ours.keySet()));
        return ours;
    }

    private static Map<String, String> answers(
            SalesforceSimulator org, ManualTime time, String scheme, SalesforceComponent component, Script script)
            throws Exception {
        component.setPackages("org.camelforce.salesforcecc.dto");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent(scheme, component);
            context.start();
            Calls calls = new Calls(org, time, context, scheme);
            script.run(calls);
            return calls.answers;
        }
    }

    private static SalesforceSimulator org(ManualTime time) {
        return SalesforceSimulator.builder().random(new Random(7)).time(time).start();
    }
}
