package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry.Hold;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerMessageImpl;
import org.cometd.server.ServerSessionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A CometD client: whose it is, which session keeps it alive, and what it has subscribed to. One answer carries at most
 * {@value #MAX_EVENTS} events of together {@value #MAX_CHARACTERS} characters, but at least one; the rest comes with
 * the next one. Salesforce bounds its answers as well; its numbers are not known, so these are an assumption. Safe for
 * use by several threads.
 */
final class Client extends ServerSessionImpl implements Recipient {

    static final int MAX_EVENTS = 1_000;
    static final int MAX_CHARACTERS = 1 << 20;

    private final SessionRegistry sessions;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Hold> held = new AtomicReference<>();
    private volatile @Nullable Session session;
    private volatile boolean sessionEnded;
    private volatile boolean released;
    private volatile boolean stalled;
    private volatile boolean moreToCome;
    private final AtomicBoolean answerLost = new AtomicBoolean();
    private final Queue<Runnable> stalledConnects = new ConcurrentLinkedQueue<>();

    Client(BayeuxServerImpl bayeux, SessionRegistry sessions) {
        super(bayeux);
        this.sessions = sessions;
    }

    /** From now on this session keeps the client alive; a renewed token replaces the one of the handshake. */
    void belongTo(Session owner) {
        session = owner;
        sessionEnded = false;
    }

    boolean isOwnedBy(String userId) {
        Session owner = session;
        return owner != null && owner.userId().equals(userId);
    }

    /** Answers the held connect with an error if that session is the one that keeps this client alive. */
    void endIfKeptAliveBy(Session ended) {
        Session owner = session;
        if (owner != null && owner.token().equals(ended.token())) {
            sessionEnded = true;
            flush();
        }
    }

    boolean isSessionEnded() {
        return sessionEnded;
    }

    /** Answers the held connect now and holds none any more. */
    void release() {
        released = true;
        flush();
    }

    @Override
    public void stall() {
        stalled = true;
    }

    boolean isStalled() {
        return stalled;
    }

    /** Leaves a connect without an answer as long as there is this client; then {@code drop} ends its connection. */
    void leaveWaiting(Runnable drop) {
        stalledConnects.add(drop);
        if (isTerminated()) {
            dropStalled();
        }
    }

    private void dropStalled() {
        for (Runnable drop = stalledConnects.poll(); drop != null; drop = stalledConnects.poll()) {
            drop.run();
        }
    }

    @Override
    public void loseNextAnswer() {
        answerLost.set(true);
    }

    /** @return whether the answer that is due is the one to lose; its events are gone then */
    boolean losesAnswer() {
        if (queued() == 0 || !answerLost.compareAndSet(true, false)) {
            return false;
        }
        takeQueue(List.of());
        return true;
    }

    /** @return whether a connect was held last; also true after its connection has broken */
    boolean isHolding() {
        return held.get() != null;
    }

    /**
     * The session of a held connect does not time out (Streaming API Developer Guide, "Invalid Authentication": the
     * server keeps extending it).
     */
    @Override
    public void notifySuspended(ServerMessage message, long timeout) {
        Session owner = session;
        hold(owner == null ? null : sessions.hold(owner.token()));
        if (isTerminated()) {
            hold(null);
        }
        super.notifySuspended(message, timeout);
    }

    @Override
    public void notifyResumed(ServerMessage message, boolean timeout) {
        hold(null);
        super.notifyResumed(message, timeout);
    }

    private void hold(@Nullable Hold next) {
        Hold former = held.getAndSet(next);
        if (former != null) {
            former.close();
        }
    }

    /** Also true when a connect must not be held, so that one that is about to be held cannot miss the news. */
    @Override
    public boolean shouldSchedule() {
        return sessionEnded || released || moreToCome || isTerminated() || super.shouldSchedule();
    }

    @Override
    public List<ServerMessage> takeQueue(List<ServerMessage.Mutable> replies) {
        getLock().lock();
        try {
            List<ServerMessage> all = super.takeQueue(replies);
            int taken = fitting(all);
            getQueue().addAll(all.subList(taken, all.size()));
            moreToCome = taken < all.size();
            return all.subList(0, taken);
        } finally {
            getLock().unlock();
        }
    }

    private static int fitting(List<ServerMessage> messages) {
        int count = 0;
        long characters = 0;
        for (ServerMessage message : messages) {
            characters += lengthOf(message);
            if (count == MAX_EVENTS || count > 0 && characters > MAX_CHARACTERS) {
                break;
            }
            count++;
        }
        return count;
    }

    private static int lengthOf(ServerMessage message) {
        String json = message instanceof ServerMessageImpl queued ? queued.getJSON() : null;
        return json == null ? 0 : json.length();
    }

    void subscribe(Subscription subscription) {
        Subscription former = subscriptions.put(subscription.name().full(), subscription);
        if (former != null) {
            former.cancel();
        }
        if (isTerminated()) {
            cancelSubscriptions();
        }
        subscription.wakeUp();
    }

    boolean unsubscribe(String name) {
        Subscription former = subscriptions.remove(name);
        if (former != null) {
            former.cancel();
        }
        return former != null;
    }

    void wakeUp(List<String> channels) {
        subscriptions.values().stream()
                .filter(subscription -> channels.contains(subscription.name().channel()))
                .forEach(Subscription::wakeUp);
    }

    /** @return how many messages wait for the next connect */
    int queued() {
        getLock().lock();
        try {
            return getQueue().size();
        } finally {
            getLock().unlock();
        }
    }

    List<OpenSubscription> openSubscriptions() {
        return subscriptions.values().stream()
                .map(each -> new OpenSubscription(
                        OpenSubscription.Api.STREAMING, each.name().full(), each.position(), session, stalled))
                .toList();
    }

    int subscriptionCount() {
        return subscriptions.size();
    }

    @Override
    protected boolean removed(ServerMessage message, boolean timeout) {
        boolean wasHandshook = super.removed(message, timeout);
        cancelSubscriptions();
        hold(null);
        dropStalled();
        return wasHandshook;
    }

    private void cancelSubscriptions() {
        subscriptions.values().forEach(Subscription::cancel);
        subscriptions.clear();
    }
}
