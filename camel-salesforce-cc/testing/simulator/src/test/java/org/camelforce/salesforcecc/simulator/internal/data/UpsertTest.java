package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.json;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpsertTest {

    private final TestOrg org = new TestOrg();

    @AfterEach
    void close() {
        org.close();
    }

    private Upserted upsert(String field, String value, String fields) {
        return org.records.upsert("Account", field, value, json(fields), false, org.user);
    }

    @Test
    void upsertWhenNoRecordHasTheValueThenCreatesOneWithIt() {
        Upserted outcome = upsert("legacy_id__c", "17", "{'Name':'Acme'}");
        assertThat(outcome).isInstanceOfSatisfying(Upserted.Created.class, created -> assertThat(
                        org.retrieve("Account", created.id())
                                .get("Legacy_Id__c")
                                .textValue())
                .isEqualTo("17"));
    }

    @Test
    void upsertWhenOneRecordHasTheValueInAnotherCaseThenUpdatesIt() {
        String id = org.create("Account", "{'Name':'Acme','Legacy_Id__c':'a17'}");
        assertThat(upsert("Legacy_Id__c", "A17", "{'Name':'New'}")).isEqualTo(new Upserted.Updated(id));
        assertThat(org.retrieve("Account", id).get("Name").textValue()).isEqualTo("New");
    }

    @Test
    void upsertWhenSeveralRecordsHaveTheValueThenChangesNone() {
        String first = org.create("Account", "{'Name':'A','Group__c':'g'}");
        String second = org.create("Account", "{'Name':'B','Group__c':'g'}");
        org.changes.clear();
        assertThat(upsert("Group__c", "g", "{'Name':'C'}")).isEqualTo(new Upserted.Ambiguous(List.of(first, second)));
        assertThat(org.changes).isEmpty();
    }

    @Test
    void upsertWhenUpdateOnlyAndNoRecordHasTheValueThenNotFound() {
        ApiException refusal = refusal(
                () -> org.records.upsert("Account", "Legacy_Id__c", "17", json("{'Name':'A'}"), true, org.user));
        assertThat(refusal.status()).isEqualTo(404);
        assertThat(org.query("SELECT Id FROM Account")).isEmpty();
    }

    @Test
    void upsertWhenFieldIsNoExternalIdThenNotFound() {
        assertThat(refusal(() -> upsert("AccountNumber", "17", "{'Name':'A'}")))
                .hasMessage("Provided external ID field does not exist or is not accessible: AccountNumber")
                .returns(404, ApiException::status);
    }

    @Test
    void upsertWhenBodyRepeatsTheExternalIdThenInvalidField() {
        assertThat(refusal(() -> upsert("Legacy_Id__c", "17", "{'Name':'A','Legacy_Id__c':'17'}")))
                .hasMessage("The Legacy_Id__c field should not be specified in the sobject data.");
    }

    @Test
    void upsertWhenFieldIsIdThenUpdatesThatRecord() {
        String id = org.account("Acme");
        assertThat(upsert("Id", id, "{'Name':'New'}")).isEqualTo(new Upserted.Updated(id));
    }

    @Test
    void upsertWhenExternalIdIsANumberThenItIsComparedAsANumber() {
        String id = org.create("Thing__c", "{'Size__c':7}");
        assertThat(org.records.upsert("Thing__c", "Size__c", "7.0", json("{}"), false, org.user))
                .isEqualTo(new Upserted.Updated(id));
    }

    @Test
    void upsertWhenManyThreadsBringTheSameNewValueThenOneRecordIsCreated() throws Exception {
        int threads = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Upserted>> outcomes = new ArrayList<>();
            Callable<Upserted> race = () -> {
                start.await();
                return upsert("Group__c", "new", "{'Name':'Acme'}");
            };
            for (int i = 0; i < threads; i++) {
                outcomes.add(executor.submit(race));
            }
            start.countDown();
            int created = 0;
            for (Future<Upserted> outcome : outcomes) {
                created += outcome.get() instanceof Upserted.Created ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
            assertThat(org.query("SELECT Id FROM Account")).hasSize(1);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void retrieveByExternalIdWhenOneHasItThenAnswersIt() {
        String id = org.create("Account", "{'Name':'Acme','Legacy_Id__c':'17'}");
        assertThat(org.records
                        .retrieveByExternalId("Account", "Legacy_Id__c", "17")
                        .get("Id")
                        .textValue())
                .isEqualTo(id);
    }

    @Test
    void retrieveByExternalIdWhenSeveralHaveItThenTheyAreNamed() {
        String first = org.create("Account", "{'Name':'A','Group__c':'g'}");
        String second = org.create("Account", "{'Name':'B','Group__c':'g'}");
        assertThat(refusal(() -> org.records.retrieveByExternalId("Account", "Group__c", "g")))
                .returns(300, ApiException::status)
                .returns(List.of(first, second), ApiException::fields);
    }

    @Test
    void retrieveByExternalIdWhenNoneHasItThenNotFound() {
        assertThat(refusal(() -> org.records.retrieveByExternalId("Account", "Legacy_Id__c", "17")))
                .returns(404, ApiException::status);
    }
}
