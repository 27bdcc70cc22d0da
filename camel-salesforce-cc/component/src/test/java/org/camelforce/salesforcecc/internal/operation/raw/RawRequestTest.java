package org.camelforce.salesforcecc.internal.operation.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.operation.TestOperation;
import org.camelforce.salesforcecc.internal.request.ApiRequest.Authorization;
import org.camelforce.salesforcecc.internal.request.ApiRequest.Header;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawRequestTest {

    private static final String LIMITS = "raw?rawPath=/services/data/v62.0/limits&rawMethod=";

    @ParameterizedTest
    @CsvSource({
        "/services/data/v62.0/limits, /services/data/v62.0/limits?a=1%262&b=x%20y",
        "/services/data/v62.0/limits?c=3, /services/data/v62.0/limits?c=3&a=1%262&b=x%20y",
        "/services/data/v62.0/sobjects/Ö, /services/data/v62.0/sobjects/%C3%96?a=1%262&b=x%20y"
    })
    void requestWhenQueryParametersNameHeadersThenTheirValuesAreEncoded(String path, String target) throws Exception {
        TestOperation raw = raw("raw?rawMethod=GET&rawQueryParameters=RAW(a, b)")
                .header("CamelSalesforceRawPath", path)
                .header("a", "1&2")
                .header("b", "x y");

        assertThat(raw.line()).isEqualTo("GET " + target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rawQueryParameters", "rawHttpHeaders"})
    void requestWhenAHeaderThatAnOptionNamesIsMissingThenDeniedByName(String option) {
        assertThatThrownBy(raw(LIMITS + "GET&" + option + "=gone")::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining(option + " names header gone");
    }

    @ParameterizedTest
    @CsvSource({"get, GET", "Patch, PATCH"})
    void requestWhenMethodIsInSmallLettersThenAsIfInCapitals(String method, String sent) throws Exception {
        assertThat(raw(LIMITS + method).request().method()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "GET /x HTTP/1.1", "GET\r\nX: y", "G-T"})
    void requestWhenMethodIsNoneThenDeniedByName(String method) {
        TestOperation raw = raw("raw?rawPath=/x").header("CamelSalesforceRawMethod", method);

        assertThatThrownBy(raw::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("rawMethod");
    }

    /** One makes the connection a tunnel, the other shows the route its token. */
    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "connect", "TRACE", "Trace"})
    void requestWhenMethodIsTheConnectionsThenDeniedByName(String method) {
        assertThatThrownBy(raw(LIMITS + method)::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("rawMethod");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization:", "X Y", "X\r\nAuthorization", "X-\u00dc", "X\tY"})
    void requestWhenAnHttpHeaderHasNoNameOfOneThenDeniedByName(String name) {
        TestOperation raw = raw(LIMITS + "GET")
                .header("CamelSalesforceRawHttpHeaders", name)
                .header(name, "z");

        assertThatThrownBy(raw::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("rawHttpHeaders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sforce-X Y", "Sforce-X: y\r\nX-Evil", "Sforce-\u00dc", "Sforce-X:"})
    void requestWhenAHeaderOfSalesforceHasNoNameOfOneThenDeniedByName(String name) {
        TestOperation raw = raw(LIMITS + "GET").header("CamelSalesforceHttpHeader." + name, "z");

        assertThatThrownBy(raw::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("CamelSalesforceHttpHeader.");
    }

    @Test
    void f9RequestWhenBelowAsyncThenItsTokenGoesInTheSessionHeaderAlone() throws Exception {
        assertThat(raw("raw?rawMethod=GET&rawPath=/services/async/62.0/job")
                        .request()
                        .authorization())
                .isEqualTo(Authorization.SESSION_HEADER);
        assertThat(raw(LIMITS + "GET").request().authorization()).isEqualTo(Authorization.BEARER);
    }

    @Test
    void requestWhenARouteNamesHttpHeadersThenTheyReplaceTheUsualOnes() throws Exception {
        TestOperation raw = raw(LIMITS + "POST&rawHttpHeaders=RAW(content-type, Sforce-Call-Options)")
                .header("content-type", "text/csv")
                .header("Sforce-Call-Options", "client=a")
                .header("CamelSalesforceHttpHeader.Sforce-Call-Options", "client=b")
                .body("Name");

        assertThat(raw.request().headers())
                .containsExactlyInAnyOrder(
                        new Header("Accept", "application/json;charset=utf-8"),
                        new Header("content-type", "text/csv"),
                        new Header("Sforce-Call-Options", "client=a"));
    }

    @Test
    void requestWhenFormatIsXmlThenItAsksForXml() throws Exception {
        assertThat(raw(LIMITS + "GET&format=XML").request().headers())
                .contains(new Header("Accept", "application/xml;charset=utf-8"));
    }

    @Test
    void requestWhenTheBodyIsNoContentThenSentByNoneAndDeniedIfItWereNeeded() throws Exception {
        Map<String, String> body = Map.of("a", "b");

        assertThat(raw(LIMITS + "GET").body(body).sent()).isNull();
        assertThat(raw(LIMITS + "GET").body("{}").sent()).isEqualTo("{}");
        assertThat(raw(LIMITS + "GET").body(Account.named("Acme")).sent()).isNull();
        assertThat(raw(LIMITS + "POST").body(Account.named("Acme")).sent()).contains("Acme");
        assertThatThrownBy(raw(LIMITS + "POST").body(body)::sent)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("body");
    }

    @Test
    void failureWhenTheAnswerHasErrorsThenTheExceptionHasThemAndTheBody() throws Exception {
        SalesforceException failure = raw(LIMITS + "GET").failure(404, "[{\"errorCode\":\"NOT_FOUND\"}]");

        assertThat(failure).isExactlyInstanceOf(SalesforceException.class);
        assertThat(failure.getErrors()).extracting(RestError::getErrorCode).containsExactly("NOT_FOUND");
        assertThat(failure.getResponseContent()).hasContent("[{\"errorCode\":\"NOT_FOUND\"}]");
    }

    private static TestOperation raw(String endpoint) {
        return TestOperation.at(endpoint, new RawRequest());
    }
}
