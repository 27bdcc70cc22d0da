package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    private final SalesforceSimulator simulator = SalesforceSimulator.start();
    private final TestClient client = new TestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//services/data",
                "//services/data/",
                "///services/data/v67.0/limits",
                "/services/data/v67.0/limits/",
                "//services/data/v67.0/sobjects/Account/describe/",
                "/services/oauth2/userinfo/",
                "//services/oauth2/userinfo"
            })
    void requestWhenPathHasSlashesTooManyThenServed(String path) {
        assertThat(client.get(path, client.login()).statusCode()).isEqualTo(200);
    }

    @Test
    void requestWhenPathHasTwoSlashesThenSessionIsStillAskedFor() {
        assertThat(client.getAnonymously("//services/data/v67.0/limits").statusCode())
                .isEqualTo(401);
    }

    @Test
    void loginWhenPathEndsInSlashThenCountedAndLoggedAsItCame() {
        HttpResponse<String> answer = client.postForm("/services/oauth2/token/", client.credentials());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(simulator.tokenRequests()).isEqualTo(1);
        assertThat(simulator.requestLog()).extracting(RecordedRequest::path).containsExactly("/services/oauth2/token/");
    }

    @Test
    void loginWhenPathEndsInSlashThenFaultsApply() {
        simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage(), 1);

        assertThat(client.postForm("/services/oauth2/token/", client.credentials())
                        .statusCode())
                .isEqualTo(503);
    }
}
