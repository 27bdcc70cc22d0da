package org.camelforce.salesforcecc.internal.health;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Liveness of one component: DOWN if one of the threads that renew the token and drive the subscriptions has done
 * nothing of what it was given for {@value #MAX_SILENCE_SECONDS} seconds, which nothing but a restart of the process
 * repairs. Looked at twice at least before it is DOWN. It says nothing about Salesforce: an outage is the readiness
 * checks' business.
 */
public final class ThreadsHealthCheck extends AbstractHealthCheck {

    /** Seconds for which the thread of the token has been unresponsive. */
    public static final String TOKEN_THREAD_SILENT_SECONDS = "thread.token.silent.seconds";
    /** Seconds for which the thread of the subscriptions has been unresponsive. */
    public static final String SUBSCRIPTIONS_THREAD_SILENT_SECONDS = "thread.subscriptions.silent.seconds";

    static final long MAX_SILENCE_SECONDS = 60;

    private final Heartbeat token;
    private final Heartbeat subscriptions;

    ThreadsHealthCheck(String id, Heartbeat token, Heartbeat subscriptions) {
        super("camel", id);
        this.token = token;
        this.subscriptions = subscriptions;
    }

    @Override
    public boolean isLiveness() {
        return true;
    }

    /** Liveness only: it says nothing about whether requests would succeed. */
    @Override
    public boolean isReadiness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Duration ofToken = token.silence();
        Duration ofSubscriptions = subscriptions.silence();
        new DetailBuilder(builder)
                .seconds(TOKEN_THREAD_SILENT_SECONDS, ofToken)
                .seconds(SUBSCRIPTIONS_THREAD_SILENT_SECONDS, ofSubscriptions);
        if (isDead(ofToken)) {
            builder.message("The thread that renews the access token is stuck; restart the process")
                    .down();
        } else if (isDead(ofSubscriptions)) {
            builder.message("The thread that drives the subscriptions is stuck; restart the process")
                    .down();
        } else {
            builder.up();
        }
    }

    private static boolean isDead(Duration silence) {
        return silence.toSeconds() >= MAX_SILENCE_SECONDS;
    }
}
