package org.camelforce.salesforcecc.internal.subscription.cometd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.SalesforceEndpointConfigurer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.jspecify.annotations.Nullable;

/**
 * The PushTopic that an endpoint's options define (Streaming API Developer Guide, "PushTopic").
 *
 * @param endpoint has the options
 * @param client sends requests
 */
record PushTopicDefinition(SalesforceEndpoint endpoint, ApiClient client) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS = "NotifyForFields";
    private static final List<String> OPERATIONS = List.of(
            "NotifyForOperationCreate",
            "NotifyForOperationDelete",
            "NotifyForOperationUndelete",
            "NotifyForOperationUpdate");
    private static final String READ_ONLY = "notifyForOperations";

    /**
     * Creates the PushTopic, or updates it if it differs. Blocks until the org has answered.
     *
     * @throws SalesforceException if the org does not do so, or if option {@code updateTopic} forbids it
     * @throws IOException if an answer cannot be read
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void createOrUpdate() throws SalesforceException, IOException, InterruptedException {
        if (option(READ_ONLY) != null) {
            throw new IllegalArgumentException("Option " + READ_ONLY
                    + " can be set before version 29.0 of the API only. Set notifyForOperationCreate,"
                    + " notifyForOperationDelete, notifyForOperationUndelete and notifyForOperationUpdate instead");
        }
        JsonNode found = existing();
        ObjectNode wanted = wanted();
        if (found == null) {
            wanted.put("Name", endpoint.getTopicName());
            wanted.put(
                    "ApiVersion", Double.parseDouble(endpoint.getConfiguration().getApiVersion()));
            wanted.put("Description", "Created by a route with salesforce-cc");
            ask("POST", "/sobjects/PushTopic", wanted);
        } else if (differs(found, wanted)) {
            if (!endpoint.getConfiguration().isUpdateTopic()) {
                throw new SalesforceException(
                        "PushTopic " + endpoint.getTopicName()
                                + " has another query than option sObjectQuery. Set option updateTopic to true, or"
                                + " change the query",
                        0);
            }
            ask("PATCH", "/sobjects/PushTopic/" + found.path("Id").asText(), wanted);
        }
    }

    private @Nullable JsonNode existing() throws SalesforceException, IOException, InterruptedException {
        String name = endpoint.getTopicName().replace("\\", "\\\\").replace("'", "\\'");
        String query = "SELECT Id, Query, " + FIELDS + ", " + String.join(", ", OPERATIONS)
                + " FROM PushTopic WHERE Name = '" + name + "'";
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
        JsonNode records = ask("GET", "/query?q=" + encoded, null).path("records");
        return records.isEmpty() ? null : records.get(0);
    }

    private ObjectNode wanted() {
        ObjectNode topic = JSON.createObjectNode();
        topic.put("Query", endpoint.getConfiguration().getSObjectQuery());
        Object fields = option("notifyForFields");
        if (fields != null) {
            String name = fields.toString();
            topic.put(FIELDS, name.substring(0, 1) + name.substring(1).toLowerCase(Locale.ROOT));
        }
        for (String operation : OPERATIONS) {
            Object value = option(operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1));
            if (value instanceof Boolean flag) {
                topic.put(operation, flag);
            }
        }
        return topic;
    }

    private static boolean differs(JsonNode found, ObjectNode wanted) {
        return wanted.properties().stream().anyMatch(field -> !field.getValue().equals(found.path(field.getKey())));
    }

    private JsonNode ask(String method, String resource, @Nullable ObjectNode body)
            throws SalesforceException, IOException, InterruptedException {
        String target = "/services/data/v" + endpoint.getConfiguration().getApiVersion() + resource;
        ApiRequest.Builder request = new ApiRequest.Builder("PushTopic " + endpoint.getTopicName(), method, target)
                .header("Accept", JsonBodies.MEDIA_TYPE);
        if (body != null) {
            request.body(new BytesBody(JsonBodies.MEDIA_TYPE, JSON.writeValueAsBytes(body)));
        }
        ApiAnswer answer = answered(request.build());
        AnswerBody content = answer.body();
        return content == null ? JSON.createObjectNode() : JSON.readTree(content.toBytes());
    }

    private ApiAnswer answered(ApiRequest request) throws SalesforceException, IOException, InterruptedException {
        try {
            ApiAnswer answer = client.ask(request).get();
            if (!answer.isSuccess()) {
                throw RequestErrors.ofJson(answer);
            }
            return answer;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SalesforceException failure) {
                throw failure;
            }
            throw new IOException("PushTopic " + endpoint.getTopicName() + " cannot be created: " + e.getCause(), e);
        }
    }

    private @Nullable Object option(String name) {
        return new SalesforceEndpointConfigurer().getOptionValue(endpoint, name, true);
    }
}
