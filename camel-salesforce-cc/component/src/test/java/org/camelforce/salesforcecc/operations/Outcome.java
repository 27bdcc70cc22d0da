package org.camelforce.salesforcecc.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.pubsub.PublishResult;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;

/**
 * What a route sees of a call: body, headers and exception, each as text, without what differs from run to run.
 *
 * @param parts the parts by name
 * @param summary what a table says of it
 */
record Outcome(Map<String, String> parts, String summary) {

    /** The property of an exchange that says how an application gets to know of a failure without an exchange. */
    static final String TOLD = "told";

    private static final String RESPONSE_CODE = "header CamelHttpResponseCode";
    private static final ObjectMapper JSON =
            JsonUtils.createObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    static Outcome of(Exchange exchange) throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        Object body = exchange.getMessage().getBody();
        parts.put("body type", type(body));
        parts.put("body", text(body));
        new TreeMap<>(exchange.getMessage().getHeaders())
                .forEach((name, value) -> parts.put("header " + name, String.valueOf(value)));
        Exception failure = exchange.getException();
        if (failure != null) {
            parts.put("exception", failure.getClass().getName());
            parts.put("message", String.valueOf(failure.getMessage()));
            parts.put("causes", causes(failure));
        }
        if (failure instanceof SalesforceException salesforce) {
            parts.put("status", String.valueOf(salesforce.getStatusCode()));
            parts.put("error codes", String.join(", ", codes(salesforce)));
            parts.put("content", text(salesforce.getResponseContent()));
        }
        parts.replaceAll((part, text) -> masked(text));
        String told = exchange.getProperty(TOLD, String.class);
        if (told != null) {
            parts.put("told", told);
            return new Outcome(parts, told);
        }
        String summary = failure == null ? type(body) : summary(failure);
        return new Outcome(parts, isError(parts) ? summary + " " + parts.get(RESPONSE_CODE) : summary);
    }

    /** The parts that differ. */
    Set<String> differences(Outcome other) {
        Set<String> names = new TreeSet<>(parts.keySet());
        names.addAll(other.parts.keySet());
        names.removeIf(name -> parts.getOrDefault(name, "").equals(other.parts.getOrDefault(name, "")));
        return names;
    }

    /** Some of the parts. */
    Map<String, String> only(Set<String> names) {
        Map<String, String> some = new TreeMap<>(parts);
        some.keySet().retainAll(names);
        return some;
    }

    /** Whether the exchange has failed, or its body is what Salesforce says of an error. */
    boolean denied() {
        return parts.containsKey("exception") || isError(parts);
    }

    private static boolean isError(Map<String, String> parts) {
        return parts.getOrDefault(RESPONSE_CODE, "").startsWith("4") && !parts.containsKey("exception");
    }

    private static String summary(Exception failure) {
        if (!(failure instanceof SalesforceException salesforce)) {
            return failure.getClass().getSimpleName();
        }
        return (salesforce.getStatusCode() + " " + String.join(" ", codes(salesforce))).strip();
    }

    private static List<String> codes(SalesforceException failure) {
        return failure.getErrors() == null
                ? List.of()
                : failure.getErrors().stream()
                        .map(RestError::getErrorCode)
                        .distinct()
                        .toList();
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes.append(cause.getClass().getName())
                    .append(": ")
                    .append(cause.getMessage())
                    .append('\n');
        }
        return causes.toString();
    }

    private static String type(Object body) {
        if (body == null) {
            return "none";
        }
        if (body instanceof InputStream) {
            return "stream";
        }
        if (body instanceof List<?> list) {
            return list.stream().map(Outcome::type).distinct().collect(Collectors.joining(" or ", "list of ", ""));
        }
        return body instanceof IndexedRecord ? "Avro record" : body.getClass().getSimpleName();
    }

    private static String text(Object body) throws Exception {
        if (body instanceof InputStream stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (body instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof PublishResult) {
            return list.toString();
        }
        if (body instanceof IndexedRecord) {
            return body.toString();
        }
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    private static String masked(String text) {
        return text.replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1")
                .replaceAll("api-usage=\\d+", "api-usage=n")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid")
                .replaceAll("@[0-9a-f]{4,}", "@")
                // the position of an event in the Pub/Sub API
                .replaceAll("AAAAAAAA[0-9A-Za-z+/]{3}=", "position");
    }
}
