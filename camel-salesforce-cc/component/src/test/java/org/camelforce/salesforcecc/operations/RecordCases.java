package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.operations.OperationCase.Form;
import org.camelforce.salesforcecc.operations.OperationCase.Result;

/** Single records, by their ids and by an external id. */
final class RecordCases {

    private static final String NO_CONTENT = "204";
    private static final String UNKNOWN = "001000000000099AAA";
    private static final String BY_LEGACY_ID = "?sObjectName=Account&sObjectIdName=Legacy_Id__c&sObjectIdValue=";

    private RecordCases() {}

    static List<OperationCase> all() {
        Cases cases = new Cases();
        byId(cases);
        byExternalId(cases);
        blobs(cases);
        return cases.all();
    }

    private static void byId(Cases cases) {
        cases.answered(
                        CREATE_SOBJECT,
                        "Account",
                        org -> org.send(
                                "createSObject?sObjectName=Account",
                                org.body(Account.named("Acme"), "{\"Name\":\"Acme\"}")),
                        "001")
                .denied(
                        CREATE_SOBJECT,
                        "no name",
                        org -> org.send("createSObject?sObjectName=Account", org.body(new Account(), "{}")),
                        "400",
                        "REQUIRED_FIELD_MISSING")
                // Camel sends it as JSON, whatever option format says
                .add(
                        Form.RAW,
                        CREATE_SOBJECT,
                        Result.DENIED,
                        "XML",
                        org -> org.send(
                                "createSObject?sObjectName=Account&format=XML", "<Account><Name>Acme</Name></Account>"),
                        "400",
                        "JSON_PARSER_ERROR")
                .answered(
                        GET_SOBJECT,
                        "by id",
                        org -> org.send(
                                "getSObject?sObjectName=Account&sObjectFields=Id,Name&sObjectId="
                                        + org.account("Initech"),
                                null),
                        "Initech")
                .denied(
                        GET_SOBJECT,
                        "deleted",
                        org -> {
                            String id = org.account("Deleted");
                            org.simulator().records().delete("Account", id, org.user());
                            return org.send("getSObject?sObjectName=Account&sObjectId=" + id, null);
                        },
                        "404")
                .answered(
                        UPDATE_SOBJECT,
                        "name",
                        org -> {
                            String id = org.account("Acme");
                            return org.send(
                                    "updateSObject?sObjectName=Account&sObjectId=" + id,
                                    org.body(Account.named("Acme Corp").withId(id), "{\"Name\":\"Acme Corp\"}"));
                        },
                        NO_CONTENT)
                .denied(
                        UPDATE_SOBJECT,
                        "unknown id",
                        org -> org.send(
                                "updateSObject?sObjectName=Account&sObjectId=" + UNKNOWN,
                                org.body(Account.named("Acme").withId(UNKNOWN), "{\"Name\":\"Acme\"}")),
                        "404")
                .answered(
                        DELETE_SOBJECT,
                        "by id",
                        org -> org.send("deleteSObject?sObjectName=Account&sObjectId=" + org.account("Gone"), null),
                        NO_CONTENT)
                .denied(
                        DELETE_SOBJECT,
                        "unknown id",
                        org -> org.send("deleteSObject?sObjectName=Account&sObjectId=" + UNKNOWN, null),
                        "404")
                .answered(
                        RECENT,
                        "all",
                        org -> {
                            org.prepare("createSObject?sObjectName=Account", "{\"Name\":\"Recent\"}");
                            return org.send("recent", null);
                        },
                        "Recent")
                .denied(RECENT, "unknown version", org -> org.send("recent?" + Cases.UNKNOWN_VERSION, null), "404");
    }

    private static void byExternalId(Cases cases) {
        cases.answered(UPSERT_SOBJECT, "creates", org -> upsert(org, org.unique("u"), "Upserted"), "true")
                .answered(UPSERT_SOBJECT, "updates", org -> upsert(org, existing(org), "Upserted twice"), "200")
                .denied(
                        UPSERT_SOBJECT,
                        "no name",
                        org -> {
                            String value = org.unique("u");
                            return org.send(
                                    "upsertSObject" + BY_LEGACY_ID + value,
                                    org.body(new Account().withLegacyId(value), "{}"));
                        },
                        "400",
                        "REQUIRED_FIELD_MISSING")
                .answered(
                        GET_SOBJECT_WITH_ID,
                        "by external id",
                        org -> org.send("getSObjectWithId" + BY_LEGACY_ID + existing(org), null),
                        "Existing")
                .denied(
                        GET_SOBJECT_WITH_ID,
                        "unknown value",
                        org -> org.send("getSObjectWithId" + BY_LEGACY_ID + "none", null),
                        "404")
                .answered(
                        DELETE_SOBJECT_WITH_ID,
                        "by external id",
                        org -> org.send("deleteSObjectWithId" + BY_LEGACY_ID + existing(org), null),
                        NO_CONTENT)
                .denied(
                        DELETE_SOBJECT_WITH_ID,
                        "unknown value",
                        org -> org.send("deleteSObjectWithId" + BY_LEGACY_ID + "none", null),
                        "404");
    }

    private static void blobs(Cases cases) {
        String blob = "getBlobField?sObjectName=Attachment&sObjectBlobFieldName=";
        cases.answered(
                        GET_BLOB_FIELD,
                        "body",
                        org -> org.send(blob + "Body&sObjectId=" + attachment(org), null),
                        "content")
                .denied(
                        GET_BLOB_FIELD,
                        "no blob",
                        org -> org.send(blob + "Name&sObjectId=" + attachment(org), null),
                        "404")
                .denied(
                        GET_BLOB_FIELD,
                        "unknown id",
                        org -> org.send(blob + "Body&sObjectId=00P000000000099AAA", null),
                        "404");
    }

    private static Exchange upsert(ParityOrg org, String value, String name) {
        return org.send(
                "upsertSObject" + BY_LEGACY_ID + value,
                org.body(Account.named(name).withLegacyId(value), "{\"Name\":\"" + name + "\"}"));
    }

    private static String existing(ParityOrg org) {
        String value = org.unique("e");
        org.create("Account", ParityOrg.object("Name", "Existing").put("Legacy_Id__c", value));
        return value;
    }

    private static String attachment(ParityOrg org) {
        return org.create(
                "Attachment",
                ParityOrg.object("Name", "a.txt")
                        .put("ParentId", org.account("Acme"))
                        .put("Body", "content".getBytes(StandardCharsets.UTF_8)));
    }
}
