package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.client.ClientSession;
import org.cometd.bayeux.client.ClientSessionChannel;
import org.cometd.client.BayeuxClient;
import org.cometd.client.transport.TransportListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One CometD client with cookies of its own, from its handshake to its first failure. CometD's own attempts to go on
 * never come about: after a handshake of its own the server would know no subscription, and the answer that a broken
 * poll has lost does not come again. A channel is subscribed to only once: events of an earlier subscription may still
 * be on their way, and would pass for events of the later one.
 */
final class CometDConnection implements CometDStream.Connection {

    private static final long DISCONNECT_MILLIS = 2_000;
    private static final ClientSessionChannel.MessageListener ARRIVES_BY_TRANSPORT = (channel, message) -> {};
    private static final Logger LOG = LoggerFactory.getLogger(CometDConnection.class);

    private final Owner owner;
    private final URI instanceUrl;
    private final ReplayExtension replay = new ReplayExtension();
    private final LongPolling transport;
    private final BayeuxClient client;
    private final PollThrottle holdBack;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final Map<String, CometDStream> streams = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private boolean handshaken;
    private volatile boolean known;

    /** What connections share. */
    interface Owner {

        LongPolling newTransport(Consumer<Runnable> polls);

        BayeuxClient newClient(URI instanceUrl, LongPolling transport);

        PollThrottle newHoldBack(Runnable onExpired);

        /** Runs on the scheduler's thread, or not at all once that is shut down. */
        void execute(Runnable work);

        /** What the server says about polls. On any thread. */
        void advised(@Nullable Map<String, Object> advice);

        void gone(CometDConnection connection);
    }

    CometDConnection(Owner owner, URI instanceUrl) {
        this.owner = owner;
        this.instanceUrl = instanceUrl;
        this.transport = owner.newTransport(this::poll);
        this.client = owner.newClient(instanceUrl, transport);
        this.holdBack = owner.newHoldBack(() -> List.copyOf(streams.values()).forEach(CometDStream::holdExpired));
    }

    void open() {
        gone.thenRun(() -> {
            client.abort();
            owner.gone(this);
        });
        client.addExtension(replay);
        client.addTransportListener(new TransportListener() {
            @Override
            public void onMessages(List<Message.Mutable> messages) {
                answered(messages);
            }
        });
        listen(Channel.META_HANDSHAKE, message -> {
            known = true;
            owner.advised(message.getAdvice());
            owner.execute(this::handshaken);
        });
        listen(Channel.META_CONNECT, this::polled);
        listen(
                Channel.META_DISCONNECT,
                message -> giveUp(MetaFailure.forgotten("the server disconnected this client"), null));
        client.handshake();
    }

    /** Whether a stream of this channel can join. */
    boolean takes(URI wantedUrl, StreamingChannel channel) {
        return !over.get() && instanceUrl.equals(wantedUrl) && !used.contains(channel.withoutFilter());
    }

    void join(CometDStream stream) {
        String channel = stream.channel().withoutFilter();
        streams.put(channel, stream);
        used.add(channel);
        stream.joined(this);
        if (handshaken) {
            subscribe(stream);
        }
    }

    /** Tells the server; the last stream takes the client with it. */
    @Override
    public void leave(CometDStream stream) {
        if (!streams.remove(stream.channel().withoutFilter(), stream) || over.get()) {
            return;
        }
        if (streams.isEmpty()) {
            disconnect();
        } else {
            client.getChannel(stream.channel().name()).unsubscribe(ARRIVES_BY_TRANSPORT);
            roomMade();
        }
    }

    @Override
    public void roomMade() {
        if (streams.values().stream().noneMatch(CometDStream::holdsBack)) {
            holdBack.release();
        }
    }

    /**
     * Ends every stream on this client.
     *
     * @param token the one that the failed request was sent with, if that matters
     */
    void endAll(MetaFailure failure, @Nullable String token) {
        List<CometDStream> ending = List.copyOf(streams.values());
        ending.forEach(stream -> stream.end(failure.endOf(stream.channel(), token)));
    }

    /** Completes when the server has answered that the client is gone, or there is no hope of an answer. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Gives the client up without a word to the server. On any thread. */
    void abandon() {
        over.set(true);
        gone.complete(null);
    }

    private void disconnect() {
        over.set(true);
        holdBack.close();
        gone.completeOnTimeout(null, DISCONNECT_MILLIS, TimeUnit.MILLISECONDS);
        if (known) {
            sendDisconnect();
        }
    }

    /** From here on CometD sends nothing else. */
    private void sendDisconnect() {
        client.disconnect(answer -> gone.complete(null));
    }

    private void poll(Runnable send) {
        owner.execute(() -> {
            if (over.get()) {
                return;
            }
            if (streams.values().stream().anyMatch(CometDStream::holdsBack)) {
                LOG.debug("The next poll waits until there is room for events");
                holdBack.hold(send);
            } else {
                send.run();
            }
        });
    }

    private void listen(String channel, ClientSession.MessageListener onSuccess) {
        client.getChannel(channel).addListener((ClientSessionChannel.MessageListener) (source, message) -> {
            if (message.isSuccessful() || channel.equals(Channel.META_DISCONNECT)) {
                onSuccess.onMessage(message);
            } else {
                giveUp(MetaFailure.of(message), transport.tokenOf(message));
            }
        });
    }

    private void answered(List<Message.Mutable> messages) {
        messages.stream().filter(Message::isSuccessful).forEach(transport::tokenOf);
        List<Message> events = messages.stream()
                .filter(message -> message.getData() != null && !message.isMeta())
                .map(Message.class::cast)
                .toList();
        if (!events.isEmpty()) {
            owner.execute(() -> events.forEach(this::arrived));
        }
    }

    private void arrived(Message event) {
        CometDStream stream = streams.get(StreamingChannel.withoutFilter(event.getChannel()));
        if (stream != null) {
            stream.arrived(event);
        }
    }

    private void handshaken() {
        if (over.get()) {
            sendDisconnect();
            return;
        }
        handshaken = true;
        List.copyOf(streams.values()).forEach(this::subscribe);
    }

    private void polled(Message answer) {
        Map<String, Object> advice = answer.getAdvice();
        owner.advised(advice);
        Object reconnect = advice == null ? null : advice.get(Message.RECONNECT_FIELD);
        if (Message.RECONNECT_NONE_VALUE.equals(reconnect) || Message.RECONNECT_HANDSHAKE_VALUE.equals(reconnect)) {
            giveUp(MetaFailure.forgotten("the server no longer accepts this client"), null);
        } else {
            owner.execute(() -> List.copyOf(streams.values()).forEach(CometDStream::alive));
        }
    }

    /**
     * At once, on the thread that reports the failure: CometD would go on by itself otherwise. A server that may still
     * have the client is told, since an org has room for few of them.
     */
    private void giveUp(MetaFailure failure, @Nullable String token) {
        if (!over.compareAndSet(false, true)) {
            if (!known) {
                gone.complete(null);
            }
            return;
        }
        if (known && failure.leavesClientBehind()) {
            sendDisconnect();
            gone.completeOnTimeout(null, DISCONNECT_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            gone.complete(null);
        }
        owner.execute(() -> {
            LOG.debug("The streaming connection is lost: {}", failure.text());
            holdBack.close();
            endAll(failure, token);
        });
    }

    private void subscribe(CometDStream stream) {
        replay.startAt(stream.channel(), stream.replayId());
        client.getChannel(stream.channel().name()).subscribe(ARRIVES_BY_TRANSPORT, answer -> {
            String token = transport.tokenOf(answer);
            owner.execute(() -> subscribed(stream, answer, token));
        });
    }

    private void subscribed(CometDStream stream, Message answer, @Nullable String token) {
        if (stream.isOver() || over.get()) {
            return;
        }
        if (answer.isSuccessful()) {
            stream.confirm();
            return;
        }
        MetaFailure failure = MetaFailure.of(answer);
        if (failure.endsClient()) {
            giveUp(failure, token);
        } else {
            stream.end(failure.endOf(stream.channel(), token));
        }
    }
}
