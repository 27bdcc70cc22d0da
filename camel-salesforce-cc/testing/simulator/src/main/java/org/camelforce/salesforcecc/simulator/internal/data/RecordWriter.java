package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Writes single records within the calling thread's transaction, and notes what it changed. */
final class RecordWriter {

    private final Database<ChangeFeed.Pending> database;
    private final Integrity integrity;
    private final InstantSource time;

    RecordWriter(Database<ChangeFeed.Pending> database, Integrity integrity, InstantSource time) {
        this.database = database;
        this.integrity = integrity;
        this.time = time;
    }

    String insert(Table table, ObjectNode fields, String userId) {
        return add(table, input(table, fields), userId);
    }

    /** What a client wants to create, checked. */
    Row input(Table table, ObjectNode fields) {
        Row row = FieldInput.forCreate(table.object(), fields, integrity::parentId);
        integrity.check(table, row, null);
        return row;
    }

    /** Inserts a row that needs no check. */
    String add(Table table, Row row, String userId) {
        SObjectDefinition object = table.object();
        long number = table.nextNumber();
        String id = SalesforceId.of(object.keyPrefix(), number);
        SystemFieldValues.onCreate(object, row, id, number, userId, time.instant());
        database.run(connection -> table.insert(connection, row));
        database.changed(new ChangeFeed.Pending(
                RecordChange.Kind.CREATE,
                object.name(),
                id,
                row.filled(),
                row.toJson(object),
                row.text("CreatedById")));
        return id;
    }

    String change(Table table, Row before, ObjectNode fields, String userId) {
        Row patch = FieldInput.forUpdate(table.object(), fields, integrity::parentId);
        integrity.check(table, patch, before.text("Id"));
        return write(table, RecordChange.Kind.UPDATE, before, patch, userId);
    }

    /** Changes fields without a check, also those that clients cannot set. */
    void amend(Table table, Row before, Row patch, String userId) {
        write(table, RecordChange.Kind.UPDATE, before, patch, userId);
    }

    String recycle(Table table, Row before, String userId) {
        return write(table, RecordChange.Kind.DELETE, before, new Row().set("IsDeleted", true), userId);
    }

    /** Deletes a record for good; one in the recycle bin has been told as deleted before. */
    String remove(Table table, String id, String userId) {
        requireIdToDelete(id);
        Row row = stored(table, id, unknownId());
        if (!Boolean.TRUE.equals(row.get("IsDeleted"))) {
            recycle(table, row, userId);
        }
        database.run(connection -> table.remove(connection, row.text("Id")));
        return row.text("Id");
    }

    private String write(Table table, RecordChange.Kind kind, Row before, Row patch, String userId) {
        SObjectDefinition object = table.object();
        String id = before.text("Id");
        Row after = before.merged(patch);
        SystemFieldValues.onChange(object, after, userId, time.instant());
        Set<String> changed = after.differences(before);
        changed.add("LastModifiedDate");
        changed.add("SystemModstamp");
        Row update = new Row();
        changed.forEach(name -> update.set(name, after.get(name)));
        database.run(connection -> table.update(connection, id, update));
        Row told = kind == RecordChange.Kind.DELETE ? before : after;
        database.changed(new ChangeFeed.Pending(kind, object.name(), id, changed, told.toJson(object), userId));
        return id;
    }

    /** A record to read. */
    Row existing(Table table, String id) {
        if (!SalesforceId.isWellFormed(id)) {
            throw new ApiException(400, "MALFORMED_ID", "malformed id " + id, "Id");
        }
        return alive(table, id, Tables.notFound());
    }

    /** A record to update. */
    Row updatable(Table table, String id) {
        SObjectDefinition object = table.object();
        if (!SalesforceId.isWellFormed(id) || !id.startsWith(object.keyPrefix())) {
            String label = object.kind() == SObjectDefinition.Kind.CUSTOM ? "Record" : object.label();
            throw new ApiException(400, "MALFORMED_ID", label + " ID: id value of incorrect type: " + id, "Id");
        }
        return alive(table, id, unknownId());
    }

    /** A record to delete. */
    Row deletable(Table table, String id) {
        requireIdToDelete(id);
        return alive(table, id, unknownId());
    }

    private static void requireIdToDelete(String id) {
        if (!SalesforceId.isWellFormed(id)) {
            throw new ApiException(400, "MALFORMED_ID", "malformed id " + id);
        }
    }

    private Row alive(Table table, String id, ApiException missing) {
        Row row = stored(table, id, missing);
        if (Boolean.TRUE.equals(row.get("IsDeleted"))) {
            throw new ApiException(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    private static ApiException unknownId() {
        return new ApiException(404, "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
    }

    private Row stored(Table table, String id, ApiException missing) {
        return database.with(connection -> table.find(connection, SalesforceId.to18(id)))
                .orElseThrow(() -> missing);
    }
}
