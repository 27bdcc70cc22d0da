package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;

/** Several requests or records in one. */
final class CompositeCases {

    private static final String VERSION = "56.0";
    private static final String BY_LEGACY_ID = "&sObjectIdName=Legacy_Id__c";
    /** One more than a collection may have. */
    private static final int TOO_MANY = 201;
    /** One more than a composite request may have. */
    private static final int TOO_MANY_QUERIES = 6;

    private CompositeCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        composites(cases);
        saves(cases);
        byIds(cases);
        return cases.all();
    }

    private static void composites(Cases cases) {
        String create = "{\"method\":\"POST\",\"url\":\"/services/data/v56.0/sobjects/Account\",\"referenceId\":\"a\","
                + "\"body\":{\"Name\":\"Composite\"}}";
        cases.add(
                        Form.DTO,
                        COMPOSITE,
                        Result.ANSWERED,
                        "create, upsert and query",
                        org -> {
                            SObjectComposite composite = new SObjectComposite(VERSION, true);
                            composite.addCreate(Account.named("Composite"), "created");
                            composite.addUpsertByExternalId(
                                    "Account", "Legacy_Id__c", "composite", Account.named("Upserted"), "upserted");
                            composite.addQuery("SELECT COUNT() FROM Account", "counted");
                            return org.send("composite?format=JSON", composite);
                        },
                        "upserted",
                        "201")
                .add(
                        Form.DTO,
                        COMPOSITE,
                        Result.DENIED,
                        "too many queries",
                        org -> {
                            SObjectComposite composite = new SObjectComposite(VERSION, true);
                            IntStream.range(0, TOO_MANY_QUERIES)
                                    .forEach(i -> composite.addQuery("SELECT Id FROM Account", "q" + i));
                            return org.send("composite?format=JSON", composite);
                        },
                        "400",
                        "LIMIT_EXCEEDED")
                .add(
                        Form.RAW,
                        COMPOSITE,
                        Result.ANSWERED,
                        "create",
                        org -> org.send("composite?format=JSON", "{\"compositeRequest\":[" + create + "]}"),
                        "201")
                .add(
                        Form.RAW,
                        COMPOSITE,
                        Result.DENIED,
                        "no requests",
                        org -> org.send("composite?format=JSON", "{}"),
                        "400")
                .answered(
                        COMPOSITE_BATCH,
                        "create and limits",
                        org -> {
                            SObjectBatch batch = new SObjectBatch(VERSION);
                            batch.addCreate(Account.named("Batch"));
                            batch.addLimits();
                            return org.send("composite-batch?format=JSON", batch);
                        },
                        "DailyApiRequests")
                .denied(
                        COMPOSITE_BATCH,
                        "unknown version",
                        org -> {
                            SObjectBatch batch = new SObjectBatch(VERSION);
                            batch.addLimits();
                            return org.send("composite-batch?format=JSON&" + Cases.UNKNOWN_VERSION, batch);
                        },
                        "404")
                .answered(
                        COMPOSITE_TREE,
                        "one",
                        org -> org.send("composite-tree?format=JSON", tree(Account.named("Tree"))),
                        "001")
                .denied(
                        COMPOSITE_TREE,
                        "no name",
                        org -> org.send("composite-tree?format=JSON", tree(new Account())),
                        "400",
                        "REQUIRED_FIELD_MISSING");
    }

    private static void saves(Cases cases) {
        List<Account> tooMany = Collections.nCopies(TOO_MANY, Account.named("Many"));
        cases.answered(
                        COMPOSITE_CREATE_SOBJECT_COLLECTIONS,
                        "two",
                        org -> org.send(
                                "compositeCreateSObjectCollections",
                                List.of(Account.named("One"), Account.named("Two"))),
                        "001")
                .answered(
                        COMPOSITE_CREATE_SOBJECT_COLLECTIONS,
                        "no name",
                        org -> org.send(
                                "compositeCreateSObjectCollections", List.of(Account.named("One"), new Account())),
                        "REQUIRED_FIELD_MISSING")
                .denied(
                        COMPOSITE_CREATE_SOBJECT_COLLECTIONS,
                        "too many",
                        org -> org.send("compositeCreateSObjectCollections", tooMany),
                        "400")
                .answered(
                        COMPOSITE_UPDATE_SOBJECT_COLLECTIONS,
                        "one",
                        org -> org.send(
                                "compositeUpdateSObjectCollections",
                                List.of(Account.named("One more").withId(org.account("One")))),
                        "001")
                .denied(
                        COMPOSITE_UPDATE_SOBJECT_COLLECTIONS,
                        "too many",
                        org -> org.send("compositeUpdateSObjectCollections", tooMany),
                        "400")
                .answered(
                        COMPOSITE_UPSERT_SOBJECT_COLLECTIONS,
                        "two",
                        org -> {
                            String value = org.unique("c");
                            org.create(
                                    "Account", ParityOrg.object("Name", "Two").put("Legacy_Id__c", value));
                            return org.send(
                                    "compositeUpsertSObjectCollections?sObjectName=Account" + BY_LEGACY_ID,
                                    List.of(
                                            Account.named("Two more").withLegacyId(value),
                                            Account.named("Three").withLegacyId(org.unique("c"))));
                        },
                        "001")
                .denied(
                        COMPOSITE_UPSERT_SOBJECT_COLLECTIONS,
                        "unknown object",
                        org -> org.send(
                                "compositeUpsertSObjectCollections?sObjectName=Thing__c" + BY_LEGACY_ID,
                                List.of(Account.named("Three").withLegacyId(org.unique("c")))),
                        "404");
    }

    private static void byIds(Cases cases) {
        cases.answered(
                        COMPOSITE_RETRIEVE_SOBJECT_COLLECTIONS,
                        "two",
                        org -> org.send(
                                "compositeRetrieveSObjectCollections?sObjectName=Account&sObjectFields=Id,Name",
                                null,
                                ids(List.of(org.account("One"), org.account("Two")))),
                        "Two")
                .denied(
                        COMPOSITE_RETRIEVE_SOBJECT_COLLECTIONS,
                        "unknown field",
                        org -> org.send(
                                "compositeRetrieveSObjectCollections?sObjectName=Account&sObjectFields=Nothing__c",
                                null,
                                ids(List.of(org.account("One")))),
                        "400")
                .answered(
                        COMPOSITE_DELETE_SOBJECT_COLLECTIONS,
                        "two",
                        org -> org.send(
                                "compositeDeleteSObjectCollections",
                                null,
                                ids(List.of(org.account("One"), org.account("Two")))),
                        "001")
                .denied(
                        COMPOSITE_DELETE_SOBJECT_COLLECTIONS,
                        "too many",
                        org -> org.send(
                                "compositeDeleteSObjectCollections",
                                null,
                                ids(Collections.nCopies(TOO_MANY, org.account("Many")))),
                        "400");
    }

    /** The header's name, and the one that camel-salesforce has for it before 4.14.8, 4.18.3 and 4.21. */
    private static Map<String, Object> ids(List<String> ids) {
        return Map.of("sObjectIds", ids, "CamelSalesforceSObjectIds", ids);
    }

    private static SObjectTree tree(Account account) {
        SObjectTree tree = new SObjectTree();
        tree.addObject(account);
        return tree;
    }
}
