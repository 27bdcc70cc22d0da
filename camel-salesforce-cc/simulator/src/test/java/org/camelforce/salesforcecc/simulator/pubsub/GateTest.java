package org.camelforce.salesforcecc.simulator.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

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
        "accesstoken, eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln",
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
    void rpcWhenTenantIdHasFifteenCharactersThenServed() {
        client.header("tenantid", org.org().id().substring(0, 15));

        assertThat(client.schemaId(Orders.TOPIC)).isNotEmpty();
    }

    private void assertRefused(String errorCode) {
        StatusRuntimeException refusal =
                catchThrowableOfType(StatusRuntimeException.class, () -> client.schemaId(Orders.TOPIC));

        assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
        assertThat(PubSubClient.errorCode(refusal)).isEqualTo(errorCode);
        assertThat(refusal.getStatus().getDescription()).contains("rpcId: ");
    }
}
