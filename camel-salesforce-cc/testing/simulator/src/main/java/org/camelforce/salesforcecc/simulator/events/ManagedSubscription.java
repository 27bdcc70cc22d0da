package org.camelforce.salesforcecc.simulator.events;

/**
 * What an administrator says about a managed event subscription (Metadata API Developer Guide,
 * "ManagedEventSubscription").
 *
 * @param developerName its developer name
 * @param topicName the topic, for example {@code /event/Order__e}
 * @param defaultReplay where it starts while nothing has been committed
 * @param errorRecoveryReplay where it starts when the committed position is not retained any more
 */
public record ManagedSubscription(
        String developerName, String topicName, Replay defaultReplay, Replay errorRecoveryReplay) {

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
    public static ManagedSubscription latest(String developerName, String topicName) {
        return new ManagedSubscription(developerName, topicName, Replay.LATEST, Replay.LATEST);
    }

    /**
     * @param developerName its developer name
     * @param topicName the topic
     * @return one that starts with the oldest event that is retained
     */
    public static ManagedSubscription earliest(String developerName, String topicName) {
        return new ManagedSubscription(developerName, topicName, Replay.EARLIEST, Replay.EARLIEST);
    }
}
