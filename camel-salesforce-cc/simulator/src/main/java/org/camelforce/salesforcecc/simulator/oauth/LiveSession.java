package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Duration;
import java.time.Instant;

/** A session with its clock. Guarded by the lock of {@link Sessions}. */
final class LiveSession {

    private final Session session;
    private final String scope;
    private final Duration timeout;
    private final Instant issuedAt;
    private Instant lastUse;

    LiveSession(Session session, String scope, Duration timeout, Instant issuedAt) {
        this.session = session;
        this.scope = scope;
        this.timeout = timeout;
        this.issuedAt = issuedAt;
        this.lastUse = issuedAt;
    }

    Session session() {
        return session;
    }

    void use(Instant now) {
        lastUse = now;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(lastUse.plus(timeout));
    }

    SessionDetails details() {
        return new SessionDetails(session, scope, issuedAt, lastUse.plus(timeout));
    }
}
