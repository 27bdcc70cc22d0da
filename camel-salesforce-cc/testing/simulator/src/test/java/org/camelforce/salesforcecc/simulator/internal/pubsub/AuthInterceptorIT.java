package org.camelforce.salesforcecc.simulator.internal.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthInterceptorIT {

    private final SalesforceSimulator org = Orders.org();
    private final PubSubClient client = new PubSubClient(org);

    @AfterEach
    void close() {
        client.close();
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "accesstoken, 00D000000000001!unknown",
        "instanceurl, https://elsewhere.my.salesforce.com",
        "tenantid, 00D000000000000AAA"
    })
    void rpcWhenHeaderIsWrongThenUnauthenticatedWithCode(String header, String value) {
        client.header(header, value);

        assertRefused("sfdc.platform.eventbus.grpc.service.auth.error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accesstoken", "instanceurl", "tenantid"})
    void rpcWhenHeaderIsBlankThenUnauthenticatedWithCode(String header) {
        client.header(header, "");

        assertRefused("sfdc.platform.eventbus.grpc.service.auth.headers.invalid");
    }

    @Test
    void rpcWhenSessionHasEndedThenUnauthenticated() {
        org.sessions().endAll();

        assertRefused("sfdc.platform.eventbus.grpc.service.auth.error");
    }

    @Test
    void rpcWhenTokenIsALiveJwtThenUnauthenticated() throws Exception {
        org.app().setJwtLifetime(Duration.ofMinutes(5));
        String jwt = logIn();
        assertThat(org.sessions().peek(jwt)).isPresent();

        client.header("accesstoken", jwt);

        assertRefused("sfdc.platform.eventbus.grpc.service.auth.error");
    }

    @Test
    void rpcWhenTenantIdHasFifteenCharactersThenServed() {
        client.header("tenantid", org.org().id().substring(0, 15));

        assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:{}/", "HTTP://127.0.0.1:{}", "http://localhost:{}", "http://[::1]:{}"})
    void rpcWhenInstanceUrlIsWrittenInAnotherWayThenServed(String form) {
        client.header("instanceurl", form.replace("{}", port()));

        assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:{}",
                "http://127.0.0.1",
                "http://127.0.0.1:{}/services",
                "http://me@127.0.0.1:{}",
                "http://elsewhere:{}",
                "127.0.0.1:{}",
                "http://"
            })
    void rpcWhenInstanceUrlLeadsElsewhereThenUnauthenticated(String form) {
        client.header("instanceurl", form.replace("{}", port()));

        assertRefused("sfdc.platform.eventbus.grpc.service.auth.error");
    }

    @Test
    void rpcWhenInstanceUrlIsWhatALoginAnsweredThenServed() throws Exception {
        HttpRequest proxied = HttpRequest.newBuilder(URI.create(org.getLoginUrl() + "/services/oauth2/token"))
                .header("X-Forwarded-Proto", "https")
                .build();
        HttpClient.newHttpClient().send(proxied, HttpResponse.BodyHandlers.discarding());
        client.header("instanceurl", "https://127.0.0.1:" + port());

        assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
    }

    private String port() {
        return String.valueOf(URI.create(org.getLoginUrl()).getPort());
    }

    private String logIn() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(org.getLoginUrl() + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=" + org.getClientId()
                        + "&client_secret=" + org.getClientSecret()))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer).get("access_token").asText();
    }

    private void assertRefused(String errorCode) {
        StatusRuntimeException refusal =
                catchThrowableOfType(StatusRuntimeException.class, () -> client.schemaId(Orders.TOPIC));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(PubSubClient.errorCode(refusal)).isEqualTo(errorCode);
        assertThat(refusal.getStatus().getDescription()).contains("rpcId: ");
    }
}
