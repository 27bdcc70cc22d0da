package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsOnTheWireIT {

    private static final String RESOURCE = "/services/data/v67.0/query";
    private static final String SERVED = "served integration@simulator.example";

    private final SalesforceSimulator simulator =
            TestSimulators.simulator().maxThreads(8).start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void loginWhenUnknownErrorInjectedOnceThenNextLoginSucceeds() {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.unknownError(), 1);

        HttpResponse<String> refused = client.requestToken();

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .isEqualTo("{\"error\":\"unknown_error\",\"error_description\":\"retry your request\"}");
        assertThat(client.requestToken().statusCode()).isEqualTo(200);
    }

    @Test
    void loginWhenMaintenanceInjectedThenHtml() {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage(), 1);

        HttpResponse<String> response = client.requestToken();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(simulator.loginHistory().rows()).isEmpty();
    }

    @Test
    void loginWhenEmptyAnswerInjectedThenNoBodyAndNoType() {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.emptyBody(), 1);

        HttpResponse<String> response = client.requestToken();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void loginWhenBodyCutThenClientSeesBrokenAnswerAfterLogin() {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, new Fault.CutBody(10), 1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(client::requestToken)
                .withCauseInstanceOf(IOException.class);
        assertThat(simulator.sessions().live()).hasSize(1);
    }

    @Test
    void userinfoWhenAnswerInjectedThenAnswersWithIt() {
        String token = client.login();
        simulator
                .faults()
                .inject(FaultPoint.OAUTH_REQUEST, new Fault.Answer(500, "text/plain", "broken", "X-Fault: yes"), 1);

        HttpResponse<String> response = client.get("/services/oauth2/userinfo", token);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("broken");
        assertThat(response.headers().firstValue("X-Fault")).hasValue("yes");
    }

    @ParameterizedTest
    @EnumSource(names = {"REST_REQUEST", "REST_RESPONSE"})
    void requestWhenConnectionDroppedThenClientFails(FaultPoint point) {
        String token = client.login();
        simulator.faults().inject(point, new Fault.DropConnection(), 1);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.post(RESOURCE, token));
        assertThat(client.get(RESOURCE, token).body()).isEqualTo(SERVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"REST_REQUEST", "REST_RESPONSE"})
    void requestWhenAnswerInjectedThenAnswersWithIt(FaultPoint point) throws Exception {
        String token = client.login();
        simulator.faults().inject(point, new Fault.Answer(503, "application/json", "[]"), 1);

        HttpResponse<String> response = client.post(RESOURCE, token);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("[]");
        assertThat(client.post(RESOURCE, token).body()).isEqualTo(SERVED);
    }

    @Test
    void requestWhenSessionsEndBeforeThenInvalidSession() throws Exception {
        String token = client.login();
        simulator.faults().inject(FaultPoint.REST_REQUEST, new Fault.EndAllSessions(), 1);

        assertThat(client.post(RESOURCE, token).statusCode()).isEqualTo(401);
    }

    @Test
    void requestWhenSessionsEndAfterwardsThenServedAndNextOneRefused() throws Exception {
        String token = client.login();
        simulator.faults().inject(FaultPoint.REST_RESPONSE, new Fault.EndAllSessions(), 1);

        assertThat(client.post(RESOURCE, token).body()).isEqualTo(SERVED);
        assertThat(client.post(RESOURCE, token).statusCode()).isEqualTo(401);
    }

    @Test
    void requestWhenBodyCutThenClientFails() {
        String token = client.login();
        simulator.faults().inject(FaultPoint.REST_RESPONSE, new Fault.CutBody(3), 1);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.post(RESOURCE, token));
    }

    @Test
    void requestWhenSeveralFaultsArePendingThenOneStrikesEach() throws Exception {
        String token = client.login();
        simulator.faults().inject(FaultPoint.REST_REQUEST, new Fault.Delay(Duration.ofMillis(1)), 1);
        simulator.faults().inject(FaultPoint.REST_REQUEST, new Fault.Answer(500, "text/plain", "second"), 1);

        assertThat(client.post(RESOURCE, token).body()).isEqualTo(SERVED);
        assertThat(client.post(RESOURCE, token).body()).isEqualTo("second");
    }

    @Test
    void requestWhenRefusedThenResponseFaultStaysPending() throws Exception {
        simulator.faults().inject(FaultPoint.REST_RESPONSE, new Fault.DropConnection(), 1);

        assertThat(client.post(RESOURCE, "bad").statusCode()).isEqualTo(401);
        assertThat(simulator.faults().next(FaultPoint.REST_RESPONSE)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"REST_REQUEST", "REST_RESPONSE"})
    void requestWhenManyAreDelayedThenNoThreadIsHeld(FaultPoint point) throws Exception {
        String token = client.login();
        int held = 40;
        simulator.faults().inject(point, new Fault.Delay(Duration.ofSeconds(3)), held);
        List<CompletableFuture<HttpResponse<String>>> delayed = IntStream.range(0, held)
                .mapToObj(i -> client.postAsync(RESOURCE, token))
                .toList();
        await().until(() -> simulator.requestLog().stream()
                        .filter(request -> request.path().equals(RESOURCE))
                        .count()
                == held);

        assertThat(client.getAnonymously("/services/data").statusCode()).isEqualTo(200);
        assertThat(delayed).noneMatch(CompletableFuture::isDone);
        for (CompletableFuture<HttpResponse<String>> one : delayed) {
            assertThat(one.get(30, TimeUnit.SECONDS).body()).isEqualTo(SERVED);
        }
        assertThat(simulator.apiUsage().used()).isEqualTo(held);
    }
}
