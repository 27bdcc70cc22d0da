package org.camelforce.salesforcecc.events;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.StreamingApiConsumer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.internal.streaming.SubscriptionHelper;
import org.camelforce.salesforcecc.session.ManagedSession;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.cometd.bayeux.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Streaming API subscriptions of one component over one CometD connection. A lost connection is opened anew, with
 * growing delays and a renewed token where that is the cause, and every channel continues after the last event
 * received. Connection state is confined to one scheduler thread.
 */
public final class CometDSubscriptions extends SubscriptionHelper implements CometDConnection.Events {

    private static final Logger LOG = LoggerFactory.getLogger(CometDSubscriptions.class);

    private static final long STOP_MILLIS = 5_000;

    private final SalesforceComponent component;
    private final ReplayPositions positions = new ReplayPositions();
    private final Map<String, ChannelSubscription> channels = new ConcurrentHashMap<>();
    private final Backoff backoff;
    private volatile @Nullable ManagedSession session;
    private volatile @Nullable ScheduledExecutorService scheduler;
    private volatile @Nullable CometDConnection connection;
    private boolean handshaken;
    private boolean reopening;

    /** @param component whose consumers subscribe, and whose session supplies tokens; need not be started yet */
    public CometDSubscriptions(SalesforceComponent component) {
        super(component);
        this.component = component;
        SalesforceEndpointConfig config = component.getConfig();
        this.backoff = new Backoff(config.getBackoffIncrement(), config.getMaxBackoff(), new SecureRandom());
    }

    @Override
    protected void doStart() {
        session = (ManagedSession) component.getSession();
        scheduler = component
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "SalesforceCcCometD");
        onScheduler(this::open);
    }

    @Override
    protected void doStop() throws Exception {
        ScheduledExecutorService running = scheduler;
        if (running == null) {
            return;
        }
        scheduler = null;
        try {
            CometDConnection last = running.submit(this::giveUp).get(STOP_MILLIS, TimeUnit.MILLISECONDS);
            if (last != null) {
                last.close();
            }
        } finally {
            component.getCamelContext().getExecutorServiceManager().shutdownNow(running);
            channels.values().forEach(subscription -> subscription.confirmed().cancel(false));
            channels.clear();
        }
    }

    private @Nullable CometDConnection giveUp() {
        CometDConnection last = connection;
        connection = null;
        handshaken = false;
        reopening = false;
        return last;
    }

    /**
     * Adds a consumer to its channel, which is subscribed as soon as there is a connection.
     *
     * @param consumer gets the channel's events
     */
    @Override
    public void subscribe(StreamingApiConsumer consumer) {
        subscribed(consumer);
    }

    /**
     * Adds a consumer to its channel, which is subscribed as soon as there is a connection.
     *
     * @param consumer gets the channel's events
     * @return completes when the server has confirmed the subscription, and fails with {@link SalesforceException} when
     *     it refuses it for good; cancelled when nobody is subscribed any more
     */
    public CompletableFuture<Void> subscribed(StreamingApiConsumer consumer) {
        String channel = Topics.channelName(consumer.getTopicName());
        Topics.initialReplayId(consumer.getEndpoint(), channel).ifPresent(id -> positions.startAt(channel, id));
        ChannelSubscription added = new ChannelSubscription(channel, positions);
        ChannelSubscription subscription = channels.compute(channel, (name, known) -> {
            ChannelSubscription shared = known == null ? added : known;
            shared.consumers().add(consumer);
            return shared;
        });
        if (subscription == added) {
            onScheduler(() -> {
                CometDConnection open = connection;
                if (open == null) {
                    open();
                } else if (handshaken && channels.get(channel) == added && !open.hasAsked(added)) {
                    subscribe(open, added);
                }
            });
        }
        return subscription.confirmed().copy();
    }

    @Override
    public void unsubscribe(StreamingApiConsumer consumer) {
        String channel = Topics.channelName(consumer.getTopicName());
        ChannelSubscription known = channels.get(channel);
        ChannelSubscription left = channels.computeIfPresent(channel, (name, subscription) -> {
            subscription.consumers().remove(consumer);
            return subscription.consumers().isEmpty() ? null : subscription;
        });
        if (known != null && left == null) {
            known.confirmed().cancel(false);
            CometDConnection open = connection;
            if (open != null) {
                open.unsubscribe(known);
            }
        }
    }

    @Override
    public void onHandshake(CometDConnection source) {
        if (source != connection) {
            return;
        }
        handshaken = true;
        LOG.debug("Handshake successful, subscribing to {}", channels.keySet());
        channels.values().stream()
                .filter(subscription -> !subscription.isRefused())
                .forEach(subscription -> subscribe(source, subscription));
    }

    @Override
    public void onConnected(CometDConnection source) {
        if (source == connection) {
            backoff.reset();
        }
    }

    @Override
    public void onLost(CometDConnection source, MetaFailure failure) {
        if (source != connection) {
            return;
        }
        connection = null;
        handshaken = false;
        source.abandon();
        if (failure.kind() == MetaFailure.Kind.REFUSED) {
            channels.values().forEach(subscription -> refuse(subscription, failure));
            return;
        }
        LOG.warn("The streaming connection is lost, opening it anew: {}", failure.text());
        String refused = source.lastToken();
        if (failure.kind() == MetaFailure.Kind.AUTHENTICATION && refused != null) {
            session().tokens().renew(refused).whenComplete((entry, notRenewed) -> openLater());
        } else {
            openLater();
        }
    }

    private void subscribe(CometDConnection source, ChannelSubscription subscription) {
        source.subscribe(subscription, answer -> subscribeAnswered(source, subscription, answer));
    }

    private void subscribeAnswered(CometDConnection source, ChannelSubscription subscription, Message answer) {
        if (source != connection || channels.get(subscription.channel()) != subscription) {
            return;
        }
        if (answer.isSuccessful()) {
            LOG.info("Subscribed to {}", subscription.channel());
            subscription.confirmed().complete(null);
            return;
        }
        MetaFailure failure = MetaFailure.of(answer);
        switch (failure.kind()) {
            case REPLAY_ID -> {
                Optional<Long> fallback = subscription.fallBackReplayId();
                if (fallback.isEmpty() || fallback.equals(positions.of(subscription.channel()))) {
                    refuse(subscription, failure);
                    return;
                }
                LOG.warn(
                        "{} on {}; continuing with replay id {}",
                        failure.text(),
                        subscription.channel(),
                        fallback.get());
                positions.moveTo(subscription.channel(), fallback.get());
                subscribe(source, subscription);
            }
            case PASSING -> {
                LOG.warn("Not yet subscribed to {}: {}", subscription.channel(), failure.text());
                later(() -> {
                    if (source == connection) {
                        subscribe(source, subscription);
                    }
                });
            }
            case AUTHENTICATION, CLIENT -> onLost(source, failure);
            case REFUSED -> refuse(subscription, failure);
        }
    }

    private static void refuse(ChannelSubscription subscription, MetaFailure failure) {
        subscription.refuse(new SalesforceException(
                "Salesforce refuses the subscription to " + subscription.channel() + ": " + failure.text(), null));
    }

    private void openLater() {
        onScheduler(() -> {
            if (!reopening) {
                reopening = true;
                later(this::open);
            }
        });
    }

    private void open() {
        reopening = false;
        if (connection == null) {
            session().tokens().obtain().whenComplete((entry, failure) -> {
                if (failure == null) {
                    onScheduler(() -> openWith(entry));
                } else {
                    openLater();
                }
            });
        }
    }

    private void openWith(TokenEntry entry) {
        ScheduledExecutorService running = scheduler;
        if (connection != null || running == null) {
            return;
        }
        CometDConnection opened = new CometDConnection(
                component, session(), session().instanceUrlOf(entry.token()), positions, running, this);
        connection = opened;
        opened.open();
    }

    private ManagedSession session() {
        return Objects.requireNonNull(session, "The subscriptions are not started");
    }

    private void later(Runnable work) {
        onScheduler(work, backoff.next());
    }

    private void onScheduler(Runnable work) {
        onScheduler(work, Duration.ZERO);
    }

    private void onScheduler(Runnable work, Duration delay) {
        ScheduledExecutorService running = scheduler;
        if (running != null) {
            try {
                running.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping, nothing is done any more");
            }
        }
    }
}
