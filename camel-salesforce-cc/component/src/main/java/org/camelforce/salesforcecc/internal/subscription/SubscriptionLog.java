package org.camelforce.salesforcecc.internal.subscription;

import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.subscription.StartingPoint;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.SubscriptionEvent;
import org.camelforce.salesforcecc.subscription.SubscriptionId;
import org.camelforce.salesforcecc.subscription.SubscriptionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** The log lines of subscriptions. */
final class SubscriptionLog implements SubscriptionListener {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    @Override
    public void on(SubscriptionId subscription, SubscriptionEvent event) {
        if (event instanceof SubscriptionEvent.Opened opened) {
            line(LogEvent.SUBSCRIPTION_OPENED, LOG.atInfo(), subscription)
                    .log("Subscribed to {}, {}", subscription, text(opened.from()));
        } else if (event instanceof SubscriptionEvent.Lost lost) {
            lost(subscription, lost);
        } else if (event instanceof SubscriptionEvent.Gap gap) {
            line(LogEvent.SUBSCRIPTION_GAP, LOG.atWarn(), subscription)
                    .addKeyValue("window", gap.gap().window())
                    .log(
                            "{}: events of {} might be lost: {}. {}",
                            subscription,
                            gap.gap().window(),
                            gap.gap().text(),
                            gap.decision() == null ? "The subscription ends" : "Continuing with " + gap.decision());
        } else if (event instanceof SubscriptionEvent.Missed missed) {
            line(LogEvent.SUBSCRIPTION_MISSED, LOG.atWarn(), subscription)
                    .addKeyValue("events", missed.events().size())
                    .log(
                            "{}: Salesforce did not send again what the route had failed to process: {}",
                            subscription,
                            missed.events());
        } else if (event instanceof SubscriptionEvent.CommitFailed failed) {
            commitFailed(subscription, failed);
        } else if (event instanceof SubscriptionEvent.CommitRecovered recovered) {
            line(LogEvent.SUBSCRIPTION_COMMIT_RECOVERED, LOG.atInfo(), subscription)
                    .addKeyValue("attempts", recovered.attempts())
                    .log(
                            "{}: the position is stored again, after {} attempts that failed",
                            subscription,
                            recovered.attempts());
        } else if (event instanceof SubscriptionEvent.Exhausted exhausted) {
            exhausted(subscription, exhausted);
        } else if (event instanceof SubscriptionEvent.Overdue overdue) {
            line(LogEvent.SUBSCRIPTION_OVERDUE, LOG.atWarn(), subscription)
                    .addKeyValue("replay.id", overdue.event())
                    .addKeyValue("seconds", overdue.since().toSeconds())
                    .log(
                            "{}: the route has had the event with replay ID {} for {} s and has not called back",
                            subscription,
                            overdue.event(),
                            overdue.since().toSeconds());
        } else if (event instanceof SubscriptionEvent.PassedOver passed) {
            line(LogEvent.SUBSCRIPTION_PASSED_OVER, LOG.atInfo(), subscription)
                    .addKeyValue("events", passed.events())
                    .log(
                            "{}: passed over {} events that were created before the subscription began, at {}",
                            subscription,
                            passed.events(),
                            passed.began());
        } else if (event instanceof SubscriptionEvent.Failed failed) {
            line(LogEvent.SUBSCRIPTION_FAILED, LOG.atError(), subscription)
                    .log(
                            "{} has ended: {}",
                            subscription,
                            OutsideText.oneLine(String.valueOf(failed.failure().getMessage())));
        }
    }

    private static void exhausted(SubscriptionId subscription, SubscriptionEvent.Exhausted event) {
        line(LogEvent.SUBSCRIPTION_EXHAUSTED, LOG.atWarn(), subscription)
                .addKeyValue("replay.id", event.event())
                .addKeyValue("failures", event.failures())
                .log(
                        "{}: the event with replay ID {} has failed {} times, the limit of option maxRedeliveries, and is {}:"
                                + " {}",
                        subscription,
                        event.event(),
                        event.failures(),
                        event.deadLetterUri() == null ? "passed over" : "sent to " + event.deadLetterUri(),
                        OutsideText.said(event.failure().toString()));
    }

    /** With the first failure, then after twice as many each time: a database that is away for a day is no news. */
    private static void commitFailed(SubscriptionId subscription, SubscriptionEvent.CommitFailed failed) {
        boolean news = Integer.bitCount(failed.attempts()) == 1;
        line(LogEvent.SUBSCRIPTION_COMMIT_FAILED, news ? LOG.atWarn() : LOG.atDebug(), subscription)
                .addKeyValue("attempts", failed.attempts())
                .log(
                        "{}: the position is not stored ({} attempts so far), trying again: {}",
                        subscription,
                        failed.attempts(),
                        OutsideText.said(failed.failure().toString()));
    }

    private static void lost(SubscriptionId subscription, SubscriptionEvent.Lost lost) {
        boolean passing = lost.kind() == StreamEnd.Kind.TOKEN_REJECTED || lost.kind() == StreamEnd.Kind.NO_ROOM;
        line(LogEvent.SUBSCRIPTION_LOST, passing ? LOG.atInfo() : LOG.atWarn(), subscription)
                .addKeyValue("cause", lost.kind())
                .addKeyValue("retry.ms", lost.delay().toMillis())
                .log("{}: {}: {}. {}", subscription, lost.kind(), withoutFullStop(lost.text()), next(lost));
    }

    private static String next(SubscriptionEvent.Lost lost) {
        if (!lost.delay().isZero()) {
            return "Next attempt in " + lost.delay().toMillis() + " ms";
        }
        return switch (lost.kind()) {
            case TOKEN_REJECTED -> "Next attempt with another token";
            case NO_ROOM -> "Next attempt when the route has room";
            default -> "Next attempt now";
        };
    }

    /** For display; a log event's keys are for programs. */
    private static String text(StartingPoint from) {
        if (from instanceof StartingPoint.After after) {
            return "after replay ID " + after.position();
        }
        if (from instanceof StartingPoint.Since since) {
            return "from events created at " + since.created() + " on";
        }
        return from instanceof StartingPoint.Earliest ? "from the oldest retained event on" : "from new events on";
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static LoggingEventBuilder line(LogEvent event, LoggingEventBuilder line, SubscriptionId subscription) {
        return event.on(line)
                .addKeyValue("subscription", subscription.name())
                .addKeyValue("channel", subscription.channel());
    }
}
