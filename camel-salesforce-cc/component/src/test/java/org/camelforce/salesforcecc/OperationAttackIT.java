package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.util.Throwables.getStackTrace;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.RecordingInstance.Call;
import org.camelforce.salesforcecc.internal.producer.OperationCatalogue;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random exchanges with hostile options, headers, bodies and answers, for each operation: each ends, asks the instance
 * for nothing but what its operation may ask, with one credential, and nothing arrives anywhere else.
 */
class OperationAttackIT {

    private static final Logger LOG = LoggerFactory.getLogger(OperationAttackIT.class);

    private static final int COUNT = Integer.getInteger("attack.count", 3_000);
    private static final long SEED = Long.getLong("attack.seed", 20_261_129L);
    private static final int ENDPOINTS = 6;
    private static final int MAX_RECORDS = 20;
    private static final List<String> SCHEMES = List.of("salesforce-cc", "salesforce-legacy");

    private static SalesforceSimulator org;
    private static RecordingInstance instance;
    private static Eavesdropper elsewhere;
    private static CamelContext context;
    private static HostileExchanges hostile;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        // an answer in two writes takes 40 ms otherwise
        System.setProperty("sun.net.httpserver.nodelay", "true");
        org = SalesforceSimulator.start();
        instance = new RecordingInstance();
        elsewhere = new Eavesdropper("127.0.0.2");
        hostile = new HostileExchanges(SEED, instance.port(), elsewhere);
        context = TestContexts.contextWith(component(false));
        context.addComponent(SCHEMES.get(1), component(true));
        context.start();
        token = TestContexts.token(context.getComponent("salesforce-cc", SalesforceCcComponent.class));
        HostileExchanges answers = new HostileExchanges(SEED + 1, instance.port(), elsewhere);
        instance.answerWith(call -> {
            synchronized (answers) {
                return answers.answer(elsewhere.authority());
            }
        });
    }

    private static SalesforceCcComponent component(boolean legacyHeaders) {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl(instance.url());
        component.setPackages("org.camelforce.salesforcecc.dto");
        component.setLegacyHeaders(legacyHeaders);
        component.setHttpRequestTimeout(20_000L);
        return component;
    }

    @AfterAll
    static void stop() throws Exception {
        context.close();
        elsewhere.close();
        instance.close();
        org.close();
    }

    @Test
    void operationsWhenAllThatCanBeChosenIsHostileThenTheyAskTheInstanceForTheirResourcesAlone() throws Exception {
        List<String> operations = operations();
        Map<String, List<String>> endpoints = new TreeMap<>();
        for (String operation : operations) {
            endpoints.put(operation, endpoints(operation));
        }
        Map<String, Integer> arrived = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (ProducerTemplate template = context.createProducerTemplate(2_000)) {
            for (int i = 0; i < COUNT && faults.size() < 20; i++) {
                String operation = operations.get(i % operations.size());
                String endpoint = hostile.pick(endpoints.get(operation));
                Exchange exchange = template.asyncSend(endpoint, each -> hostile.fill(operation, each))
                        .get(30, TimeUnit.SECONDS);
                read(exchange);
                List<Call> calls = instance.takeCalls();
                arrived.merge(operation, calls.size(), Integer::sum);
                String problem = problem(operation, exchange, calls);
                if (problem != null) {
                    faults.add(endpoint + " " + exchange.getMessage().getHeaders() + ": " + problem);
                }
            }
        }
        int requests = arrived.values().stream().mapToInt(Integer::intValue).sum();
        LOG.info("Seed {}: {} exchanges, {} requests: {}", SEED, COUNT, requests, arrived);

        assertThat(faults).isEmpty();
        assertThat(elsewhere.connections()).isZero();
        assertThat(elsewhere.heard()).isEmpty();
        assertThat(arrived.entrySet().stream()
                        .filter(each -> each.getValue() == 0)
                        .map(Map.Entry::getKey))
                .as("operations of which no request has arrived")
                .isEmpty();
        assertThat(requests).isGreaterThan(COUNT / 2);
    }

    /** A host that the login's answer names is trusted if it is Salesforce's, or loopback under its own name. */
    @Test
    void loginWhenItsAnswerNamesAnInstanceElsewhereThenTheTokenGoesNowhere() throws Exception {
        String there = elsewhere.authority();
        String home = "127.0.0.1:" + instance.port();
        List<String> addresses = List.of(
                "http://" + home + "@" + there,
                "http://user:pw@" + there,
                "http://2130706434:" + elsewhere.port(),
                "http://0x7f.0.0.2:" + elsewhere.port(),
                "http://[::ffff:127.0.0.2]:" + elsewhere.port(),
                "http://" + home + "\\\\@" + there,
                "http://" + home + "#@" + there,
                "http://" + home + "?x=",
                "http://" + home + "/x/..",
                "http://" + home + "/evil;",
                "http://evil.example.com",
                "https://salesforce.com.evil.example",
                "//" + there,
                there,
                "");
        try (RecordingInstance login = new RecordingInstance()) {
            for (String address : addresses) {
                login.setAnswer("{\"access_token\":\"00Dxx!secret\",\"token_type\":\"Bearer\",\"instance_url\":\""
                        + address + "\",\"issued_at\":\"1700000000000\"}");
                SalesforceCcComponent component = component(false);
                component.setInstanceUrl(null);
                component.setLoginUrl(login.url());
                component.setLazyLogin(true);
                try (CamelContext other = TestContexts.contextWith(component)) {
                    other.start();
                    Exchange exchange = other.createProducerTemplate()
                            .asyncSend("salesforce-cc:limits?rawPayload=true", each -> {})
                            .get(60, TimeUnit.SECONDS);

                    assertThat(instance.takeCalls()).as(address).isEmpty();
                    assertThat(exchange.getException()).as(address).isNotNull();
                    assertThat(getStackTrace(exchange.getException())).doesNotContain("00Dxx!secret");
                }
            }
            assertThat(login.takeCalls()).hasSizeGreaterThanOrEqualTo(addresses.size());
        }
        assertThat(elsewhere.connections()).isZero();
    }

    private static List<String> operations() {
        List<String> operations = Arrays.stream(OperationName.values())
                .filter(name -> OperationCatalogue.of(name) != null)
                .map(OperationName::value)
                .toList();
        assertThat(OperationPaths.operations()).containsAll(operations);
        return operations;
    }

    /** Endpoints that Camel makes; options may be such that it makes none. */
    private static List<String> endpoints(String operation) {
        List<String> made = new ArrayList<>();
        for (String scheme : SCHEMES) {
            made.add(scheme + ":" + operation);
            for (int i = 0; i < ENDPOINTS; i++) {
                String uri = scheme + ":" + operation + "?" + hostile.options();
                try {
                    context.getEndpoint(uri).createProducer();
                    made.add(uri);
                } catch (Exception e) {
                    // as it should be
                }
            }
        }
        return made;
    }

    /** As a route does. */
    private static void read(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        try {
            if (body instanceof Iterator<?> records) {
                for (int i = 0; i < MAX_RECORDS && records.hasNext(); i++) {
                    records.next();
                }
            } else if (body instanceof InputStream stream) {
                try (stream) {
                    stream.readAllBytes();
                }
            }
        } catch (RuntimeException | IOException e) {
            // an answer that is cut, or the next page
        }
    }

    private static String problem(String operation, Exchange exchange, List<Call> calls) {
        for (Call call : calls) {
            String expected = "getVersions".equals(operation)
                    ? ""
                    : call.uri().startsWith("/services/async/") ? "session" : "bearer";
            if (!OperationPaths.allows(operation, call)) {
                return "asked for " + call.line();
            }
            if (!credential(call).equals(expected)) {
                return "sent " + call.headers();
            }
            if (!call.header("Host").equals(List.of("127.0.0.1:" + instance.port()))) {
                return "to host " + call.header("Host");
            }
            if (call.line().contains(token)) {
                return "token in " + call.line();
            }
        }
        String shown = exchange.getMessage().getHeaders() + "\n" + exchange.getProperties() + "\n" + exchange
                + (exchange.getException() == null ? "" : getStackTrace(exchange.getException()));
        return shown.contains(token) ? "shows the token" : elsewhere.connections() > 0 ? "went elsewhere" : null;
    }

    private static String credential(Call call) {
        Set<String> found = new TreeSet<>();
        call.header("Authorization").forEach(value -> found.add(value.equals("Bearer " + token) ? "bearer" : value));
        call.header("X-SFDC-Session").forEach(value -> found.add(value.equals(token) ? "session" : value));
        call.header("Cookie").forEach(found::add);
        call.header("Proxy-Authorization").forEach(found::add);
        return found.stream().collect(Collectors.joining(","));
    }
}
