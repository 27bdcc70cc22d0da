package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.internal.soql.SqlQuery;
import org.camelforce.salesforcecc.simulator.internal.soql.SqlTranslator;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Records in an H2 database of their own, in memory or in a file, gone when closed. Safe for use by several threads:
 * transactions that write take turns in the order in which they were begun, readers do not wait. Listeners are called
 * before the next writer's turn, so that they see changes in the order of the commits; they may read and write, but
 * must not wait for another thread that writes. Deletions do not cascade.
 */
public final class H2Records implements BulkRecords {

    private final ChangeFeed feed;
    private final Database<ChangeFeed.Pending> database;
    private final BlobStore blobs = new BlobStore();
    private final Tables tables;
    private final RecordWriter writer;
    private final SqlTranslator translator;

    /**
     * Creates an org without records.
     *
     * @param schema the objects that there can be records of
     * @param time what audit fields and date literals are taken from
     */
    public H2Records(Schema schema, InstantSource time) {
        this(schema, time, null);
    }

    /**
     * Creates an org without records, whose records are in a file.
     *
     * @param schema the objects that there can be records of
     * @param time what audit fields and date literals are taken from
     * @param folder where the file is while this is open; null to keep them in memory
     */
    public H2Records(Schema schema, InstantSource time, @Nullable Path folder) {
        this.feed = new ChangeFeed(time);
        this.database = new Database<>(feed::committed, folder);
        this.tables = new Tables(schema, blobs);
        this.writer = new RecordWriter(database, new Integrity(database, tables), time);
        this.translator = new SqlTranslator(schema, time);
        database.run(BlobStore::create);
        // the database's own LIKE takes exponential time for patterns with many wildcards
        database.run(QueryRunner::createLike);
        tables.all().forEach(table -> database.run(table::create));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A user created by nobody (empty {@code userId}) counts as created by itself, which is how an org's first user
     * comes about.
     *
     * @throws ApiException 404 NOT_FOUND for an unknown object; 400 with INVALID_FIELD,
     *     INVALID_FIELD_FOR_INSERT_UPDATE, REQUIRED_FIELD_MISSING, JSON_PARSER_ERROR, STRING_TOO_LONG,
     *     NUMBER_OUTSIDE_VALID_RANGE, INVALID_EMAIL_ADDRESS, MALFORMED_ID, FIELD_INTEGRITY_EXCEPTION,
     *     INVALID_CROSS_REFERENCE_KEY, ENTITY_IS_DELETED or DUPLICATE_VALUE for a field; 400 INVALID_TYPE_FOR_OPERATION
     *     for a platform event
     */
    @Override
    public String create(String type, ObjectNode fields, String userId) {
        return inTransaction(() -> insert(tables.require(type, "create"), fields, userId));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException as {@link #create}; 400 MALFORMED_ID, 404 INVALID_CROSS_REFERENCE_KEY or 404
     *     ENTITY_IS_DELETED for the record
     */
    @Override
    public void update(String type, String id, ObjectNode fields, String userId) {
        inTransaction(() -> {
            Table table = tables.require(type, "update");
            return writer.change(table, writer.updatable(table, id), fields, userId);
        });
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException 400 MALFORMED_ID, 404 INVALID_CROSS_REFERENCE_KEY or 404 ENTITY_IS_DELETED for the record;
     *     400 INVALID_TYPE_FOR_OPERATION for users, which are never deleted
     */
    @Override
    public void delete(String type, String id, String userId) {
        inTransaction(() -> {
            Table table = tables.require(type, "delete");
            if (table.object().field("IsDeleted").isEmpty()) {
                throw Tables.unsupported(table.object(), "delete");
            }
            return writer.recycle(table, writer.deletable(table, id), userId);
        });
    }

    @Override
    public Upserted upsert(
            String type, String externalIdField, String value, ObjectNode fields, boolean updateOnly, String userId) {
        return inTransaction(() -> {
            Table table = tables.require(type, "upsert");
            FieldDefinition field = externalId(table, externalIdField);
            if (field.type() == FieldType.ID) {
                return new Upserted.Updated(writer.change(table, writer.updatable(table, value), fields, userId));
            }
            ObjectNode rest = withoutExternalId(fields, field);
            List<String> ids = idsWith(table, field, value);
            if (ids.size() > 1) {
                return new Upserted.Ambiguous(ids);
            }
            if (ids.size() == 1) {
                return new Upserted.Updated(writer.change(table, writer.existing(table, ids.get(0)), rest, userId));
            }
            if (updateOnly) {
                throw Tables.notFound();
            }
            rest.set(field.name(), TextNode.valueOf(value));
            return new Upserted.Created(insert(table, rest, userId));
        });
    }

    @Override
    public ObjectNode retrieve(String type, String id, Collection<String> fields) {
        Table table = tables.require(type, "retrieve");
        SObjectDefinition object = table.object();
        Set<String> names = new LinkedHashSet<>();
        for (String field : fields) {
            names.add(object.field(field)
                    .orElseThrow(() -> FieldInput.noSuchColumn(field, object))
                    .name());
        }
        ObjectNode record = writer.existing(table, id).toJson(object);
        if (names.isEmpty()) {
            return record;
        }
        ObjectNode chosen = record.objectNode();
        names.forEach(name -> chosen.set(name, record.get(name)));
        return chosen;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException 404 NOT_FOUND if there is none, 300 DUPLICATE_EXTERNAL_ID if there are several, whose ids
     *     are in {@link ApiException#fields()}
     */
    @Override
    public ObjectNode retrieveByExternalId(String type, String externalIdField, String value) {
        Table table = tables.require(type, "retrieve");
        FieldDefinition field = externalId(table, externalIdField);
        if (field.type() == FieldType.ID) {
            return retrieve(type, value, List.of());
        }
        List<String> ids = idsWith(table, field, value);
        if (ids.isEmpty()) {
            throw Tables.notFound();
        }
        if (ids.size() > 1) {
            throw new ApiException(
                    300,
                    "DUPLICATE_EXTERNAL_ID",
                    field.name() + ": more than one record found for external id field: " + ids,
                    ids.toArray(String[]::new));
        }
        return retrieve(type, ids.get(0), List.of());
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException as {@link SqlTranslator#translate}
     */
    @Override
    public QueryRows query(SoqlQuery query, QueryScope scope) {
        SqlQuery sql = translator.translate(query, scope);
        return database.with(connection -> QueryRunner.run(connection, sql));
    }

    /**
     * {@inheritDoc}
     *
     * @throws ApiException as {@link #delete}
     */
    @Override
    public void hardDelete(String type, String id, String userId) {
        inTransaction(() -> {
            Table table = tables.require(type, "delete");
            if (table.object().field("IsDeleted").isEmpty()) {
                throw Tables.unsupported(table.object(), "delete");
            }
            return writer.remove(table, id, userId);
        });
    }

    @Override
    public void stream(SoqlQuery query, QueryScope scope, RowSink rows) {
        SqlQuery sql = translatedForBulk(query, scope);
        database.run(connection -> QueryStream.run(connection, sql, rows));
    }

    @Override
    public void check(SoqlQuery query) {
        translatedForBulk(query, new QueryScope("", true));
    }

    private SqlQuery translatedForBulk(SoqlQuery query, QueryScope scope) {
        SqlQuery sql = translator.translate(query, scope);
        if (sql.shape() != SqlQuery.Shape.RECORDS || !sql.children().isEmpty()) {
            throw new ApiException(
                    400, "FUNCTIONALITY_NOT_ENABLED", "Aggregate Relationships not supported in Bulk Query");
        }
        return sql;
    }

    @Override
    public String append(String log, ObjectNode fields) {
        Table table = tables.find(log)
                .filter(found -> found.object().kind() == SObjectDefinition.Kind.LOG)
                .orElseThrow(Tables::notFound);
        SObjectDefinition object = table.object();
        String id = fields.path("Id").asText(SalesforceId.of(object.keyPrefix(), table.nextNumber()));
        Row row = new Row().set("Id", id);
        for (FieldDefinition field : object.fields()) {
            if (fields.has(field.name())) {
                row.set(field.name(), JsonValues.read(field, fields.get(field.name())));
            }
        }
        database.run(connection -> table.insert(connection, row));
        return id;
    }

    @Override
    public QueryColumns columns(SoqlQuery query, QueryScope scope) {
        SqlQuery sql = translator.translate(query, scope);
        return new QueryColumns(
                sql.object(),
                sql.columns().stream()
                        .filter(column -> !column.name().isEmpty())
                        .map(column -> new QueryColumns.Column(column.path(), column.field()))
                        .toList());
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Override
    public void addListener(Consumer<RecordChange> listener) {
        feed.add(listener);
    }

    @Override
    public void addTransactionListener(Consumer<List<RecordChange>> listener) {
        feed.addTransactionListener(listener);
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            blobs.close();
        }
    }

    @Override
    public byte[] retrieveBlob(String type, String id, String field) {
        Table table = tables.require(type, "retrieve");
        FieldDefinition blobField = table.object()
                .field(field)
                .filter(found -> found.type() == FieldType.BASE64)
                .orElseThrow(() -> FieldInput.noSuchColumn(field, table.object()));
        return writer.existing(table, id).get(blobField.name()) instanceof Blob blob
                ? database.with(connection -> blobs.read(connection, blob))
                : new byte[0];
    }

    private String insert(Table table, ObjectNode fields, String userId) {
        if (table.object().name().equals(ContentVersions.DOCUMENTS)) {
            throw Tables.unsupported(table.object(), "create");
        }
        return table.object().name().equals(ContentVersions.NAME)
                ? new ContentVersions(database, tables, writer).create(table, fields, userId)
                : writer.insert(table, fields, userId);
    }

    private List<String> idsWith(Table table, FieldDefinition field, String text) {
        Object value = JsonValues.read(field, TextNode.valueOf(text));
        if (value == null) {
            throw Tables.notFound();
        }
        return database.with(connection -> table.idsWith(connection, field, value));
    }

    private static FieldDefinition externalId(Table table, String name) {
        return table.object()
                .field(name)
                .filter(field -> field.externalId() || field.type() == FieldType.ID)
                .orElseThrow(() -> new ApiException(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }

    private static ObjectNode withoutExternalId(ObjectNode fields, FieldDefinition field) {
        ObjectNode rest = fields.deepCopy();
        fields.fieldNames().forEachRemaining(name -> {
            if (name.equalsIgnoreCase(field.name())) {
                if (!fields.path(name).isNull()) {
                    throw new ApiException(
                            400,
                            "INVALID_FIELD",
                            "The " + field.name() + " field should not be specified in the sobject data.");
                }
                rest.remove(name);
            }
        });
        return rest;
    }
}
