package org.camelforce.salesforcecc.events;

import org.camelforce.salesforcecc.events.stream.StreamEnd;
import org.camelforce.salesforcecc.log.LogEvent;
import org.camelforce.salesforcecc.text.OutsideText;
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
                    .log("Subscribed to {}, from {}", subscription, opened.from());
        } else if (event instanceof SubscriptionEvent.Lost lost) {
            lost(subscription, lost);
        } else if (event instanceof SubscriptionEvent.Gap gap) {
            line(LogEvent.SUBSCRIPTION_GAP, LOG.atWarn(), subscription)
                    .addKeyValue("window", gap.gap().window())
                    .log(
                            "{}: events of {} may be lost: {}. {}",
                            subscription,
                            gap.gap().window(),
                            gap.gap().text(),
                            gap.decision() == null ? "The subscription ends" : "Going on with " + gap.decision());
        } else if (event instanceof SubscriptionEvent.Missed missed) {
            line(LogEvent.SUBSCRIPTION_MISSED, LOG.atWarn(), subscription)
                    .addKeyValue("events", missed.events().size())
                    .log(
                            "{}: Salesforce did not send again what the route had failed to process: {}",
                            subscription,
                            missed.events());
        } else if (event instanceof SubscriptionEvent.CommitFailed failed) {
            line(LogEvent.SUBSCRIPTION_COMMIT_FAILED, LOG.atWarn(), subscription)
                    .log(
                            "{}: the position is not stored, trying again: {}",
                            subscription,
                            OutsideText.said(failed.failure().toString()));
        } else if (event instanceof SubscriptionEvent.Refused refused) {
            line(LogEvent.SUBSCRIPTION_REFUSED, LOG.atError(), subscription)
                    .log(
                            "{} has ended: {}",
                            subscription,
                            OutsideText.oneLine(String.valueOf(refused.refusal().getMessage())));
        }
    }

    private static void lost(SubscriptionId subscription, SubscriptionEvent.Lost lost) {
        boolean passing = lost.kind() == StreamEnd.Kind.TOKEN_REFUSED || lost.kind() == StreamEnd.Kind.NO_ROOM;
        line(LogEvent.SUBSCRIPTION_LOST, passing ? LOG.atInfo() : LOG.atWarn(), subscription)
                .addKeyValue("cause", lost.kind())
                .addKeyValue("retry.ms", lost.delay().toMillis())
                .log(
                        "{}: {}: {}. Going on in {} ms",
                        subscription,
                        lost.kind(),
                        lost.text(),
                        lost.delay().toMillis());
    }

    private static LoggingEventBuilder line(LogEvent event, LoggingEventBuilder line, SubscriptionId subscription) {
        return event.on(line)
                .addKeyValue("subscription", subscription.name())
                .addKeyValue("channel", subscription.channel());
    }
}
