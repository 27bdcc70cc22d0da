package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.internal.data.CompoundField;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * Turns record changes into change data capture events (Change Data Capture Developer Guide, "Change Event Body
 * Fields", "Change Event Header Fields"). Safe for use by several threads.
 */
public final class ChangeEventConverter {

    /** The channel that carries the change events of all objects. */
    public static final String ALL = "/data/ChangeEvents";

    private static final String ORIGIN = "com/salesforce/api/rest/67.0";
    /** Fields that records have and change events do not. */
    public static final Set<String> NOT_IN_BODY = Set.of("Id", "IsDeleted", "SystemModstamp", "attributes");

    private static final String WHOLE = "";
    private static final String CUSTOM = "__c";
    private static final String SUFFIX = "ChangeEvent";
    private static final String CUSTOM_SUFFIX = "__" + SUFFIX;

    /** Where a field is within a compound field. */
    private record CompoundName(String compound, String part) {}

    private final Schema schema;
    private final Map<String, Map<String, CompoundName>> nested = new ConcurrentHashMap<>();
    private String lastTransaction = "";
    private long commitNumber;

    ChangeEventConverter(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param entity API name of an object
     * @return its change event's API name, {@code Order__ChangeEvent} for {@code Order__c}
     */
    public static String typeOf(String entity) {
        return entity.endsWith(CUSTOM)
                ? entity.substring(0, entity.length() - CUSTOM.length()) + CUSTOM_SUFFIX
                : entity + SUFFIX;
    }

    /**
     * @param type API name of a change event
     * @return its object's API name, empty if it is not the name of a change event
     */
    public static String entityOf(String type) {
        if (type.endsWith(CUSTOM_SUFFIX)) {
            return type.substring(0, type.length() - CUSTOM_SUFFIX.length()) + CUSTOM;
        }
        return type.endsWith(SUFFIX) ? type.substring(0, type.length() - SUFFIX.length()) : "";
    }

    NewEvent of(MergedChange merged) {
        RecordChange change = merged.first();
        String type = typeOf(change.type());
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.set("ChangeEventHeader", header(merged));
        Map<String, CompoundName> nested = nested(change.type());
        change.record().properties().forEach(field -> {
            String name = field.getKey();
            if (!isInBody(change, name, field.getValue()) || isWhole(nested, name)) {
                return;
            }
            CompoundName part = nested.get(name);
            if (part == null) {
                payload.set(name, field.getValue());
            } else {
                payload.withObjectProperty(part.compound()).set(part.part(), field.getValue());
            }
        });
        return new NewEvent(
                LoggedEvent.Kind.CHANGE_EVENT, List.of("/data/" + type, ALL), type, payload, change.userId());
    }

    private ObjectNode header(MergedChange merged) {
        RecordChange change = merged.first();
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("entityName", change.type());
        merged.recordIds().forEach(header.putArray("recordIds")::add);
        header.put("changeType", change.kind().name());
        header.put("changeOrigin", ORIGIN);
        header.put("transactionKey", change.transactionKey());
        header.put("sequenceNumber", merged.sequenceNumber());
        header.put("commitTimestamp", change.at().toEpochMilli());
        header.put("commitNumber", commitNumber(change.transactionKey()));
        header.put("commitUser", change.userId());
        ArrayNode changedFields = header.putArray("changedFields");
        if (change.kind() == RecordChange.Kind.UPDATE) {
            Map<String, CompoundName> nested = nested(change.type());
            for (String field : new TreeSet<>(change.changedFields())) {
                if (!NOT_IN_BODY.contains(field) && !isWhole(nested, field)) {
                    CompoundName part = nested.get(field);
                    changedFields.add(part == null ? field : part.compound() + "." + part.part());
                }
            }
        }
        return header;
    }

    private Map<String, CompoundName> nested(String type) {
        return nested.computeIfAbsent(type, name -> {
            Map<String, CompoundName> names = new HashMap<>();
            schema.find(name).map(CompoundField::of).orElse(List.of()).forEach(compound -> {
                names.put(compound.name(), new CompoundName(compound.name(), WHOLE));
                compound.parts()
                        .forEach((part, field) -> names.put(field.name(), new CompoundName(compound.name(), part)));
            });
            return names;
        });
    }

    private static boolean isWhole(Map<String, CompoundName> nested, String field) {
        CompoundName name = nested.get(field);
        return name != null && name.part().equals(WHOLE);
    }

    private synchronized long commitNumber(String transaction) {
        if (!transaction.equals(lastTransaction)) {
            lastTransaction = transaction;
            commitNumber++;
        }
        return commitNumber;
    }

    private static boolean isInBody(RecordChange change, String field, JsonNode value) {
        if (value.isNull() || NOT_IN_BODY.contains(field)) {
            return false;
        }
        return switch (change.kind()) {
            case CREATE, UNDELETE -> true;
            case UPDATE -> change.changedFields().contains(field);
            case DELETE -> false;
        };
    }
}
