package org.camelforce.salesforcecc.simulator.internal.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * One committed change of one record.
 *
 * @param kind what happened
 * @param type object name, for example {@code Account}
 * @param id 18-character record id
 * @param changedFields fields whose value changed, the audit fields included; all non-null fields for a new record
 * @param record the record after the change (before it, for a deletion), with every field of its object
 * @param userId who did it
 * @param at when it was committed
 * @param transactionKey shared by all changes of one transaction
 * @param sequenceNumber position within the transaction, from 1
 */
public record RecordChange(
        Kind kind,
        String type,
        String id,
        Set<String> changedFields,
        ObjectNode record,
        String userId,
        Instant at,
        String transactionKey,
        int sequenceNumber) {

    /** What happened to a record. */
    public enum Kind {
        /** It was created. */
        CREATE,
        /** Some of its fields changed. */
        UPDATE,
        /** It went to the recycle bin. */
        DELETE,
        /** It came back from the recycle bin. */
        UNDELETE
    }
}
