package org.camelforce.salesforcecc.simulator.internal.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.events.Events;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.data.RecordChange;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The Streaming API of one org: the event log, and a CometD server that delivers from it (Streaming API Developer
 * Guide). Its threads start with the servlet and end with {@link #close}. Safe for use by several threads.
 */
public final class StreamingService implements Events, EventBus, AutoCloseable {

    private final StreamingConfig config;
    private final EventLog log;
    private final ChangeEventConverter changeEvents;
    private final PushTopics pushTopics;
    private final Clients clients;
    private final StreamingServlet servlet;

    /**
     * Nothing runs yet. The caller makes record changes known through {@link #recordsChanged}.
     *
     * @param config what the org has, and the timings
     * @param records where PushTopics and streaming channels are looked up, and PushTopic queries evaluated
     * @param sessions the live sessions, which held connects keep from timing out
     * @param faults what goes wrong on {@code /meta/handshake}, {@code /meta/connect} and {@code /meta/subscribe}, and
     *     when events are delivered
     * @param endAllSessions ends every session of the org, for the fault of that name
     * @param time tells when events were created and when they expire
     * @param random draws replay ids and UUIDs
     */
    public StreamingService(
            StreamingConfig config,
            RecordStore records,
            SessionRegistry sessions,
            Faults faults,
            Runnable endAllSessions,
            InstantSource time,
            RandomGenerator random) {
        this.config = config;
        changeEvents = new ChangeEventConverter(config.schema());
        log = new EventLog(config::retention, time, random);
        pushTopics = new PushTopics(records);
        clients = new Clients(config, sessions);
        servlet = new StreamingServlet(clients);
        Subscribing subscribing = new Subscribing(
                new Channels(config, records),
                log,
                new EventData(config.eventDefinitions(), config.schema()),
                clients::execute,
                new DeliveryFaultInjector(faults, endAllSessions));
        MetaMessageRules rules = new MetaMessageRules(
                new ApiVersionPath(config.apiVersions()), new Authentication(sessions), subscribing);
        clients.addTransport(new StreamingTransport(clients, rules, faults, endAllSessions));
        log.addListener(event -> clients.all().forEach(client -> client.wakeUp(event.channels())));
        sessions.addEndListener(session -> clients.all().forEach(client -> client.endIfKeptAliveBy(session)));
    }

    /** @return the CometD endpoint, to be mounted once at {@code /cometd/*} with asynchronous support */
    public HttpServlet servlet() {
        return servlet;
    }

    /** @return the org's events, for every protocol that delivers them */
    public EventLog log() {
        return log;
    }

    @Override
    public String publishPlatformEvent(String type, ObjectNode payload, String userId) {
        NewEvent event =
                new NewEvent(LoggedEvent.Kind.PLATFORM_EVENT, List.of("/event/" + type), type, payload, userId);
        return log.append(event).uuid();
    }

    @Override
    public void publishGeneric(String channel, String payload) {
        ObjectNode text = JsonNodeFactory.instance.objectNode().put("payload", payload);
        log.append(new NewEvent(LoggedEvent.Kind.GENERIC, List.of(channel), channel, text, ""));
    }

    @Override
    public List<LoggedEvent> after(String channel, long replayId, int max) {
        return log.after(channel, replayId, max);
    }

    @Override
    public long deliveries() {
        return log.deliveries();
    }

    @Override
    public void addListener(Consumer<LoggedEvent> listener) {
        log.addListener(listener);
    }

    @Override
    public void recordsChanged(List<RecordChange> changes) {
        MergedChange.merge(changes).stream()
                .filter(change -> config.capturedEntities().test(change.first().type()))
                .map(changeEvents::of)
                .forEach(log::append);
        changes.forEach(change -> pushTopics.of(change).forEach(log::append));
    }

    /** @return how many clients have shaken hands and are still known */
    public int clients() {
        return (int) clients.all().count();
    }

    int queued() {
        return clients.all().mapToInt(Client::queued).sum();
    }

    /** @return how many connects are held now; their sessions do not time out */
    public int heldConnects() {
        return (int) clients.all().filter(Client::isHolding).count();
    }

    /** @return how many subscriptions all clients have */
    public int subscriptions() {
        return clients.all().mapToInt(Client::subscriptionCount).sum();
    }

    /** @return the subscriptions of all clients */
    public List<OpenSubscription> openSubscriptions() {
        return clients.all()
                .flatMap(client -> client.openSubscriptions().stream())
                .toList();
    }

    /** Leaves the clients that are there without any answer to their connects from now on. */
    public void stallClients() {
        clients.all().forEach(Client::stall);
    }

    /** Answers held connects, forgets every client and ends the threads. May be called more than once. */
    @Override
    public void close() {
        servlet.close();
        clients.all().forEach(client -> {
            client.release();
            clients.forget(client);
        });
        LifeCycle.stop(clients);
    }
}
