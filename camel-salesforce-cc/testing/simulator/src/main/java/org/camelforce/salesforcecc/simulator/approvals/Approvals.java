package org.camelforce.salesforcecc.simulator.approvals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The org's approval processes and workflow rules, to define and to look at. Records do not get locked while they are
 * pending. Safe for use by several threads.
 *
 * <pre>{@code
 * simulator.approvals().define(Approvals.Process.of("Discount", "Opportunity")
 *         .withEntryCriteria("Amount > 1000")
 *         .withApprovers(approverId));
 * }</pre>
 */
public interface Approvals {

    /**
     * Defines an approval process, in the place of the one of that name, if any. A record without a process of its own
     * goes through the first one, in the order of their definition, whose entry criteria it meets.
     *
     * @param process the process
     */
    void define(Process process);

    /**
     * Defines a workflow rule, which {@code process/rules} lists and which does nothing.
     *
     * @param name what people read
     * @param object name of the object that it is for
     */
    void defineRule(String name, String object);

    /** @return what has been submitted, in order */
    List<Instance> instances();

    /**
     * An approval process. Every approver is a step of its own; one approval in each step approves the record, one
     * rejection rejects it.
     *
     * @param name developer name
     * @param object name of the object whose records it is for
     * @param description what people read; null for none
     * @param entryCriteria a condition in SOQL that records have to meet; empty for all
     * @param approverIds 18-character ids of the users who approve, in the order of the steps; empty if each submit has
     *     to name the approver
     * @param approvedFields what a record's fields become when it is approved
     * @param rejectedFields what a record's fields become when it is rejected
     */
    record Process(
            String name,
            String object,
            @Nullable String description,
            String entryCriteria,
            List<String> approverIds,
            ObjectNode approvedFields,
            ObjectNode rejectedFields) {

        /** Takes a copy of the approvers. */
        public Process {
            approverIds = List.copyOf(approverIds);
        }

        /**
         * @param name developer name
         * @param object name of the object whose records it is for
         * @return a process for all records, whose approver is named at each submit
         */
        public static Process of(String name, String object) {
            return new Process(
                    name,
                    object,
                    null,
                    "",
                    List.of(),
                    JsonNodeFactory.instance.objectNode(),
                    JsonNodeFactory.instance.objectNode());
        }

        /**
         * @param text what people read; null for none
         * @return this process with that description
         */
        public Process withDescription(@Nullable String text) {
            return new Process(name, object, text, entryCriteria, approverIds, approvedFields, rejectedFields);
        }

        /**
         * @param condition a condition in SOQL, for example {@code Amount > 1000}
         * @return this process for records that meet it
         */
        public Process withEntryCriteria(String condition) {
            return new Process(name, object, description, condition, approverIds, approvedFields, rejectedFields);
        }

        /**
         * @param userIds 18-character ids of users
         * @return this process with a step for each of them
         */
        public Process withApprovers(String... userIds) {
            return new Process(
                    name, object, description, entryCriteria, List.of(userIds), approvedFields, rejectedFields);
        }

        /**
         * @param approved what a record's fields become when it is approved
         * @param rejected what a record's fields become when it is rejected
         * @return this process with those field updates
         */
        public Process withFieldUpdates(ObjectNode approved, ObjectNode rejected) {
            return new Process(name, object, description, entryCriteria, approverIds, approved, rejected);
        }
    }

    /**
     * A record that went into a process.
     *
     * @param id 18-character id of the instance
     * @param process name of the process
     * @param recordId 18-character id of the record
     * @param status {@code Pending}, {@code Approved} or {@code Rejected}
     * @param history what was done to it, the submit first
     */
    record Instance(String id, String process, String recordId, String status, List<Action> history) {

        /** Takes a copy of the history. */
        public Instance {
            history = List.copyOf(history);
        }
    }

    /**
     * What a user did to a record in a process.
     *
     * @param type {@code Submit}, {@code Approve} or {@code Reject}
     * @param userId 18-character id of the user
     * @param comments the user's comments; empty if there are none
     * @param at when
     */
    record Action(String type, String userId, String comments, Instant at) {}
}
