package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApexIT {

    private final SalesforceSimulator simulator =
            SalesforceSimulator.builder().random(new Random(7)).start();
    private final TestClient client = new TestClient(simulator);
    private final String token = client.login();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void handlerWhenItReturnsAValueThenJsonWithoutNulls() {
        Map<String, Object> value = new HashMap<>();
        value.put("order", null);
        value.put("open", true);
        simulator.apex().on("GET", "/orders/*", request -> value);

        HttpResponse<String> answer = call("GET", "/orders/42", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).isEqualToIgnoringCase("application/json;charset=UTF-8"));
        assertThat(answer.body()).isEqualTo("{\"open\":true}");
    }

    @Test
    void handlerWhenCalledThenKnowsTheRequest() {
        simulator
                .apex()
                .on(
                        "POST",
                        "/orders/*",
                        request -> List.of(
                                request.method(),
                                request.uri(),
                                request.rest(),
                                request.params().get("q"),
                                request.headers().get("content-type"),
                                request.headers().containsKey("authorization"),
                                request.json().path("a").asInt(),
                                request.userId()));

        JsonNode answer = TestClient.json(call("POST", "/orders/4%2F2/x?q=a+b&q=c", "{\"a\":5}"));

        assertThat(answer)
                .extracting(JsonNode::asText)
                .containsExactly(
                        "POST",
                        "/orders/4%2F2/x",
                        "4/2/x",
                        "a b",
                        "application/json",
                        "false",
                        "5",
                        simulator.runAsUserId().orElseThrow());
    }

    @Test
    void handlerWhenItAnswersAResponseThenAsItSays() {
        simulator.apex().on("PUT", "/orders", request -> Apex.Response.text(201, "text/csv", "a;b\n" + request.text())
                .withHeader("Location", "/orders/1"));

        HttpResponse<String> answer = call("PUT", "/orders", "c;d");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValue("/orders/1");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body()).isEqualTo("a;b\nc;d");
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "DELETE, 204", "PATCH, 204", "POST, 204", "PUT, 204"})
    void handlerWhenItReturnsNothingThenNoBody(String method, int status) {
        simulator.apex().on(method, "/orders", request -> null);

        HttpResponse<String> answer = call(method, "/orders", "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void handlerWhenItFailsThenApexError() {
        simulator.apex().on("GET", "/orders", request -> {
            throw new IllegalStateException("no orders today");
        });

        HttpResponse<String> answer = call("GET", "/orders", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo("[{\"errorCode\":\"APEX_ERROR\","
                        + "\"message\":\"System.UnexpectedException: no orders today\"}]");
    }

    @Test
    void handlerWhenARecordIsRefusedThenApexErrorWithItsCode() {
        simulator.apex().on("POST", "/accounts", request -> simulator
                .records()
                .create("Account", JsonNodeFactory.instance.objectNode(), request.userId()));

        JsonNode error = TestClient.json(call("POST", "/accounts", "")).path(0);

        assertThat(error.path("errorCode").asText()).isEqualTo("APEX_ERROR");
        assertThat(error.path("message").asText())
                .startsWith("System.DmlException: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]");
    }

    @Test
    void handlerWhenItsStatusIsNoneOfApexThenError() {
        simulator.apex().on("GET", "/tea", request -> Apex.Response.empty(418));

        HttpResponse<String> answer = call("GET", "/tea", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Invalid status code for HTTP response: 418");
    }

    @Test
    void requestWhenMethodHasNoHandlerThenNotAllowed() {
        simulator.apex().on("GET", "/orders/*", request -> "");
        simulator.apex().on("DELETE", "/orders/*", request -> "");

        HttpResponse<String> answer = call("PUT", "/orders/1", "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body())
                .isEqualTo("[{\"errorCode\":\"METHOD_NOT_ALLOWED\","
                        + "\"message\":\"HTTP Method 'PUT' not allowed. Allowed are DELETE,GET\"}]");
    }

    @ParameterizedTest
    @CsvSource({"/services/%61pexrest/orders", "/services/x/../apexrest", "/services/apexrest"})
    void requestWhenMountIsSpeltOtherwiseThenNoInternalError(String path) {
        simulator.apex().on("GET", "/orders", request -> "");

        assertThat(client.get(path, token).statusCode()).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({"/Orders/1", "/order", "/ordersx", "/"})
    void requestWhenNoMappingFitsThenNotFound(String path) {
        simulator.apex().on("GET", "/orders/*", request -> "");

        HttpResponse<String> answer = call("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("[{\"errorCode\":\"NOT_FOUND\",\"message\":\"Could not find a match for URL\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, exact",
        "/orders/, exact",
        "/orders/1, wildcard",
        "/orders/1/items, items",
        "/orders/1/items/2, items",
        "/orders/1/other, wildcard"
    })
    void requestWhenSeveralMappingsFitThenExactAndThenLongest(String path, String mapping) {
        simulator.apex().on("GET", "/*", request -> "any");
        simulator.apex().on("GET", "/orders/*", request -> "wildcard");
        simulator.apex().on("GET", "/orders/*/items/*", request -> "items");
        simulator.apex().on("GET", "/orders", request -> "exact");

        assertThat(call("GET", path, "").body()).isEqualTo("\"" + mapping + "\"");
    }

    @Test
    void requestWhenHttpMethodIsOverriddenThenThatMethod() {
        simulator.apex().on("PATCH", "/orders", request -> request.method());

        assertThat(call("POST", "/orders?_HttpMethod=PATCH", "").body()).isEqualTo("\"PATCH\"");
    }

    @Test
    void requestWhenSessionEndedThenRefusedAndHandlerNotCalled() {
        simulator.apex().on("GET", "/orders", request -> "called");
        simulator.sessions().endAll();

        assertThat(call("GET", "/orders", "").statusCode()).isEqualTo(401);
    }

    @Test
    void clearWhenCalledThenNoHandlers() {
        simulator.apex().on("GET", "/orders", request -> "");
        simulator.apex().clear();

        assertThat(call("GET", "/orders", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"HEAD, /orders", "GET, orders", "GET, /or*ders", "GET, /orders*"})
    void onWhenApexRestKnowsNoSuchThingThenRefused(String method, String mapping) {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.apex().on(method, mapping, request -> ""));
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return client.request(method, "/services/apexrest" + path, token, body);
    }
}
