package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.subscription.stream.EventSource;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.cometd.bayeux.Message;
import org.cometd.client.BayeuxClient;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Streaming API streams of one component. An org has room for few clients, so streams share one where they can: a
 * stream joins the first client that has never been subscribed to its channel, because replay positions are per client
 * and channel. Safe for use by several threads; the state of all connections is confined to the scheduler's thread.
 */
public final class CometDStreams implements AutoCloseable {

    private static final Duration USUAL_POLL = Duration.ofSeconds(110);
    private static final Duration MAX_HOLD = Duration.ofSeconds(10);
    private static final long CLOSE_MILLIS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(CometDStreams.class);

    private final SalesforceComponent component;
    private final HttpClient httpClient;
    private final ConnectionOwner owner;
    private final ApiClient client;
    private final OrgLogin login;
    private final ScheduledExecutorService scheduler;
    private final Duration maxHold;
    private final Set<CometDConnection> connections = ConcurrentHashMap.newKeySet();
    /** How long the server holds a poll before it answers without an event. */
    private volatile Duration longestPoll = USUAL_POLL;

    private boolean closed;

    /**
     * @param component a started one: tells API version and {@code longPollingTransportProperties}
     * @param httpClient sends the requests of streams
     * @param owner whose connections they have
     * @param client sends requests of the REST API
     * @param login supplies the tokens
     * @param scheduler with one thread; the caller shuts it down after {@link #close}
     */
    public CometDStreams(
            SalesforceComponent component,
            HttpClient httpClient,
            ConnectionOwner owner,
            ApiClient client,
            OrgLogin login,
            ScheduledExecutorService scheduler) {
        this(component, httpClient, owner, client, login, scheduler, MAX_HOLD);
    }

    /** @param maxHold how long a poll waits for room, well below the 40 s after which Salesforce forgets a client */
    CometDStreams(
            SalesforceComponent component,
            HttpClient httpClient,
            ConnectionOwner owner,
            ApiClient client,
            OrgLogin login,
            ScheduledExecutorService scheduler,
            Duration maxHold) {
        this.component = component;
        this.httpClient = httpClient;
        this.owner = owner;
        this.client = client;
        this.login = login;
        this.scheduler = scheduler;
        this.maxHold = maxHold;
    }

    /**
     * @param endpoint names the channel, and how its events become bodies
     * @return the source of one consumer's events; its listeners are called on the scheduler's thread
     * @throws IllegalArgumentException if the endpoint's options do not fit together
     */
    public EventSource source(SalesforceEndpoint endpoint) {
        return new CometDSource(endpoint, client, () -> longestPoll, this::execute, this::attach);
    }

    /**
     * Ends the streams that are still open, tells the server, and waits for its answer at most two seconds. Not to be
     * called on the scheduler's thread.
     */
    @Override
    public void close() {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        execute(() -> {
            closed = true;
            List<CometDConnection> open = List.copyOf(connections);
            open.forEach(connection -> connection.endAll(MetaFailure.forgotten("the component is stopped"), null));
            CompletableFuture.allOf(open.stream().map(CometDConnection::gone).toArray(CompletableFuture<?>[]::new))
                    .thenRun(() -> gone.complete(null));
        });
        try {
            gone.get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("No answer to the end of the streaming connections", e);
        } finally {
            connections.forEach(CometDConnection::abandon);
        }
    }

    /** Runs on the scheduler's thread, or not at all once that is shut down. */
    private void execute(Runnable work) {
        try {
            scheduler.execute(() -> guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped: ignoring a task");
        }
    }

    /** The scheduler would keep to itself what is thrown. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A streaming connection has a defect; its streams are opened again if they stay silent", e);
        }
    }

    /** Finds or opens a connection for the stream as soon as there is a token. */
    private void attach(CometDStream stream) {
        login.tokens().obtain().whenComplete((entry, failure) -> execute(() -> attach(stream, entry, failure)));
    }

    private void attach(CometDStream stream, @Nullable TokenEntry entry, @Nullable Throwable failure) {
        if (stream.isOver()) {
            return;
        }
        if (closed || entry == null) {
            stream.end(failed(failure));
            return;
        }
        URI instanceUrl = login.instanceUrlOf(entry.token());
        try {
            connections.stream()
                    .filter(connection -> connection.takes(instanceUrl, stream.channel()))
                    .findFirst()
                    .ifPresentOrElse(connection -> connection.join(stream), () -> open(instanceUrl, stream));
        } catch (RuntimeException | Error e) {
            stream.end(StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "No streaming connection: " + e, e));
        }
    }

    private static StreamEnd failed(@Nullable Throwable failure) {
        if (failure == null) {
            return StreamEnd.of(StreamEnd.Kind.INTERRUPTED, "the component is stopped");
        }
        LoginException login = LoginException.of(failure);
        return StreamEnd.of(StreamEnd.Kind.INTERRUPTED, String.valueOf(login.getMessage()), login);
    }

    private void open(URI instanceUrl, CometDStream stream) {
        CometDConnection connection = new CometDConnection(new Shared(), instanceUrl);
        connections.add(connection);
        connection.join(stream);
        connection.open();
    }

    private final class Shared implements CometDConnection.Owner {

        @Override
        public LongPolling newTransport(Consumer<Runnable> polls) {
            return new LongPolling(component, httpClient, owner, login, polls);
        }

        @Override
        public BayeuxClient newClient(URI instanceUrl, LongPolling transport) {
            String version = component.getConfig().getApiVersion();
            return new BayeuxClient(instanceUrl + "/cometd/" + version, scheduler, transport);
        }

        @Override
        public PollThrottle newHoldBack(Runnable onExpired) {
            return new PollThrottle(scheduler, maxHold, onExpired);
        }

        @Override
        public void execute(Runnable work) {
            CometDStreams.this.execute(work);
        }

        @Override
        public void advised(@Nullable Map<String, Object> advice) {
            if (advice != null
                    && advice.get(Message.TIMEOUT_FIELD) instanceof Number millis
                    && millis.longValue() > 0) {
                longestPoll = Duration.ofMillis(millis.longValue());
            }
        }

        @Override
        public void gone(CometDConnection connection) {
            connections.remove(connection);
        }
    }
}
