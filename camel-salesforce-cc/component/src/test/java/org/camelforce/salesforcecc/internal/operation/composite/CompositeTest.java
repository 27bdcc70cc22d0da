package org.camelforce.salesforcecc.internal.operation.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.TestOperation;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompositeTest {

    private static final String COLLECTIONS = " /services/data/v56.0/composite/sobjects";
    private static final String ID = "001000000000001AAA";

    @Test
    void compositeWhenTheBodyIsAnObjectThenPosted() throws Exception {
        TestOperation composite = TestOperation.at("composite", new Composite())
                .body(new SObjectComposite("56.0", true).addCreate(Account.named("Acme"), "created"));

        assertThat(composite.line()).isEqualTo("POST /services/data/v56.0/composite");
        assertThat(composite.sent()).contains("\"allOrNone\":true", "\"referenceId\":\"created\"", "Acme");
    }

    @Test
    void compositeWhenRawThenTheBodyGoesAsItIsByTheMethodChosen() throws Exception {
        TestOperation composite = TestOperation.at(
                        "composite?rawPayload=true&compositeMethod=GET&apiVersion=62.0", new Composite())
                .body("{ }");

        assertThat(composite.line()).isEqualTo("GET /services/data/v62.0/composite");
        assertThat(composite.sent()).isEqualTo("{ }");
    }

    @ParameterizedTest
    @MethodSource
    void requestWhenTheBodyIsOfAnotherTypeThenDeniedByType(String endpoint, Operation operation) {
        assertThatThrownBy(TestOperation.at(endpoint, operation).body(17)::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("the body must be")
                .hasMessageContaining("java.lang.Integer");
    }

    static Stream<Arguments> requestWhenTheBodyIsOfAnotherTypeThenDeniedByType() {
        return Stream.of(
                Arguments.of("composite", new Composite()),
                Arguments.of("composite-batch", new Batch()),
                Arguments.of("composite-tree", new Tree()),
                Arguments.of("compositeCreateSObjectCollections", new SaveCollection("POST")));
    }

    @Test
    void batchWhenItNeedsALaterVersionThenDeniedByOption() {
        TestOperation batch = TestOperation.at("composite-batch?apiVersion=50.0", new Batch())
                .body(new SObjectBatch("56.0").addLimits());

        assertThatThrownBy(batch::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("apiVersion");
    }

    @Test
    void treeWhenARecordHasErrorsThenTheExceptionHasThem() throws Exception {
        SObjectTree tree = new SObjectTree();
        tree.addObject(Account.named("Tree"));
        TestOperation operation = TestOperation.at("composite-tree", new Tree()).body(tree);

        SalesforceException failure = operation.failure(
                400,
                "{\"hasErrors\":true,\"results\":[{\"referenceId\":\"ref1\",\"errors\":[{\"statusCode\":\"BAD\","
                        + "\"message\":\"said\",\"fields\":[]}]}]}");

        assertThat(operation.line()).isEqualTo("POST /services/data/v56.0/composite/tree/Account");
        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(failure.getErrors()).extracting(RestError::getMessage).containsExactly("said");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void f7CollectionsWhenAllOrNoneIsSetThenItHasItsEffect(boolean allOrNone) throws Exception {
        List<Account> records = List.of(Account.named("Acme"));

        assertThat(TestOperation.at(
                                "compositeCreateSObjectCollections?allOrNone=" + allOrNone, new SaveCollection("POST"))
                        .body(records)
                        .sent())
                .contains("\"allOrNone\":" + allOrNone);
        assertThat(TestOperation.at("compositeUpdateSObjectCollections", new SaveCollection("PATCH"))
                        .header("CamelSalesforceAllOrNone", allOrNone)
                        .body(records)
                        .sent())
                .contains("\"allOrNone\":" + allOrNone);
        assertThat(TestOperation.at("compositeDeleteSObjectCollections?allOrNone=" + allOrNone, new DeleteCollection())
                        .body(List.of(ID))
                        .line())
                .endsWith("&allOrNone=" + allOrNone);
    }

    @Test
    void collectionsWhenAskedForThenByTheirMethodAndPath() throws Exception {
        List<Account> records = List.of(Account.named("Acme"));

        assertThat(TestOperation.at("compositeCreateSObjectCollections", new SaveCollection("POST"))
                        .body(records)
                        .line())
                .isEqualTo("POST" + COLLECTIONS);
        assertThat(TestOperation.at("compositeUpdateSObjectCollections", new SaveCollection("PATCH"))
                        .body(records)
                        .line())
                .isEqualTo("PATCH" + COLLECTIONS);
        assertThat(TestOperation.at(
                                "compositeUpsertSObjectCollections?sObjectName=Account&sObjectIdName=Legacy_Id__c",
                                new UpsertCollection())
                        .body(records)
                        .line())
                .isEqualTo("PATCH" + COLLECTIONS + "/Account/Legacy_Id__c");
        assertThat(TestOperation.at("compositeDeleteSObjectCollections", new DeleteCollection())
                        .body(ID + "," + ID)
                        .line())
                .isEqualTo("DELETE" + COLLECTIONS + "?ids=" + ID + "," + ID + "&allOrNone=false");
    }

    @Test
    void retrieveWhenIdsAndFieldsAreListsOrTextsThenTheyAreInTheBody() throws Exception {
        TestOperation retrieve = TestOperation.at(
                        "compositeRetrieveSObjectCollections?sObjectName=Account&sObjectFields=Id,Name",
                        new RetrieveCollection(),
                        Account.class)
                .header("CamelSalesforceSObjectIds", List.of(ID));

        assertThat(retrieve.line()).isEqualTo("POST" + COLLECTIONS + "/Account");
        assertThat(retrieve.sent()).contains("\"ids\":[\"" + ID + "\"]", "\"fields\":[\"Id\",\"Name\"]");
        assertThat((List<?>) retrieve.result(200, "[null,{\"Name\":\"Acme\"}]"))
                .satisfiesExactly(missing -> assertThat(missing).isNull(), found -> assertThat(found)
                        .isInstanceOf(Account.class));
    }

    @Test
    void deleteWhenIdsAreNoneThenDeniedByName() {
        assertThatThrownBy(TestOperation.at("compositeDeleteSObjectCollections", new DeleteCollection())
                        .body(List.of("x&allOrNone=true"))::request)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("sObjectIds");
    }
}
