package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** The streams that are open. Counted by any thread, all else on the one thread of the Pub/Sub API. */
final class Streams {

    private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();

    void add(OpenStream stream) {
        open.add(stream);
    }

    void remove(OpenStream stream) {
        open.remove(stream);
    }

    int subscriptions() {
        return openSubscriptions().size();
    }

    int publishers() {
        return (int) open.stream().filter(OpenStream::publishes).count();
    }

    List<OpenSubscription> openSubscriptions() {
        return open.stream()
                .flatMap(stream -> Optional.ofNullable(stream.subscription()).stream())
                .toList();
    }

    void stall() {
        open.forEach(OpenStream::stall);
    }

    void deliver() {
        List.copyOf(open).forEach(OpenStream::deliver);
    }

    void tick(Instant now) {
        List.copyOf(open).forEach(stream -> stream.tick(now));
    }

    void end(Session session) {
        List.copyOf(open).stream()
                .filter(stream -> stream.rpc().session().token().equals(session.token()))
                .forEach(stream ->
                        stream.fail(PubSubError.AUTHENTICATION.in(stream.rpc().id())));
    }
}
