package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;

/**
 * Creates versions of files: the first one comes with its document, a later one becomes the latest (Object Reference,
 * "ContentVersion" and "ContentDocumentLink").
 */
final class ContentVersions {

    static final String NAME = "ContentVersion";
    /** Documents come with their first version only. */
    static final String DOCUMENTS = "ContentDocument";

    private static final String DOCUMENT = "ContentDocumentId";
    private static final List<String> SHARED = List.of("Title", "FileExtension", "FileType", "ContentSize");

    private final Database<?> database;
    private final Tables tables;
    private final RecordWriter writer;

    ContentVersions(Database<?> database, Tables tables, RecordWriter writer) {
        this.database = database;
        this.tables = tables;
        this.writer = writer;
    }

    String create(Table versions, ObjectNode fields, String userId) {
        Row version = writer.input(versions, fields);
        SystemFieldValues.describeContent(versions.object(), version);
        boolean first = version.get(DOCUMENT) == null;
        if (first) {
            version.set(DOCUMENT, writer.add(table(DOCUMENTS), shared(version), userId));
        }
        String document = version.text(DOCUMENT);
        version.set("VersionNumber", String.valueOf(1 + replaceLatest(versions, document, userId)));
        version.set("IsLatest", true);
        String id = writer.add(versions, version, userId);
        Table documents = table(DOCUMENTS);
        writer.amend(
                documents,
                writer.existing(documents, document),
                shared(version).set("LatestPublishedVersionId", id),
                userId);
        if (first) {
            link(document, userId, "I", userId);
            if (version.get("FirstPublishLocationId") != null) {
                link(document, version.text("FirstPublishLocationId"), "V", userId);
            }
        }
        return id;
    }

    /** Lets the versions that are there be older ones, and answers how many there are. */
    private int replaceLatest(Table versions, String document, String userId) {
        FieldDefinition field = versions.object().field(DOCUMENT).orElseThrow();
        List<String> ids = database.with(connection -> versions.idsWith(connection, field, document));
        for (String id : ids) {
            Row version = writer.existing(versions, id);
            if (Boolean.TRUE.equals(version.get("IsLatest"))) {
                writer.amend(versions, version, new Row().set("IsLatest", false), userId);
            }
        }
        return ids.size();
    }

    private void link(String document, String entity, String shareType, String userId) {
        if (entity.isEmpty()) {
            return;
        }
        writer.add(
                table("ContentDocumentLink"),
                new Row()
                        .set(DOCUMENT, document)
                        .set("LinkedEntityId", entity)
                        .set("ShareType", shareType)
                        .set("Visibility", "AllUsers"),
                userId);
    }

    private Table table(String name) {
        return tables.find(name).orElseThrow(Tables::notFound);
    }

    private static Row shared(Row version) {
        Row shared = new Row();
        SHARED.forEach(field -> shared.set(field, version.get(field)));
        return shared;
    }
}
