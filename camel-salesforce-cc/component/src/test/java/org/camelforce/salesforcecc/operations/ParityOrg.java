package org.camelforce.salesforcecc.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.TestContexts;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.test.support.TestTls;

/** An org with one of the components, which calls operations there. */
final class ParityOrg implements AutoCloseable {

    private static final String RAW_PAYLOAD = "rawPayload=true";
    /** What Bulk jobs wait in the queue. */
    static final Duration QUEUED = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-20T10:00:00Z"));
    private final SalesforceSimulator simulator = start(time);
    private final CamelContext context = new DefaultCamelContext();
    private final String scheme;
    private final ProducerTemplate template;
    private final Set<String> done = new HashSet<>();
    private Form form = Form.DTO;
    private int made;

    private ParityOrg(String scheme) {
        this.scheme = scheme;
        SalesforceComponent component =
                scheme.equals("salesforce") ? TestContexts.upstream(simulator) : TestContexts.component(simulator);
        component.setPackages("org.camelforce.salesforcecc.dto");
        component.setPubSubHost(simulator.getPubSubHost());
        component.setPubSubPort(simulator.getPubSubPort());
        context.addComponent(scheme, component);
        context.start();
        template = context.createProducerTemplate();
    }

    static ParityOrg upstream() {
        return new ParityOrg("salesforce");
    }

    static ParityOrg component() {
        return new ParityOrg("salesforce-cc");
    }

    Outcome outcome(OperationCase operationCase) throws Exception {
        form = operationCase.form();
        return Outcome.of(operationCase.call().make(this));
    }

    /** Makes the call of a case, in its form. */
    Exchange send(String endpoint, Object body) {
        return send(endpoint, body, Map.of());
    }

    Exchange send(String endpoint, Object body, Map<String, Object> headers) {
        return request(inForm(endpoint), body, headers);
    }

    /** An endpoint of this component, with option {@code rawPayload} in a raw case. */
    String uri(String endpoint) {
        return scheme + ":" + inForm(endpoint);
    }

    /** Makes a call that a case needs before its own, and answers the body. */
    <T> T prepare(String endpoint, Object body, Class<T> type) {
        Exchange exchange = request(endpoint, body, Map.of());
        if (exchange.getException() != null) {
            throw new AssertionError(endpoint, exchange.getException());
        }
        return type.cast(exchange.getMessage().getBody());
    }

    JsonNode prepare(String endpoint, Object body) throws Exception {
        return JsonUtils.createObjectMapper().readTree(prepare(withRawPayload(endpoint), body, InputStream.class));
    }

    <T> T await(String endpoint, Class<T> type, Predicate<T> condition) {
        return Awaitility.await().until(() -> prepare(endpoint, null, type), condition);
    }

    /** The one for the case's form. */
    Object body(Object dto, String json) {
        return isRaw() ? json : dto;
    }

    /** The option for the case's form, with this DTO. */
    String form(String dto) {
        return isRaw() ? RAW_PAYLOAD : "sObjectClass=org.camelforce.salesforcecc.dto." + dto;
    }

    boolean isRaw() {
        return form == Form.RAW;
    }

    /** A text that no other case of this org has. */
    String unique(String prefix) {
        made++;
        return prefix + made;
    }

    /** Whether nothing has been asked by this name before. */
    boolean once(String name) {
        return done.add(name);
    }

    String account(String name) {
        return create("Account", object("Name", name));
    }

    String create(String object, ObjectNode fields) {
        return simulator.records().create(object, fields, user());
    }

    void advance(Duration step) {
        time.advance(step);
    }

    String user() {
        return simulator.runAsUserId().orElseThrow();
    }

    SalesforceSimulator simulator() {
        return simulator;
    }

    CamelContext context() {
        return context;
    }

    static ObjectNode object(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }

    private Exchange request(String endpoint, Object body, Map<String, Object> headers) {
        return template.request(scheme + ":" + endpoint, request -> {
            request.getIn().setHeaders(new LinkedHashMap<>(headers));
            request.getIn().setBody(body);
        });
    }

    private String inForm(String endpoint) {
        return isRaw() ? withRawPayload(endpoint) : endpoint;
    }

    private static String withRawPayload(String endpoint) {
        return endpoint.contains(RAW_PAYLOAD)
                ? endpoint
                : endpoint + (endpoint.contains("?") ? "&" : "?") + RAW_PAYLOAD;
    }

    private static SalesforceSimulator start(ManualTime time) {
        return SalesforceSimulator.builder()
                .random(new Random(7))
                .time(time)
                .queryBatchSize(3)
                .bulkJobTimes(QUEUED, Duration.ZERO)
                .pubSubTls(TestTls.server())
                .schema(Schema.standard()
                        .withFields(
                                "Account",
                                FieldDefinition.text("Legacy_Id__c", 40)
                                        .asExternalId()
                                        .asUnique())
                        .with(SObjectDefinition.platformEvent("Order__e")
                                .fields(FieldDefinition.text("Number__c", 20))
                                .build()))
                .start();
    }
}
