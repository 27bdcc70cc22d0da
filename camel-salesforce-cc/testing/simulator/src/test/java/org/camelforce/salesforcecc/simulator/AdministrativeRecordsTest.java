package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrativeRecordsTest {

    private static final String V = "/services/data/v67.0/";

    private final ManualTime time = TestSimulators.time();
    private final SalesforceSimulator simulator = SalesforceSimulator.builder()
            .time(time)
            .schema(Schema.standard()
                    .with(SObjectDefinition.platformEvent("Order_Event__e").build()))
            .start();
    private final TestClient client = new TestClient(simulator);
    private final String token = client.login();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void queryWhenOrganizationThenTheOrg() {
        JsonNode answer = query("SELECT Id, Name, InstanceName, IsSandbox, TrialExpirationDate, NamespacePrefix,"
                + " OrganizationType, CreatedDate FROM Organization");

        assertThat(answer.get("totalSize").asInt()).isEqualTo(1);
        JsonNode org = answer.at("/records/0");
        assertThat(org.get("Id").asText()).isEqualTo(simulator.org().id());
        assertThat(simulator.org().myDomain()).startsWith(org.get("Name").asText() + ".");
        assertThat(org.get("IsSandbox").asBoolean()).isFalse();
        assertThat(org.get("OrganizationType").asText()).isEqualTo("Developer Edition");
        assertThat(org.get("CreatedDate").asText()).isEqualTo("2026-03-01T10:00:00.000+0000");
    }

    @Test
    void queryWhenUsersThenWithProfile() {
        simulator.org().addUser("second@simulator.example");

        JsonNode answer = query("SELECT Username, Profile.Name FROM User");

        assertThat(answer.get("records").findValuesAsText("Username"))
                .containsExactly("integration@simulator.example", "second@simulator.example");
        assertThat(answer.at("/records/1/Profile/Name").asText()).isEqualTo("System Administrator");
    }

    @Test
    void queryWhenPermissionSetsThenOneOfEachProfile() {
        assertThat(query("SELECT Profile.Name FROM PermissionSet WHERE IsOwnedByProfile = true ORDER BY Name")
                        .get("records")
                        .findValuesAsText("Name"))
                .containsExactly("System Administrator", "Standard User", "Minimum Access - API Only Integrations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Organization", "Profile", "PermissionSet"})
    void createWhenObjectIsTheOrgsOwnThenRefused(String object) {
        HttpResponse<String> answer = client.request("POST", V + "sobjects/" + object, token, "{\"Name\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestClient.json(answer).at("/0/errorCode").asText()).isEqualTo("INVALID_TYPE_FOR_OPERATION");
    }

    @Test
    void columnsWhenAskedForThenDescribesThemInsteadOfRecords() {
        JsonNode answer = TestClient.json(client.get(
                V + "query?q=" + encoded("SELECT Id, Name, Owner.Name, Owner.Email FROM Account") + "&columns=true",
                token));

        assertThat(answer.has("records")).isFalse();
        assertThat(answer.get("entityName").asText()).isEqualTo("Account");
        assertThat(answer.get("keyPrefix").asText()).isEqualTo("001");
        assertThat(answer.get("idSelected").asBoolean()).isTrue();
        assertThat(answer.at("/columnMetadata/0"))
                .hasToString("{\"aggregate\":false,\"apexType\":\"Id\",\"booleanType\":false,\"columnName\":\"Id\","
                        + "\"displayName\":\"Id\",\"custom\":false,\"foreignKeyName\":null,\"insertable\":false,"
                        + "\"joinColumns\":[],\"numberType\":false,\"textType\":false,\"updatable\":false}");
        assertThat(answer.at("/columnMetadata/1/textType").asBoolean()).isTrue();
        assertThat(answer.at("/columnMetadata/2/columnName").asText()).isEqualTo("Owner");
        assertThat(answer.at("/columnMetadata/2/joinColumns").findValuesAsText("columnName"))
                .containsExactly("Name", "Email");
        assertThat(answer.get("columnMetadata")).hasSize(3);
    }

    @Test
    void columnsWhenQueryIsMalformedThenRefused() {
        assertThat(client.get(V + "query?q=" + encoded("SELECT Nope FROM Account") + "&columns=true", token)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void limitsWhenEventIsPublishedThenUsedForAnHour() {
        int before = remaining();
        client.request("POST", V + "sobjects/Order_Event__e", token, "{}");

        assertThat(remaining()).isEqualTo(before - 1);
        time.advance(Duration.ofMinutes(59));
        assertThat(remaining()).isEqualTo(before - 1);
        time.advance(Duration.ofMinutes(1));
        assertThat(remaining()).isEqualTo(before);
    }

    private int remaining() {
        return TestClient.json(client.get(V + "limits", token))
                .at("/HourlyPublishedPlatformEvents/Remaining")
                .asInt();
    }

    private JsonNode query(String soql) {
        return TestClient.json(client.get(V + "query?q=" + encoded(soql), token));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
