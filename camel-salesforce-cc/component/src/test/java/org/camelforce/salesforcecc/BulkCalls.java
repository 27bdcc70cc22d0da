package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.awaitility.Awaitility;

/** Calls operations of the Bulk APIs under one scheme, and keeps what each answers, by a name. */
final class BulkCalls {

    private final CamelContext context;
    private final String scheme;
    private final Map<String, String> answers = new LinkedHashMap<>();

    BulkCalls(CamelContext context, String scheme) {
        this.context = context;
        this.scheme = scheme;
    }

    Map<String, String> answers() {
        return answers;
    }

    /** Calls an operation, and answers the body. */
    <T> T call(String name, String endpoint, Object body, Class<T> type) throws Exception {
        Exchange exchange = request(endpoint, body);
        Object answer = exchange.getMessage().getBody();
        answers.put(name, exchange.getException() == null ? text(answer) : failure(exchange));
        if (name.startsWith("createBatch")) {
            answers.computeIfPresent(name, (call, text) -> withoutProgress(text));
        }
        assertThat(exchange.getException()).as(name).isNull();
        return type.cast(answer);
    }

    /** Calls an operation whose answer is a stream or nothing. */
    String call(String name, String endpoint, Object body) throws Exception {
        Exchange exchange = request(endpoint, body);
        String answer =
                exchange.getException() == null ? text(exchange.getMessage().getBody()) : failure(exchange);
        answers.put(name, answer);
        return answer;
    }

    /** Calls an operation that has to fail, without keeping why. */
    void refused(String name, String endpoint, Object body) {
        answers.put(name, request(endpoint, body).getException() == null ? "done" : "failed");
    }

    <T> T await(String endpoint, Class<T> type, Predicate<T> condition) {
        return Awaitility.await()
                .until(() -> type.cast(request(endpoint, null).getMessage().getBody()), condition);
    }

    private Exchange request(String endpoint, Object body) {
        return context.createProducerTemplate()
                .request(scheme + ":" + endpoint, request -> request.getIn().setBody(body));
    }

    /** A batch can be under way, or done, before the answer to its creation is written. */
    private static String withoutProgress(String batch) {
        return batch.replaceAll("\"state\":\"[A-Z_]+\"", "\"state\":\"\"")
                .replaceAll("\"numberRecords(Processed|Failed)\":\\d+", "\"numberRecords$1\":0");
    }

    private static String failure(Exchange exchange) {
        return "failed: " + exchange.getException().getMessage().replaceAll("@[0-9a-f]+", "@");
    }

    private static String text(Object body) throws Exception {
        if (body instanceof InputStream stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (body instanceof List<?> list) {
            return "list of " + list.size() + ": "
                    + JsonUtils.createObjectMapper().writeValueAsString(list);
        }
        return body == null ? "null" : JsonUtils.createObjectMapper().writeValueAsString(body);
    }
}
