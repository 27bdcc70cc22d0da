package org.camelforce.salesforcecc.observability;

import java.util.List;
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
            MeterTag.COMPONENT,
            MeterTag.REASON,
            MeterTag.OUTCOME),
    /** How long logins take, retries inside of one login included. */
    LOGIN_DURATION(
            "salesforce.cc.login.duration",
            Type.TIMER,
            "seconds",
            "From the decision to log in to the outcome, retries included",
            MeterTag.COMPONENT,
            MeterTag.OUTCOME),
    /** Requests that failed because logins are throttled. */
    LOGIN_THROTTLED(
            "salesforce.cc.login.throttled",
            Type.COUNTER,
            null,
            "Requests that failed because logins are throttled",
            MeterTag.COMPONENT),
    /** What is left of the login budget. */
    LOGIN_BUDGET_LEFT(
            "salesforce.cc.login.budget.left",
            Type.GAUGE,
            null,
            "Logins that the budget allows now",
            MeterTag.COMPONENT),
    /** Whether the last login failed. */
    LOGIN_FAILING(
            "salesforce.cc.login.failing", Type.GAUGE, null, "1 if the last login failed, else 0", MeterTag.COMPONENT),
    /** Whether there is a token that works. */
    TOKEN_USABLE(
            "salesforce.cc.token.usable",
            Type.GAUGE,
            null,
            "1 if there is a token that Salesforce has not rejected, else 0",
            MeterTag.COMPONENT),
    /** How old the token is. */
    TOKEN_AGE(
            "salesforce.cc.token.age",
            Type.GAUGE,
            "seconds",
            "Time since the login that returned the token last",
            MeterTag.COMPONENT),
    /** When the token is looked after next. */
    TOKEN_RENEWAL_IN(
            "salesforce.cc.token.renewal.in",
            Type.GAUGE,
            "seconds",
            "Time until the next renewal or question in the background, NaN if none is planned",
            MeterTag.COMPONENT),
    /** Renewals before the token expired. */
    TOKEN_PROACTIVE_RENEWALS(
            "salesforce.cc.token.proactive.renewals",
            Type.COUNTER,
            null,
            "Tokens renewed before they expired",
            MeterTag.COMPONENT),
    /** Sessions that turned out to live longer. */
    TOKEN_EXTENSIONS(
            "salesforce.cc.token.extensions",
            Type.COUNTER,
            null,
            "Expiries that were put off without a login, because the session is in use",
            MeterTag.COMPONENT),
    /** Tokens that Salesforce rejected. */
    TOKEN_REJECTIONS(
            "salesforce.cc.token.rejections",
            Type.COUNTER,
            null,
            "Tokens in use that Salesforce rejected",
            MeterTag.COMPONENT),
    /** Changes of the Run As user. */
    RUN_AS_USER_CHANGES(
            "salesforce.cc.run.as.user.changes",
            Type.COUNTER,
            null,
            "Logins that act as another user than the one before",
            MeterTag.COMPONENT),
    /** Requests sent again. */
    REQUEST_REPLAYS(
            "salesforce.cc.request.replays",
            Type.COUNTER,
            null,
            "Requests sent a second time, with a renewed token",
            MeterTag.COMPONENT),
    /** API requests of the whole org. */
    API_REQUESTS_USED(
            "salesforce.cc.api.requests.used",
            Type.GAUGE,
            null,
            "API requests by all clients of the org in the last 24 hours, NaN before the first answer",
            MeterTag.COMPONENT),
    /** API requests that the org has left. */
    API_REQUESTS_LEFT(
            "salesforce.cc.api.requests.left",
            Type.GAUGE,
            null,
            "API requests that the org has left, NaN before the first answer",
            MeterTag.COMPONENT),
    /** API requests that the org has. */
    API_REQUESTS_LIMIT(
            "salesforce.cc.api.requests.limit",
            Type.GAUGE,
            null,
            "API requests that the org has for 24 hours, NaN before the first answer",
            MeterTag.COMPONENT),
    /** Whether the subscription gets events. */
    SUBSCRIPTION_OPEN(
            "salesforce.cc.subscription.open",
            Type.GAUGE,
            null,
            "1 if the subscription has an open stream or needs none now, else 0",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** How long the stream has been silent. */
    SUBSCRIPTION_IDLE(
            "salesforce.cc.subscription.idle",
            Type.GAUGE,
            "seconds",
            "Time since the last event or keep-alive of an open stream, NaN while none is expected",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Streams that had to be replaced. */
    SUBSCRIPTION_RECONNECTS(
            "salesforce.cc.subscription.reconnects",
            Type.COUNTER,
            null,
            "Streams that ended and were followed by another one, by cause",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL,
            MeterTag.CAUSE),
    /** Streams given up because of silence. They count as reconnects, too. */
    SUBSCRIPTION_STALLS(
            "salesforce.cc.subscription.stalls",
            Type.COUNTER,
            null,
            "Streams that were given up because of their silence",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Positions that Salesforce does not have any more. */
    SUBSCRIPTION_GAPS(
            "salesforce.cc.subscription.gaps",
            Type.COUNTER,
            null,
            "Positions that Salesforce did not have any more: events may be lost",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** How long a node takes to go on where another one stopped. */
    SUBSCRIPTION_TAKEOVER(
            "salesforce.cc.subscription.takeover",
            Type.TIMER,
            "seconds",
            "From the start of a consumer that found a position to its open stream",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Positions that could not be stored. */
    SUBSCRIPTION_COMMIT_FAILURES(
            "salesforce.cc.subscription.commit.failures",
            Type.COUNTER,
            null,
            "Attempts to store a position that failed",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that came. */
    EVENTS_RECEIVED(
            "salesforce.cc.events.received",
            Type.COUNTER,
            null,
            "Events received, including redeliveries",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that the route is done with. */
    EVENTS_PROCESSED(
            "salesforce.cc.events.processed",
            Type.COUNTER,
            null,
            "Events that the route is done with",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that came again. */
    EVENTS_DUPLICATED(
            "salesforce.cc.events.duplicated",
            Type.COUNTER,
            null,
            "Events that came again and were not given to the route a second time",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that were too old for a subscription to new ones. */
    EVENTS_PASSED_OVER(
            "salesforce.cc.events.passed.over",
            Type.COUNTER,
            null,
            "Events older than the start of a subscription to new events, not given to the route",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that had failed and did not come again. */
    EVENTS_MISSED(
            "salesforce.cc.events.missed",
            Type.COUNTER,
            null,
            "Events that the route had failed to process and that Salesforce did not send again",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events that were given up. */
    EVENTS_EXHAUSTED(
            "salesforce.cc.events.exhausted",
            Type.COUNTER,
            null,
            "Events that failed 1 + maxRedeliveries times and were sent to deadLetterUri or passed over",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** Events in flight in the route. */
    EVENTS_IN_FLIGHT(
            "salesforce.cc.events.in.flight",
            Type.GAUGE,
            null,
            "Events in flight in the route, waiting ones included",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** The commit lag. */
    EVENTS_COMMIT_LAG(
            "salesforce.cc.events.commit.lag",
            Type.GAUGE,
            null,
            "Events that came and are not covered by the position yet",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL),
    /** How old events are when they come. */
    EVENTS_LAG(
            "salesforce.cc.events.lag",
            Type.GAUGE,
            "seconds",
            "Age of the last event when it came, NaN before the first one",
            MeterTag.COMPONENT,
            MeterTag.SUBSCRIPTION,
            MeterTag.CHANNEL);

    /** What a meter measures with, as Micrometer names it. */
    public enum Type {
        /** Counts what has happened since the component was started. */
        COUNTER,
        /** Counts and times. */
        TIMER,
        /** Shows a value of this moment. */
        GAUGE
    }

    private final String id;
    private final Type type;
    private final @Nullable String unit;
    private final String description;
    private final List<MeterTag> tags;

    SalesforceCcMeter(String id, Type type, @Nullable String unit, String description, MeterTag... tags) {
        this.id = id;
        this.type = type;
        this.unit = unit;
        this.description = description;
        this.tags = List.of(tags);
    }

    /** @return the name, with dots */
    public String id() {
        return id;
    }

    /** @return counter, timer or gauge */
    public Type type() {
        return type;
    }

    /** @return the base unit, null if it counts things */
    public @Nullable String unit() {
        return unit;
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
