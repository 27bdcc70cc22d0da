package org.camelforce.salesforcecc.simulator.internal.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** The tables of a schema by object name. Immutable. */
final class Tables {

    private final Schema schema;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    Tables(Schema schema, BlobStore blobs) {
        this.schema = schema;
        for (SObjectDefinition object : schema.objects()) {
            if (object.kind() != SObjectDefinition.Kind.PLATFORM_EVENT) {
                tables.put(object.name().toLowerCase(Locale.ROOT), new Table(object, blobs));
            }
        }
    }

    Collection<Table> all() {
        return tables.values();
    }

    Optional<Table> find(String type) {
        return Optional.ofNullable(tables.get(type.toLowerCase(Locale.ROOT)));
    }

    /** The table of the object that ids like this belong to. */
    Optional<Table> ofId(String id) {
        return schema.findByKeyPrefix(id).flatMap(object -> find(object.name()));
    }

    /**
     * Finds the table of an object, which a call such as {@code update} must be possible on; logs can only be queried.
     */
    Table require(String type, String call) {
        return find(type)
                .filter(table -> table.object().kind() != SObjectDefinition.Kind.LOG)
                .orElseThrow(() -> schema.find(type)
                        .map(object -> unsupported(object, call))
                        .orElseGet(Tables::notFound));
    }

    static ApiException unsupported(SObjectDefinition object, String call) {
        return new ApiException(
                400, "INVALID_TYPE_FOR_OPERATION", "entity type " + object.name() + " does not support " + call);
    }

    static ApiException notFound() {
        return new ApiException(404, "NOT_FOUND", "The requested resource does not exist");
    }
}
