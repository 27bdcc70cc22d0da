package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * An org with one user, some custom fields, a custom object and a platform event. Today is Monday, 23 November 2026.
 */
final class TestOrg implements AutoCloseable {

    static final Schema SCHEMA = Schema.standard()
            .with(
                    SObjectDefinition.custom("Thing__c")
                            .fields(
                                    FieldDefinition.number("Size__c", 5, 1).asExternalId(),
                                    FieldDefinition.reference("Account__c", "Account"),
                                    FieldDefinition.of("Seen__c", FieldType.DATETIME),
                                    FieldDefinition.of("Count__c", FieldType.INT),
                                    FieldDefinition.of("Tags__c", FieldType.MULTIPICKLIST)
                                            .withValues("red", "green", "blue"))
                            .build(),
                    SObjectDefinition.platformEvent("Order_Placed__e")
                            .fields(
                                    FieldDefinition.text("Number__c", 10).required(),
                                    FieldDefinition.checkbox("Urgent__c", false),
                                    FieldDefinition.number("Total__c", 18, 2))
                            .build())
            .withFields(
                    "Account",
                    FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique(),
                    FieldDefinition.text("Group__c", 20).asExternalId());

    final ManualTime time = new ManualTime(Instant.parse("2026-11-23T10:15:30.250Z"));
    final H2Records records = new H2Records(SCHEMA, time);
    final List<RecordChange> changes = Collections.synchronizedList(new ArrayList<>());
    final String user;

    TestOrg() {
        user = records.create(
                "User",
                json("{'Username':'ada@acme.example','FirstName':'Ada','LastName':'Byron','Email':'ada@acme.example'}"),
                "");
        records.addListener(changes::add);
    }

    String create(String type, String fields) {
        return records.create(type, json(fields), user);
    }

    String account(String name) {
        return records.create("Account", json("{}").put("Name", name), user);
    }

    void update(String type, String id, String fields) {
        records.update(type, id, json(fields), user);
    }

    ObjectNode retrieve(String type, String id) {
        return records.retrieve(type, id, List.of());
    }

    List<ObjectNode> query(String soql) {
        return records.query(soql, false).rows();
    }

    /** Answers the rows in short: the values of a row without their names. */
    List<String> values(String soql) {
        return query(soql).stream()
                .map(row -> {
                    List<String> values = new ArrayList<>();
                    row.elements().forEachRemaining(value -> values.add(value.isNull() ? "-" : value.asText()));
                    return String.join(",", values);
                })
                .toList();
    }

    /** Answers the first selected field of each row. */
    List<String> column(String soql) {
        return query(soql).stream().map(row -> row.elements().next().asText()).toList();
    }

    /** Reads JSON in which apostrophes stand for quotation marks. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new JsonMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ApiException refusal(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(ApiException.class, call);
    }

    @Override
    public void close() {
        records.close();
    }
}
