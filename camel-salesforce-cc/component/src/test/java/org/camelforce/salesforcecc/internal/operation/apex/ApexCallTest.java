package org.camelforce.salesforcecc.internal.operation.apex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.operation.TestOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rest of the request goes, {@code RequestTargetTest} shows. */
class ApexCallTest {

    @ParameterizedTest
    @CsvSource({
        "apexCall/orders/7, GET /services/apexrest/orders/7",
        "apexCall?apexUrl=/orders, GET /services/apexrest/orders",
        "apexCall?apexUrl=orders&apexMethod=post, POST /services/apexrest/orders",
        "apexCall?apexUrl=RAW(orders?a=1&b)&a=2, GET /services/apexrest/orders?b&a=2"
    })
    void requestWhenMadeThenBelowApexRest(String endpoint, String line) throws Exception {
        assertThat(apex(endpoint).line()).isEqualTo(line);
    }

    @Test
    void requestWhenAParameterHasSeveralValuesOrNoneThenTheyAreAllThere() throws Exception {
        TestOperation apex = apex("apexCall/orders")
                .header("CamelSalesforceApexQueryParam.id", List.of(1, 2))
                .body(java.util.Collections.singletonMap("flag", null));

        assertThat(apex.line()).isEqualTo("GET /services/apexrest/orders?id=1&id=2&flag");
    }

    @ParameterizedTest
    @CsvSource({"POST, {}", "PUT, {}", "PATCH, {}", "GET, ", "DELETE, "})
    void requestWhenTheMethodTakesABodyThenItIsSent(String method, String sent) throws Exception {
        assertThat(apex("apexCall/orders?apexMethod=" + method).body("{}").sent())
                .isEqualTo(sent);
    }

    @Test
    void requestWhenThereIsNoClassThenDeniedBeforeAnythingIsSent() {
        assertThatThrownBy(apex("apexCall/orders?apexMethod=POST&sObjectClass=no.such.Type")::request)
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("sObjectClass");
    }

    @ParameterizedTest
    @MethodSource("values")
    void f4ResultWhenTheAnswerIsAnyJsonThenTheBodyIsTheValue(String answer, Object value) throws Exception {
        assertThat(apex("apexCall/orders").result(200, answer)).isEqualTo(value);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("\"Hello\"", "Hello"),
                Arguments.of("42", 42),
                Arguments.of("true", true),
                Arguments.of("null", null),
                Arguments.of("[]", List.of()),
                Arguments.of("[\"a\"]", List.of("a")),
                Arguments.of("{}", Map.of()),
                Arguments.of("{\"status\":\"done\"}", Map.of("status", "done")),
                Arguments.of("{\"type\":\"PDF\"}", Map.of("type", "PDF")),
                Arguments.of("{\"type\":{\"type\":1}}", Map.of("type", Map.of("type", 1))),
                Arguments.of(
                        "{\"attributes\":{\"type\":\"AggregateResult\"},\"n\":1}",
                        Map.of("attributes", Map.of("type", "AggregateResult"), "n", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Acme\"}",
                "{\"type\":\"Account\",\"Name\":\"Acme\"}"
            })
    void resultWhenTheAnswerIsARecordThenAnObjectOfItsClass(String answer) throws Exception {
        assertThat(TestOperation.at("apexCall/orders", new ApexCall(), Account.class)
                        .result(200, answer))
                .isInstanceOf(Account.class);
    }

    @Test
    void resultWhenThereIsNoClassForARecordThenItFailsByName() {
        assertThatThrownBy(() -> apex("apexCall/orders").result(200, "{\"attributes\":{\"type\":\"Account\"}}"))
                .isInstanceOf(SalesforceException.class)
                .hasMessageContaining("Account");
    }

    private static TestOperation apex(String endpoint) {
        return TestOperation.at(endpoint, new ApexCall());
    }
}
