package org.camelforce.salesforcecc.simulator.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolingResourceTest {

    private static final String TOOLING = RestOrg.V + "tooling/";
    private static final String ID = "18x000000000001AAA";

    private final RestOrg org = new RestOrg();

    @BeforeEach
    void define() {
        org.tooling.put(
                "ManagedEventSubscription",
                List.of(Json.object()
                        .put("Id", ID)
                        .put("DeveloperName", "Orders")
                        .put("TopicName", "/event/Order__e")
                        .put("State", "RUN")));
    }

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void queryWhenRecordsAreThereThenInTheFormOfTheToolingApi() {
        assertThat(query("SELECT Id, DeveloperName FROM ManagedEventSubscription WHERE State = 'RUN'")
                        .body())
                .hasToString("{\"size\":1,\"totalSize\":1,\"done\":true,\"queryLocator\":null,"
                        + "\"entityTypeName\":\"ManagedEventSubscription\",\"records\":[{\"attributes\":{\"type\":"
                        + "\"ManagedEventSubscription\",\"url\":\"" + TOOLING + "sobjects/ManagedEventSubscription/"
                        + ID
                        + "\"},\"Id\":\"" + ID + "\",\"DeveloperName\":\"Orders\"}]}");
    }

    @Test
    void queryWhenRecordsChangeThenTheNewOnes() {
        org.tooling.put("ManagedEventSubscription", List.of());

        assertThat(query("SELECT COUNT() FROM ManagedEventSubscription")
                        .at("/size")
                        .asInt(5))
                .isZero();
    }

    @Test
    void queryWhenGroupedThenRowsWithoutUrl() {
        assertThat(query("SELECT State, COUNT(Id) n FROM ManagedEventSubscription GROUP BY State")
                        .at("/records/0"))
                .hasToString("{\"attributes\":{\"type\":\"AggregateResult\"},\"State\":\"RUN\",\"n\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT Id FROM Account, INVALID_TYPE",
        "SELECT Nothing FROM EventBusSubscriber, INVALID_FIELD",
        "SELECT FROM EventBusSubscriber, MALFORMED_QUERY"
    })
    void queryWhenWrongThenErrorOfRest(String soql, String code) {
        RestOrg.Answer answer = query(soql);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/0/errorCode")).isEqualTo(code);
    }

    @Test
    void queryWhenOrgHasNoneThenEmpty() {
        assertThat(query("SELECT Id, ChannelType FROM PlatformEventChannel").at("/records"))
                .isEmpty();
        assertThat(query("SELECT Name, Position, Tip FROM EventBusSubscriber").at("/records"))
                .isEmpty();
    }

    @Test
    void objectsWhenListedThenThoseOfTheToolingApi() {
        RestOrg.Answer answer = org.get(TOOLING + "sobjects");

        assertThat(answer.at("/sobjects").findValuesAsText("name"))
                .containsExactly(
                        "ManagedEventSubscription",
                        "PlatformEventChannel",
                        "PlatformEventChannelMember",
                        "EventBusSubscriber");
        assertThat(answer.text("/sobjects/0/urls/describe"))
                .isEqualTo(TOOLING + "sobjects/ManagedEventSubscription/describe");
    }

    @Test
    void objectWhenDescribedThenItsFields() {
        assertThat(org.get(TOOLING + "sobjects/ManagedEventSubscription/describe")
                        .at("/fields")
                        .findValuesAsText("name"))
                .contains("Id", "DeveloperName", "TopicName", "DefaultReplay", "ErrorRecoveryReplay", "State");
        assertThat(org.get(TOOLING + "sobjects/ManagedEventSubscription").text("/objectDescribe/name"))
                .isEqualTo("ManagedEventSubscription");
    }

    @Test
    void recordWhenReadThenAllFields() {
        RestOrg.Answer answer = org.get(TOOLING + "sobjects/ManagedEventSubscription/" + ID);

        assertThat(answer.text("/TopicName")).isEqualTo("/event/Order__e");
        assertThat(answer.at("/DefaultReplay").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sobjects/Account/describe, 404",
        "sobjects/ManagedEventSubscription/18x000000000009AAA, 404",
        "sobjects/ManagedEventSubscription/x, 400",
        "sobjects/ApexClass, 404",
        "runTestsSynchronous, 404",
        "query, 400"
    })
    void getWhenThereIsNothingThenErrorOfRest(String path, int status) {
        assertThat(org.get(TOOLING + path).status()).isEqualTo(status);
    }

    @Test
    void postWhenToolingIsReadOnlyThenNotAllowed() {
        assertThat(org.post(TOOLING + "sobjects/ManagedEventSubscription", "{}").status())
                .isEqualTo(405);
    }

    private RestOrg.Answer query(String soql) {
        return org.get(TOOLING + "query/?q=" + URLEncoder.encode(soql, UTF_8));
    }
}
