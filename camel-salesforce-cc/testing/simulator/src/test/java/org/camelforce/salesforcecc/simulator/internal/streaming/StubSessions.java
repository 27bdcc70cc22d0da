package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** Sessions that live until a test ends them. */
final class StubSessions implements SessionRegistry {

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final List<Consumer<Session>> listeners = new CopyOnWriteArrayList<>();
    private volatile Runnable onHold = () -> {};

    /** Runs when a connect is about to be held. */
    void onHold(Runnable work) {
        onHold = work;
    }

    void open(String token, String userId) {
        sessions.put(token, new Session(token, userId, userId + "@example.com", "00D000000000001AAA", "app"));
    }

    void end(String token) {
        Session ended = sessions.remove(token);
        listeners.forEach(listener -> listener.accept(ended));
    }

    void endAll() {
        List.copyOf(sessions.keySet()).forEach(this::end);
    }

    @Override
    public Optional<Session> use(String token) {
        return peek(token);
    }

    @Override
    public Optional<Session> peek(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public Hold hold(String token) {
        onHold.run();
        return () -> {};
    }

    @Override
    public void addEndListener(Consumer<Session> listener) {
        listeners.add(listener);
    }
}
