package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** The records that each user worked with, the last one first. Safe for use by several threads. */
final class RecentRecords {

    private static final int REMEMBERED = 200;

    private final RecordReader reader;
    private final Catalog catalog;
    private final Map<String, Map<String, String>> typesByIdByUser = new HashMap<>();

    RecentRecords(RecordReader reader, Catalog catalog) {
        this.reader = reader;
        this.catalog = catalog;
    }

    synchronized void touch(String userId, String type, String id) {
        Map<String, String> typesById = typesByIdByUser.computeIfAbsent(userId, user -> new LinkedHashMap<>());
        typesById.remove(id);
        typesById.put(id, type);
        if (typesById.size() > REMEMBERED) {
            typesById.remove(typesById.keySet().iterator().next());
        }
    }

    /** The records that still exist, as {@code {attributes, Id, Name}}. */
    Stream<ObjectNode> of(String userId, ApiVersion version) {
        return newestFirst(userId).stream()
                .flatMap(entry -> item(catalog.object(entry.getValue()), entry.getKey(), version).stream());
    }

    private synchronized List<Map.Entry<String, String>> newestFirst(String userId) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        typesByIdByUser.getOrDefault(userId, Map.of()).forEach((id, type) -> entries.add(Map.entry(id, type)));
        Collections.reverse(entries);
        return entries;
    }

    private List<ObjectNode> item(SObjectDefinition object, String id, ApiVersion version) {
        List<String> fields = object.field("Name").isPresent() ? List.of("Id", "Name") : List.of("Id");
        try {
            return List.of(reader.read(object, id, fields, version));
        } catch (ApiException deletedMeanwhile) {
            return List.of();
        }
    }
}
