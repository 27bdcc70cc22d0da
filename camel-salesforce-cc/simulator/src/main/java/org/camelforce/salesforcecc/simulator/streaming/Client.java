package org.camelforce.salesforcecc.simulator.streaming;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.oauth.SessionRegistry.Hold;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.ServerSessionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A CometD client: whose it is, which session keeps it alive, and what it has subscribed to. Safe for use by several
 * threads.
 */
final class Client extends ServerSessionImpl {

    private final SessionRegistry sessions;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Hold> held = new AtomicReference<>();
    private volatile @Nullable Session session;
    private volatile boolean sessionEnded;
    private volatile boolean released;
    private volatile boolean stalled;
    private final AtomicBoolean answerLost = new AtomicBoolean();

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

    /** Answers the held connect with a refusal if that session is the one that keeps this client alive. */
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

    /** From now on no connect is answered, the held one neither. */
    void stall() {
        stalled = true;
    }

    boolean isStalled() {
        return stalled;
    }

    /** The next answer with events does not arrive, and the events are not sent again. */
    void loseNextAnswer() {
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
        return sessionEnded || released || super.shouldSchedule();
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

    int subscriptionCount() {
        return subscriptions.size();
    }

    @Override
    protected boolean removed(ServerMessage message, boolean timeout) {
        boolean wasHandshook = super.removed(message, timeout);
        cancelSubscriptions();
        hold(null);
        return wasHandshook;
    }

    private void cancelSubscriptions() {
        subscriptions.values().forEach(Subscription::cancel);
        subscriptions.clear();
    }
}
