package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphResourceTest {

    private final RestOrg org = new RestOrg();

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void graphWhenNodesReferToEachOtherThenAllCreated() {
        RestOrg.Answer answer = post(graph(
                "1",
                account("a"),
                node("POST", "sobjects/Contact", "c", "{\"LastName\":\"Doe\",\"AccountId\":\"@{a.id}\"}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/graphs/0/graphId")).isEqualTo("1");
        assertThat(answer.at("/graphs/0/isSuccessful").asBoolean()).isTrue();
        String account = answer.text("/graphs/0/graphResponse/compositeResponse/0/body/id");
        assertThat(answer.text("/graphs/0/graphResponse/compositeResponse/0/httpHeaders/Location"))
                .isEqualTo(RestOrg.V + "sobjects/Account/" + account);
        assertThat(answer.at("/graphs/0/graphResponse/compositeResponse/1/httpStatusCode")
                        .asInt())
                .isEqualTo(201);
        assertThat(org.query("SELECT AccountId FROM Contact").text("/records/0/AccountId"))
                .isEqualTo(account);
    }

    @Test
    void graphWhenANodeFailsThenThatGraphIsRolledBackAndTheOthersLast() {
        RestOrg.Answer answer = post(
                graph("bad", account("a"), node("POST", "sobjects/Account", "b", "{\"Nope\":1}")),
                graph("good", account("a")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/graphs/0/isSuccessful").asBoolean()).isFalse();
        assertThat(answer.at("/graphs/0").findValuesAsText("errorCode"))
                .containsExactly("PROCESSING_HALTED", "INVALID_FIELD");
        assertThat(answer.at("/graphs/1/isSuccessful").asBoolean()).isTrue();
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void graphWhenMoreThan14FailThenTheRestIsHalted() {
        String bad = node("POST", "sobjects/Account", "b", "{\"Nope\":1}");
        String[] graphs = IntStream.range(0, 17)
                .mapToObj(i -> graph("g" + i, i < 15 ? bad : account("a")))
                .toArray(String[]::new);

        RestOrg.Answer answer = post(graphs);

        assertThat(answer.body().findValuesAsText("errorCode").subList(0, 15)).containsOnly("INVALID_FIELD");
        assertThat(answer.body().findValuesAsText("errorCode").subList(15, 17)).containsOnly("PROCESSING_HALTED");
        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"75, 1, 200", "76, 1, 400", "1, 500, 200", "1, 501, 400", "10, 51, 400"})
    void graphWhenThereAreManyGraphsOrNodesThenLimited(int graphs, int nodes, int status) {
        String[] all = IntStream.range(0, graphs)
                .mapToObj(i -> graph(
                        "g" + i,
                        IntStream.range(0, nodes)
                                .mapToObj(node -> account("n" + node))
                                .toArray(String[]::new)))
                .toArray(String[]::new);

        assertThat(post(all).status()).isEqualTo(status);
        assertThat(accounts()).isEqualTo(status == 200 ? graphs * nodes : 0);
    }

    @ParameterizedTest
    @CsvSource({"15, 200", "16, 400"})
    void graphWhenReferencesAreChainedThenDepthIsLimited(int depth, int status) {
        String[] nodes = IntStream.range(0, depth)
                .mapToObj(i -> i == 0
                        ? account("n0")
                        : node(
                                "POST",
                                "sobjects/Account",
                                "n" + i,
                                "{\"Name\":\"x\",\"ParentId\":\"@{n" + (i - 1) + ".id}\"}"))
                .toArray(String[]::new);

        assertThat(post(graph("deep", nodes)).status()).isEqualTo(status);
    }

    @Test
    void graphWhenMoreThan15SortsOfNodesThenRefused() {
        String[] nodes = IntStream.range(40, 56)
                .mapToObj(version -> "{\"method\":\"POST\",\"url\":\"/services/data/v" + version
                        + ".0/sobjects/Account\",\"referenceId\":\"r" + version + "\",\"body\":{\"Name\":\"x\"}}")
                .toArray(String[]::new);

        assertThat(post(graph("many", nodes)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"query?q=SELECT+Id+FROM+Account", "limits", "composite/batch"})
    void graphWhenANodeIsNoRecordThenRefused(String resource) {
        RestOrg.Answer answer = post(graph("g", node("GET", resource, "r", "{}")));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "_a", "01234567890123456789012345678901234567890"})
    void graphWhenItsIdIsNotValidThenRefused(String id) {
        assertThat(post(graph(id, account("a"))).status()).isEqualTo(400);
    }

    @Test
    void graphWhenIdsAreNotUniqueThenRefused() {
        assertThat(post(graph("g", account("a")), graph("g", account("a"))).status())
                .isEqualTo(400);
        assertThat(post(graph("g", account("a"), account("a"))).status()).isEqualTo(400);
        assertThat(accounts()).isZero();
    }

    private RestOrg.Answer post(String... graphs) {
        return org.post(RestOrg.V + "composite/graph", "{\"graphs\":[" + String.join(",", graphs) + "]}");
    }

    private static String graph(String id, String... nodes) {
        return "{\"graphId\":\"" + id + "\",\"compositeRequest\":["
                + IntStream.range(0, nodes.length).mapToObj(i -> nodes[i]).collect(Collectors.joining(",")) + "]}";
    }

    private static String account(String referenceId) {
        return node("POST", "sobjects/Account", referenceId, "{\"Name\":\"Acme\"}");
    }

    private static String node(String method, String resource, String referenceId, String body) {
        return "{\"method\":\"" + method + "\",\"url\":\"" + RestOrg.V + resource + "\",\"referenceId\":\""
                + referenceId + "\",\"body\":" + body + "}";
    }

    private int accounts() {
        JsonNode size = org.query("SELECT COUNT() FROM Account").at("/totalSize");
        return size.asInt();
    }
}
