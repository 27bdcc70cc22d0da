package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.Map;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.AbstractServerTransport;
import org.cometd.server.BayeuxServerImpl;
import org.cometd.server.JacksonJSONContextServer;
import org.cometd.server.ServerSessionImpl;
import org.cometd.server.http.AbstractHttpTransport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** CometD's server with clients that know their Salesforce session. */
final class Clients extends BayeuxServerImpl {

    static final String COOKIE = "sfdc-stream";

    static final String THREADS = "salesforce-simulator-streaming";
    private static final int MAX_THREADS = 64;

    private final SessionRegistry sessions;

    /**
     * @param config tells the timings
     * @param sessions which are kept alive by held connects
     */
    Clients(StreamingConfig config, SessionRegistry sessions) {
        this.sessions = sessions;
        long sweepPeriod = Math.max(1, Math.min(997, config.maxInterval().toMillis() / 4));
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName(THREADS);
        threads.setDaemon(true);
        setExecutor(threads);
        setScheduler(new ScheduledExecutorScheduler(THREADS + "-scheduler", true));
        setOptions(Map.of(
                AbstractServerTransport.TIMEOUT_OPTION,
                config.connectTimeout().toMillis(),
                AbstractServerTransport.MAX_INTERVAL_OPTION,
                config.maxInterval().toMillis(),
                AbstractServerTransport.META_CONNECT_DELIVERY_OPTION,
                true,
                AbstractServerTransport.JSON_CONTEXT_OPTION,
                new JacksonJSONContextServer(),
                AbstractHttpTransport.BROWSER_COOKIE_NAME_OPTION,
                COOKIE,
                AbstractHttpTransport.MAX_SESSIONS_PER_BROWSER_OPTION,
                -1,
                SWEEP_PERIOD_OPTION,
                sweepPeriod));
    }

    @Override
    public ServerSessionImpl newServerSession() {
        return new Client(this, sessions);
    }

    Stream<Client> all() {
        return getSessions().stream().filter(Client.class::isInstance).map(Client.class::cast);
    }

    /** Drops a client's state without telling it; a connect that is held has nothing to wait for. */
    void forget(Client client) {
        removeServerSession(client, true);
        client.flush();
    }

    ServerMessage.Mutable replyTo(ServerMessage.Mutable message) {
        return createReply(message);
    }
}
