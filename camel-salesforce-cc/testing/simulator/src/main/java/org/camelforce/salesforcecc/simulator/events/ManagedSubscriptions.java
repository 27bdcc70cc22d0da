package org.camelforce.salesforcecc.simulator.events;

import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * The managed event subscriptions of an org, with their committed positions. Needs no gRPC. Safe for use by several
 * threads.
 */
public interface ManagedSubscriptions {

    /**
     * Adds a subscription in state {@code RUN}, or puts it in the place of the one with its name, whose committed
     * position is forgotten.
     *
     * @param definition what it is
     * @return its 18-character id
     */
    String define(Definition definition);

    /**
     * Changes the state, as an administrator does. In state {@code STOP} its stream ends and its committed position is
     * deleted.
     *
     * @param developerName its developer name
     * @param running whether it is {@code RUN}
     * @throws IllegalArgumentException if there is none of that name
     */
    void setRunning(String developerName, boolean running);

    /**
     * @param developerName its developer name
     * @return the replay id committed last, as the number that CometD shows; empty if there is none
     */
    OptionalLong committed(String developerName);

    /**
     * @param listener is called with developer name and replay id of each commit before it is answered, on the thread
     *     that serves the API, which it must not block
     */
    void addCommitListener(ObjLongConsumer<String> listener);

    /**
     * What an administrator says about a managed event subscription (Metadata API Developer Guide,
     * "ManagedEventSubscription").
     *
     * @param developerName its developer name
     * @param topicName the topic, for example {@code /event/Order__e}
     * @param defaultReplay where it starts while nothing has been committed
     * @param errorRecoveryReplay where it starts when the committed position is not retained any more
     */
    record Definition(String developerName, String topicName, Replay defaultReplay, Replay errorRecoveryReplay) {

        /** Where a subscription starts. */
        public enum Replay {
            /** With what is published from now on. */
            LATEST,
            /** With the oldest event that is retained. */
            EARLIEST
        }

        /**
         * @param developerName its developer name
         * @param topicName the topic
         * @return one that starts with new events
         */
        public static Definition latest(String developerName, String topicName) {
            return new Definition(developerName, topicName, Replay.LATEST, Replay.LATEST);
        }

        /**
         * @param developerName its developer name
         * @param topicName the topic
         * @return one that starts with the oldest event that is retained
         */
        public static Definition earliest(String developerName, String topicName) {
            return new Definition(developerName, topicName, Replay.EARLIEST, Replay.EARLIEST);
        }
    }
}
