package org.camelforce.salesforcecc.subscription;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.jspecify.annotations.Nullable;

/** The options of a subscription, beside those of {@code salesforce}. To be changed before the consumer starts. */
@UriParams
public class SubscriptionOptions {

    @UriParam(
            label = "consumer",
            description =
                    "Whether the position outlives the process: a restarted subscription continues after the last event that the"
                            + " route has processed. The position is kept in the replayStore, by default a file in"
                            + " replayStoreLocation. Needs subscriptionName.")
    private boolean durable;

    @UriParam(
            label = "consumer",
            description =
                    "The name under which the position is stored. Unique among the subscriptions to the same channel that share"
                            + " a store, and the same on every node of a cluster.")
    private @Nullable String subscriptionName;

    @UriParam(
            label = "consumer",
            description = "Where the position is kept. Makes the subscription durable. Default: the component's.")
    private @Nullable ReplayStore replayStore;

    @UriParam(
            label = "consumer",
            defaultValue = "1000",
            javaType = "java.time.Duration",
            description = "The longest time from the end of an event until the position that includes it is stored.")
    private long commitInterval = 1000;

    @UriParam(
            label = "consumer",
            defaultValue = "100",
            description =
                    "The number of events after which the position is stored, even before commitInterval has passed.")
    private int commitBatchSize = 100;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description =
                    "What happens when the route fails to process an event, or the event cannot be decoded. With true, the"
                            + " subscription goes back to the last position and receives the event again, until it has been"
                            + " processed or has failed too often (maxRedeliveries). With false, the position moves on after"
                            + " the error handler.")
    private boolean breakOnFirstError;

    @UriParam(
            label = "consumer",
            defaultValue = "-1",
            description =
                    "How often an event that the route fails to process comes again, with breakOnFirstError=true. After that"
                            + " it is sent to deadLetterUri, or discarded without one, and the position moves on. The value -1"
                            + " sets no limit. The count is kept in memory, so it starts again after a restart.")
    private int maxRedeliveries = -1;

    @UriParam(
            label = "consumer",
            description =
                    "The endpoint that gets each event that still fails after maxRedeliveries redeliveries, as it came. The"
                            + " property CamelExceptionCaught contains the exception, the header CamelSalesforceFailures the"
                            + " number of failures. If the endpoint fails, the event comes again. Needs maxRedeliveries.")
    private @Nullable String deadLetterUri;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description =
                    "How long events can wait without the route finishing one, or the route can have one event, before the"
                            + " subscription's health check is DOWN. Set it to more than the slowest event takes.")
    private long stallAfter = 300_000;

    @UriParam(
            label = "consumer",
            description =
                    "What happens when Salesforce no longer has the position. One of fail (the subscription ends until"
                            + " someone decides), earliest (all retained events) and latest (new events only), or a bean of"
                            + " type ReplayGapPolicy (#name). Durable subscriptions fail by default. Others do what"
                            + " fallBackReplayId or fallbackToLatestReplayId says.")
    private @Nullable ReplayGapPolicy replayGapPolicy;

    @UriParam(
            label = "consumer,advanced",
            description =
                    "Maximum number of events in flight in the route, waiting ones included. No more are requested from Salesforce."
                            + " Default: pubSubBatchSize for the Pub/Sub API, 1000 for the Streaming API.")
    private @Nullable Integer maxInFlightEvents;

    @UriParam(
            label = "consumer",
            description =
                    "Developer name or ID of a managed event subscription of the org, for pubSubSubscribe. Salesforce keeps"
                            + " its position, so durable and replayStore do not apply.")
    private @Nullable String managedSubscription;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "false",
            description =
                    "Whether changedFields, nulledFields and diffFields in change events stay the bitmaps that the Pub/Sub API"
                            + " sends, for pubSubSubscribe. With false they are the names of the fields, as in the events of"
                            + " the Streaming API.")
    private boolean pubSubRawBitmaps;

    /** Creates options with their defaults. */
    public SubscriptionOptions() {}

    /** @return whether the position outlives the process */
    public boolean isDurable() {
        return durable;
    }

    /** @param durable whether the position outlives the process; default false */
    public void setDurable(boolean durable) {
        this.durable = durable;
    }

    /** @return the name under which the position is stored, or null */
    public @Nullable String getSubscriptionName() {
        return subscriptionName;
    }

    /** @param subscriptionName the name under which the position is stored */
    public void setSubscriptionName(@Nullable String subscriptionName) {
        this.subscriptionName = subscriptionName;
    }

    /** @return where the position is kept, or null for the component's store */
    public @Nullable ReplayStore getReplayStore() {
        return replayStore;
    }

    /** @param replayStore where the position is kept; makes the subscription durable */
    public void setReplayStore(@Nullable ReplayStore replayStore) {
        this.replayStore = replayStore;
    }

    /** @return after how many milliseconds the position is stored at the latest */
    public long getCommitInterval() {
        return commitInterval;
    }

    /** @param commitInterval milliseconds, at least 1; default 1000 */
    public void setCommitInterval(long commitInterval) {
        this.commitInterval = commitInterval;
    }

    /** @return after how many events the position is stored at the latest */
    public int getCommitBatchSize() {
        return commitBatchSize;
    }

    /** @param commitBatchSize events, at least 1; default 100 */
    public void setCommitBatchSize(int commitBatchSize) {
        this.commitBatchSize = commitBatchSize;
    }

    /** @return whether an event that failed must be processed before the position moves on */
    public boolean isBreakOnFirstError() {
        return breakOnFirstError;
    }

    /** @param breakOnFirstError whether an event that failed comes again until it has been processed; default false */
    public void setBreakOnFirstError(boolean breakOnFirstError) {
        this.breakOnFirstError = breakOnFirstError;
    }

    /** @return how often an event that failed comes again; -1 for no limit */
    public int getMaxRedeliveries() {
        return maxRedeliveries;
    }

    /** @param maxRedeliveries how often an event that failed comes again, at least 0; default -1, no limit */
    public void setMaxRedeliveries(int maxRedeliveries) {
        this.maxRedeliveries = maxRedeliveries;
    }

    /** @return the endpoint for events whose redeliveries are exhausted, or null */
    public @Nullable String getDeadLetterUri() {
        return deadLetterUri;
    }

    /** @param deadLetterUri the endpoint for events whose redeliveries are exhausted */
    public void setDeadLetterUri(@Nullable String deadLetterUri) {
        this.deadLetterUri = deadLetterUri;
    }

    /** @return after how many milliseconds without progress the subscription counts as stalled */
    public long getStallAfter() {
        return stallAfter;
    }

    /** @param stallAfter milliseconds, at least 1; default 300000 */
    public void setStallAfter(long stallAfter) {
        this.stallAfter = stallAfter;
    }

    /** @return what happens when the position is lost, or null for the default */
    public @Nullable ReplayGapPolicy getReplayGapPolicy() {
        return replayGapPolicy;
    }

    /** @param replayGapPolicy what happens when the position is lost */
    public void setReplayGapPolicy(@Nullable ReplayGapPolicy replayGapPolicy) {
        this.replayGapPolicy = replayGapPolicy;
    }

    /** @return the maximum number of events in flight in the route; 0 for the protocol's default */
    public @Nullable Integer getMaxInFlightEvents() {
        return maxInFlightEvents;
    }

    /**
     * @param maxInFlightEvents the maximum number of events in flight in the route, at least 1; null for the protocol's
     *     default
     */
    public void setMaxInFlightEvents(@Nullable Integer maxInFlightEvents) {
        this.maxInFlightEvents = maxInFlightEvents;
    }

    /** @return developer name or id of a managed event subscription, or null */
    public @Nullable String getManagedSubscription() {
        return managedSubscription;
    }

    /** @param managedSubscription developer name or id of a managed event subscription, for {@code pubSubSubscribe} */
    public void setManagedSubscription(@Nullable String managedSubscription) {
        this.managedSubscription = managedSubscription;
    }

    /** @return whether the sets of fields in change events stay bitmaps */
    public boolean isPubSubRawBitmaps() {
        return pubSubRawBitmaps;
    }

    /** @param pubSubRawBitmaps whether the sets of fields in change events stay bitmaps; default false, for names */
    public void setPubSubRawBitmaps(boolean pubSubRawBitmaps) {
        this.pubSubRawBitmaps = pubSubRawBitmaps;
    }
}
