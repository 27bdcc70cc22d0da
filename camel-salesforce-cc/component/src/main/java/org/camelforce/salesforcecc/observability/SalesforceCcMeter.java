package org.camelforce.salesforcecc.observability;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every meter that the component has: its name, as Micrometer writes names, its type, its base unit, what it means and
 * its tags. Registries translate names: Prometheus shows {@code salesforce.cc.logins} as
 * {@code salesforce_cc_logins_total}.
 */
public enum SalesforceCcMeter {
    /** Logins. Components that share a login count it once. */
    LOGINS(
            "salesforce.cc.logins",
            Type.COUNTER,
            null,
            "Logins by reason and outcome",
            Scope.COMPONENT,
            MeterTag.REASON,
            MeterTag.OUTCOME),
    /** How long logins take, retries inside of one login included. */
    LOGIN_DURATION(
            "salesforce.cc.login.duration",
            Type.TIMER,
            "seconds",
            "From the decision to log in to the outcome, retries included",
            Scope.COMPONENT,
            MeterTag.OUTCOME),
    /** Requests that failed because logins are throttled. */
    LOGIN_THROTTLED(
            "salesforce.cc.login.throttled",
            Type.COUNTER,
            null,
            "Requests that failed because logins are throttled",
            Scope.COMPONENT),
    /** What is left of the login budget. */
    LOGIN_BUDGET_LEFT(
            "salesforce.cc.login.budget.left", Type.GAUGE, null, "Logins that the budget allows now", Scope.COMPONENT),
    /** Whether the last login failed. */
    LOGIN_FAILING(
            "salesforce.cc.login.failing", Type.GAUGE, null, "1 if the last login failed, else 0", Scope.COMPONENT),
    /** Whether there is a token that works. */
    TOKEN_USABLE(
            "salesforce.cc.token.usable",
            Type.GAUGE,
            null,
            "1 if there is a token that Salesforce has not rejected, else 0",
            Scope.COMPONENT),
    /** How old the token is. */
    TOKEN_AGE(
            "salesforce.cc.token.age",
            Type.GAUGE,
            "seconds",
            "Time since the login that returned the token last",
            Scope.COMPONENT),
    /** When the token is looked after next. */
    TOKEN_RENEWAL_IN(
            "salesforce.cc.token.renewal.in",
            Type.GAUGE,
            "seconds",
            "Time until the next renewal or question in the background, NaN if none is planned",
            Scope.COMPONENT),
    /** Renewals before the token expired. */
    TOKEN_PROACTIVE_RENEWALS(
            "salesforce.cc.token.proactive.renewals",
            Type.COUNTER,
            null,
            "Tokens renewed before they expired",
            Scope.COMPONENT),
    /** Sessions that turned out to live longer. */
    TOKEN_EXTENSIONS(
            "salesforce.cc.token.extensions",
            Type.COUNTER,
            null,
            "Expiries that were put off without a login, because the session is in use",
            Scope.COMPONENT),
    /** Tokens that Salesforce rejected. */
    TOKEN_REJECTIONS(
            "salesforce.cc.token.rejections",
            Type.COUNTER,
            null,
            "Tokens in use that Salesforce rejected",
            Scope.COMPONENT),
    /** Changes of the Run As user. */
    RUN_AS_USER_CHANGES(
            "salesforce.cc.run.as.user.changes",
            Type.COUNTER,
            null,
            "Logins that act as another user than the one before",
            Scope.COMPONENT),
    /** How long requests take, as their callers see it. */
    REQUEST_DURATION(
            "salesforce.cc.request.duration",
            Type.TIMER,
            "seconds",
            "From a request to its answer, login, replay and retries included; of a streamed answer, to its first bytes",
            Scope.REQUEST,
            MeterTag.OUTCOME),
    /** How much requests with a body send; each time if a request is replayed or retried. */
    REQUEST_SENT("salesforce.cc.request.sent", Type.DISTRIBUTION_SUMMARY, "bytes", "Bodies of requests", Scope.REQUEST),
    /** How much requests get, compressed if the org compresses it. */
    REQUEST_RECEIVED(
            "salesforce.cc.request.received", Type.DISTRIBUTION_SUMMARY, "bytes", "Bodies of answers", Scope.REQUEST),
    /** Requests sent again. */
    REQUEST_REPLAYS(
            "salesforce.cc.request.replays",
            Type.COUNTER,
            null,
            "Requests sent a second time, with a renewed token",
            Scope.COMPONENT),
    /** Requests sent again after a failure that may pass. */
    REQUEST_RETRIES(
            "salesforce.cc.request.retries", Type.COUNTER, null, "Retries by reason", Scope.COMPONENT, MeterTag.REASON),
    /** API requests of the whole org. */
    API_REQUESTS_USED(
            "salesforce.cc.api.requests.used",
            Type.GAUGE,
            null,
            "API requests by all clients of the org in the last 24 hours, NaN before the first answer",
            Scope.COMPONENT),
    /** API requests that the org has left. */
    API_REQUESTS_LEFT(
            "salesforce.cc.api.requests.left",
            Type.GAUGE,
            null,
            "API requests that the org has left, NaN before the first answer",
            Scope.COMPONENT),
    /** API requests that the org has. */
    API_REQUESTS_LIMIT(
            "salesforce.cc.api.requests.limit",
            Type.GAUGE,
            null,
            "API requests that the org has for 24 hours, NaN before the first answer",
            Scope.COMPONENT),
    /** Whether the subscription gets events. */
    SUBSCRIPTION_OPEN(
            "salesforce.cc.subscription.open",
            Type.GAUGE,
            null,
            "1 if the subscription has an open stream or needs none now, else 0",
            Scope.SUBSCRIPTION),
    /** How long the stream has been silent. */
    SUBSCRIPTION_IDLE(
            "salesforce.cc.subscription.idle",
            Type.GAUGE,
            "seconds",
            "Time since the last event or keep-alive of an open stream, NaN while none is expected",
            Scope.SUBSCRIPTION),
    /** Streams that had to be replaced. */
    SUBSCRIPTION_RECONNECTS(
            "salesforce.cc.subscription.reconnects",
            Type.COUNTER,
            null,
            "Streams that ended and that another stream followed, by cause",
            Scope.SUBSCRIPTION,
            MeterTag.CAUSE),
    /** Streams given up because of silence. They count as reconnects, too. */
    SUBSCRIPTION_STALLS(
            "salesforce.cc.subscription.stalls",
            Type.COUNTER,
            null,
            "Streams that were given up because of their silence",
            Scope.SUBSCRIPTION),
    /** Positions that Salesforce does not have any more. */
    SUBSCRIPTION_GAPS(
            "salesforce.cc.subscription.gaps",
            Type.COUNTER,
            null,
            "Positions that Salesforce no longer had: events might be lost",
            Scope.SUBSCRIPTION),
    /** How long a node takes to go on where another one stopped. */
    SUBSCRIPTION_TAKEOVER(
            "salesforce.cc.subscription.takeover",
            Type.TIMER,
            "seconds",
            "From the start of a consumer that found a position to its open stream",
            Scope.SUBSCRIPTION),
    /** Positions that could not be stored. */
    SUBSCRIPTION_COMMIT_FAILURES(
            "salesforce.cc.subscription.commit.failures",
            Type.COUNTER,
            null,
            "Attempts to store a position that failed",
            Scope.SUBSCRIPTION),
    /** Events that came. */
    EVENTS_RECEIVED(
            "salesforce.cc.events.received",
            Type.COUNTER,
            null,
            "Events received, including redeliveries",
            Scope.SUBSCRIPTION),
    /** Events that the route is done with. */
    EVENTS_PROCESSED(
            "salesforce.cc.events.processed",
            Type.COUNTER,
            null,
            "Events that the route is done with",
            Scope.SUBSCRIPTION),
    /** Events that came again. */
    EVENTS_DUPLICATED(
            "salesforce.cc.events.duplicated",
            Type.COUNTER,
            null,
            "Events that came again and were not given to the route a second time",
            Scope.SUBSCRIPTION),
    /** Events that were too old for a subscription to new ones. */
    EVENTS_PASSED_OVER(
            "salesforce.cc.events.passed.over",
            Type.COUNTER,
            null,
            "Events older than the start of a subscription to new events, not given to the route",
            Scope.SUBSCRIPTION),
    /** Events that had failed and did not come again. */
    EVENTS_MISSED(
            "salesforce.cc.events.missed",
            Type.COUNTER,
            null,
            "Events that the route had failed to process and that Salesforce did not send again",
            Scope.SUBSCRIPTION),
    /** Events that were given up. */
    EVENTS_EXHAUSTED(
            "salesforce.cc.events.exhausted",
            Type.COUNTER,
            null,
            "Events that failed too often and were sent to the dead letter endpoint or passed over",
            Scope.SUBSCRIPTION),
    /** Events in flight in the route. */
    EVENTS_IN_FLIGHT(
            "salesforce.cc.events.in.flight",
            Type.GAUGE,
            null,
            "Events in flight in the route, waiting ones included",
            Scope.SUBSCRIPTION),
    /** The commit lag. */
    EVENTS_COMMIT_LAG(
            "salesforce.cc.events.commit.lag",
            Type.GAUGE,
            null,
            "Events that came and that the position does not include yet",
            Scope.SUBSCRIPTION),
    /** How old events are when they come. */
    EVENTS_LAG(
            "salesforce.cc.events.lag",
            Type.GAUGE,
            "seconds",
            "Age of the last event when it came, NaN before the first one",
            Scope.SUBSCRIPTION);

    /** What a meter measures with, as Micrometer names it. */
    public enum Type {
        /** Counts what has happened since the component was started. */
        COUNTER,
        /** Counts and times. */
        TIMER,
        /** Counts and sums up sizes. */
        DISTRIBUTION_SUMMARY,
        /** Shows a value of this moment. */
        GAUGE
    }

    /** What a meter is about, and the tags that follow from it. */
    private enum Scope {
        COMPONENT(MeterTag.COMPONENT),
        REQUEST(MeterTag.COMPONENT, MeterTag.OPERATION, MeterTag.OBJECT),
        SUBSCRIPTION(MeterTag.COMPONENT, MeterTag.SUBSCRIPTION, MeterTag.CHANNEL);

        private final List<MeterTag> tags;

        Scope(MeterTag... tags) {
            this.tags = List.of(tags);
        }
    }

    private final String id;
    private final Type type;
    private final @Nullable String unit;
    private final String description;
    private final List<MeterTag> tags;

    SalesforceCcMeter(String id, Type type, @Nullable String unit, String description, Scope scope, MeterTag... own) {
        this.id = id;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.tags = Stream.concat(scope.tags.stream(), Stream.of(own)).toList();
    }

    /** @return the name, with dots */
    public String id() {
        return id;
    }

    /** @return what it measures with */
    public Type type() {
        return type;
    }

    /** @return the base unit, null if it counts things */
    public @Nullable String unit() {
        return unit;
    }

    /** @return whether registries count its values by size too, so that quantiles of several nodes can be estimated */
    public boolean hasBuckets() {
        return this == REQUEST_DURATION;
    }

    /** @return what it means */
    public String description() {
        return description;
    }

    /** @return its tags, all of them on each meter of this name */
    public List<MeterTag> tags() {
        return tags;
    }
}
