package org.camelforce.salesforcecc.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camelforce.salesforcecc.replay.ReplayId;
import org.camelforce.salesforcecc.replay.StoredPosition;
import org.jspecify.annotations.Nullable;

/** Something that has happened to a subscription. Immutable; no text form shows a token. */
public sealed interface SubscriptionEvent {

    /** A consumer has been started. The first event of each subscription. */
    record Started() implements SubscriptionEvent {}

    /**
     * Salesforce has accepted the subscription.
     *
     * @param from where it starts
     * @param takeover from the start of the consumer to its first stream, if it goes on after a position that a former
     *     owner has left, or this process before; null otherwise
     */
    record Opened(StartingPoint from, @Nullable Duration takeover) implements SubscriptionEvent {}

    /**
     * The stream is over and another one will be opened.
     *
     * @param kind why
     * @param text what the server said
     * @param delay how long until the next attempt; zero if it follows something else, a renewed token or room in the
     *     route
     */
    record Lost(StreamEnd.Kind kind, String text, Duration delay) implements SubscriptionEvent {}

    /**
     * The stream was open, events were requested, and nothing came, not even a keep-alive. Another one will be opened.
     *
     * @param silence how long
     */
    record Stalled(Duration silence) implements SubscriptionEvent {}

    /**
     * Events may be lost: Salesforce does not have the position any more.
     *
     * @param gap what is lost
     * @param decision where the subscription goes on; null if it does not
     */
    record Gap(ReplayGap gap, @Nullable StartingPoint decision) implements SubscriptionEvent {}

    /**
     * Events that the route had failed to process were to come again, and Salesforce did not send them.
     *
     * @param events which
     */
    record Missed(List<ReplayId> events) implements SubscriptionEvent {}

    /**
     * The route has failed to process an event as often as {@code maxRedeliveries} allows. It has been given up, and
     * the position moves on.
     *
     * @param event which
     * @param failures how often the route has failed
     * @param failure why it failed last
     * @param deadLetterUri where the event has been sent, without secrets; null if it has been passed over
     */
    record Exhausted(ReplayId event, int failures, Throwable failure, @Nullable String deadLetterUri)
            implements SubscriptionEvent {}

    /**
     * The route has had an event for longer than {@code stallAfter}. Told once for each time the route is given it.
     *
     * @param event which
     * @param since how long
     */
    record Overdue(ReplayId event, Duration since) implements SubscriptionEvent {}

    /**
     * The position has been written.
     *
     * @param position the position
     */
    record Committed(StoredPosition position) implements SubscriptionEvent {}

    /**
     * The position could not be written. That is tried again; until it succeeds, a crash costs duplicates.
     *
     * @param failure why
     * @param attempts how often it has failed since the last success, this time included
     */
    record CommitFailed(Exception failure, int attempts) implements SubscriptionEvent {}

    /**
     * The position has been written after it could not be.
     *
     * @param attempts how often it had failed
     */
    record CommitRecovered(int attempts) implements SubscriptionEvent {}

    /**
     * A subscription to new events had none yet to go on after, was opened again with everything that is retained, and
     * passed over what had been created before it began.
     *
     * @param events how many events
     * @param began when it began, by Salesforce's clock, less a margin
     */
    record PassedOver(long events, Instant began) implements SubscriptionEvent {}

    /**
     * The subscription has ended for good: Salesforce rejects it, another owner has its position, or the policy for
     * gaps says so. Only a restart of the route opens it again.
     *
     * @param failure why, and what to change
     */
    record Failed(Exception failure) implements SubscriptionEvent {}

    /** The consumer has been stopped. The last event of each subscription. */
    record Ended() implements SubscriptionEvent {}
}
