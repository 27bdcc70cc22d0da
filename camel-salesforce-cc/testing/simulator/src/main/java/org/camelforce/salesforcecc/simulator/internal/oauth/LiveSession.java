package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.time.Duration;
import java.time.Instant;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/** A session with its clock. Guarded by the lock of {@link InMemorySessions}. */
final class LiveSession {

    private final Session session;
    private final String scope;
    private final Duration timeout;
    private final boolean sliding;
    private final Instant issuedAt;
    private Instant lastUse;
    private int holds;

    LiveSession(Session session, String scope, Duration timeout, boolean sliding, Instant issuedAt) {
        this.session = session;
        this.scope = scope;
        this.timeout = timeout;
        this.sliding = sliding;
        this.issuedAt = issuedAt;
        this.lastUse = issuedAt;
    }

    Session session() {
        return session;
    }

    boolean isSliding() {
        return sliding;
    }

    void use(Instant now) {
        lastUse = now;
    }

    void hold() {
        holds++;
    }

    void release(Instant now) {
        holds--;
        lastUse = now;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(end(now));
    }

    SessionDetails details(Instant now) {
        return new SessionDetails(session, scope, issuedAt, end(now));
    }

    private Instant end(Instant now) {
        if (!sliding) {
            return issuedAt.plus(timeout);
        }
        return (holds > 0 ? now : lastUse).plus(timeout);
    }
}
