package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;

/**
 * An active PushTopic (Object Reference, "PushTopic").
 *
 * @param name its name, the channel without {@code /topic/}
 * @param query its query
 * @param notifyForFields {@code All}, {@code Referenced}, {@code Select} or {@code Where}, in lower case
 * @param onCreate whether creations count
 * @param onUpdate whether updates count
 * @param onDelete whether deletions count
 * @param onUndelete whether restorations count
 */
record PushTopic(
        String name,
        TopicQuery query,
        String notifyForFields,
        boolean onCreate,
        boolean onUpdate,
        boolean onDelete,
        boolean onUndelete) {

    static final String COLUMNS = "Id, Name, Query, NotifyForFields, NotifyForOperationCreate, "
            + "NotifyForOperationUpdate, NotifyForOperationDelete, NotifyForOperationUndelete";

    static Optional<PushTopic> of(ObjectNode row) {
        return TopicQuery.parse(row.path("Query").asText())
                .map(query -> new PushTopic(
                        row.path("Name").asText(),
                        query,
                        row.path("NotifyForFields").asText("Referenced").toLowerCase(Locale.ROOT),
                        row.path("NotifyForOperationCreate").asBoolean(true),
                        row.path("NotifyForOperationUpdate").asBoolean(true),
                        row.path("NotifyForOperationDelete").asBoolean(true),
                        row.path("NotifyForOperationUndelete").asBoolean(true)));
    }

    /** @return whether a change is of the kind, and touches the fields, that this topic is about */
    boolean isConcernedBy(RecordChange change) {
        if (!query.isAbout(change.type())) {
            return false;
        }
        return switch (change.kind()) {
            case CREATE -> onCreate;
            case UPDATE -> onUpdate && isConcernedByFields(change.changedFields());
            case DELETE -> onDelete;
            case UNDELETE -> onUndelete;
        };
    }

    private boolean isConcernedByFields(Set<String> changed) {
        return switch (notifyForFields) {
            case "all" -> true;
            case "select" -> meets(query.selected(), changed);
            case "where" -> query.filtered().isEmpty() || meets(query.filtered(), changed);
            default -> meets(query.selected(), changed) || meets(query.filtered(), changed);
        };
    }

    private static boolean meets(Set<String> fields, Set<String> changed) {
        return changed.stream().anyMatch(field -> fields.contains(field.toLowerCase(Locale.ROOT)));
    }
}
