package org.camelforce.salesforcecc.events;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.session.ManagedSession;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One CometD client with cookies of its own, from its handshake until it is given up. Everything that it reports
 * arrives on the scheduler's thread.
 */
final class CometDConnection {

    private static final long MAX_NETWORK_DELAY_MILLIS = 120_000;
    private static final long DISCONNECT_MILLIS = 2_000;
    private static final long UNSUBSCRIBE_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(CometDConnection.class);

    /** What a connection reports. */
    interface Events {

        /** The handshake succeeded; the server knows no subscription of this client. */
        void onHandshake(CometDConnection connection);

        /** A long poll came back. */
        void onConnected(CometDConnection connection);

        /** The connection is of no use any more. */
        void onLost(CometDConnection connection, MetaFailure failure);
    }

    private final ScheduledExecutorService scheduler;
    private final Events events;
    private final SessionTransport transport;
    private final BayeuxClient client;
    private final Set<ChannelSubscription> asked = new HashSet<>();

    CometDConnection(
            SalesforceComponent component,
            ManagedSession session,
            URI instanceUrl,
            ReplayPositions positions,
            ScheduledExecutorService scheduler,
            Events events) {
        this.scheduler = scheduler;
        this.events = events;
        this.transport = new SessionTransport(options(component), component.getHttpClient(), session);
        this.client = new BayeuxClient(
                instanceUrl + "/cometd/" + component.getConfig().getApiVersion(), scheduler, transport);
        client.addExtension(positions);
        listen(Channel.META_HANDSHAKE, this::handshakeAnswered);
        listen(Channel.META_CONNECT, this::connectAnswered);
        listen(Channel.META_DISCONNECT, this::disconnected);
    }

    void open() {
        client.handshake();
    }

    /** Whether the server has been asked; a second time, events would come twice. On the scheduler's thread only. */
    boolean hasAsked(ChannelSubscription subscription) {
        return asked.contains(subscription);
    }

    /** On the scheduler's thread only. */
    void subscribe(ChannelSubscription subscription, ClientSession.MessageListener answered) {
        asked.add(subscription);
        client.getChannel(subscription.channel())
                .subscribe(subscription, message -> scheduler.execute(() -> answered.onMessage(message)));
    }

    /**
     * Waits for the server's answer at most two seconds: requests travel over several connections, and a later
     * subscription to the same channel must not arrive before.
     */
    void unsubscribe(ChannelSubscription subscription) {
        CountDownLatch answered = new CountDownLatch(1);
        client.getChannel(subscription.channel()).unsubscribe(subscription, answer -> answered.countDown());
        try {
            if (!answered.await(UNSUBSCRIBE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("No answer to the end of the subscription to {}", subscription.channel());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The token that the server saw last. */
    @Nullable
    String lastToken() {
        return transport.lastToken();
    }

    /** Tells the server, waits for its answer at most two seconds, and gives up the connection. */
    void close() {
        if (!client.disconnect(DISCONNECT_MILLIS)) {
            client.abort();
        }
    }

    /** Gives up the connection without a word to the server. */
    void abandon() {
        client.abort();
    }

    private void listen(String channel, ClientSession.MessageListener listener) {
        client.getChannel(channel).addListener((ClientSessionChannel.MessageListener)
                (source, message) -> scheduler.execute(() -> listener.onMessage(message)));
    }

    private void handshakeAnswered(Message message) {
        if (message.isSuccessful()) {
            events.onHandshake(this);
        } else {
            failed(message);
        }
    }

    private void connectAnswered(Message message) {
        if (message.isSuccessful()) {
            events.onConnected(this);
        } else {
            failed(message);
        }
    }

    private void disconnected(Message message) {
        events.onLost(this, new MetaFailure(MetaFailure.Kind.CLIENT, "the server disconnected this client"));
    }

    /** CometD tries again by itself unless the server advises against it or the token has to be renewed first. */
    private void failed(Message message) {
        MetaFailure failure = MetaFailure.of(message);
        Map<String, Object> advice = message.getAdvice();
        boolean givenUp = advice != null && Message.RECONNECT_NONE_VALUE.equals(advice.get(Message.RECONNECT_FIELD));
        if (givenUp || failure.kind() == MetaFailure.Kind.AUTHENTICATION) {
            events.onLost(this, failure);
        }
    }

    private static Map<String, Object> options(SalesforceComponent component) {
        Map<String, Object> options = new HashMap<>();
        options.put("maxNetworkDelay", MAX_NETWORK_DELAY_MILLIS);
        if (component.getLongPollingTransportProperties() != null) {
            options.putAll(component.getLongPollingTransportProperties());
        }
        return options;
    }
}
