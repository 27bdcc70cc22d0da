package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;

/**
 * The same change of several records of one transaction, which are told in one change event (Change Data Capture
 * Developer Guide, "Merged Change Events"). The guide gives updates and deletions as examples; creations stay alone.
 * Audit fields have whole seconds, so that changes of different seconds are not the same.
 *
 * @param first the change of the first record
 * @param recordIds all records, at least one
 * @param sequenceNumber the position within the transaction, from 1
 */
record MergedChange(RecordChange first, List<String> recordIds, int sequenceNumber) {

    private static final Set<String> OF_ONE_RECORD = Set.of("Id", "SystemModstamp");

    private record Same(RecordChange.Kind kind, String type, String userId, Map<String, JsonNode> values) {}

    /**
     * @param changes the changes of one transaction in order
     * @return these, merged; the changes of each record stay in their order
     */
    static List<MergedChange> merge(List<RecordChange> changes) {
        List<MergedChange> merged = new ArrayList<>();
        Map<Same, Integer> open = new HashMap<>();
        Map<String, Integer> latest = new HashMap<>();
        for (RecordChange change : changes) {
            Same same = same(change);
            Integer index = change.kind() == RecordChange.Kind.CREATE ? null : open.get(same);
            if (index == null || latest.getOrDefault(change.id(), -1) >= index) {
                index = merged.size();
                open.put(same, index);
                merged.add(new MergedChange(change, new ArrayList<>(), index + 1));
            }
            merged.get(index).recordIds.add(change.id());
            latest.put(change.id(), index);
        }
        return merged;
    }

    private static Same same(RecordChange change) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        ObjectNode record = change.record();
        if (change.kind() == RecordChange.Kind.UPDATE) {
            new TreeSet<>(change.changedFields()).forEach(field -> values.put(field, record.path(field)));
        } else if (change.kind() != RecordChange.Kind.DELETE) {
            record.properties().forEach(field -> values.put(field.getKey(), field.getValue()));
        }
        values.keySet().removeAll(OF_ONE_RECORD);
        return new Same(change.kind(), change.type(), change.userId(), values);
    }
}
