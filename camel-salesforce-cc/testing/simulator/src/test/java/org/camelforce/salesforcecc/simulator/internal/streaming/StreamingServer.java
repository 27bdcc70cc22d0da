package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.ManualTime;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A streaming service behind a web server on loopback. */
final class StreamingServer implements AutoCloseable {

    static final String TOKEN = "token-1";

    final StubSessions sessions = new StubSessions();
    final StubRecords records = new StubRecords();
    final Faults faults = new Faults();
    final ManualTime time = new ManualTime(TestEvents.NOON);
    final StreamingService service;
    private final Server server;
    private final ServerConnector connector;

    StreamingServer() throws Exception {
        this(Duration.ofSeconds(110), Duration.ofSeconds(40));
    }

    StreamingServer(Duration connectTimeout, Duration maxInterval) throws Exception {
        this(connectTimeout, maxInterval, null);
    }

    /** With sessions of the test's own instead of {@link #sessions}. */
    StreamingServer(SessionRegistry registry) throws Exception {
        this(Duration.ofSeconds(110), Duration.ofSeconds(40), registry);
    }

    private StreamingServer(Duration connectTimeout, Duration maxInterval, SessionRegistry own) throws Exception {
        sessions.open(TOKEN, TestEvents.USER);
        SessionRegistry registry = own == null ? sessions : own;
        StreamingConfig config = StreamingConfig.of(
                        Set.of(TestEvents.ORDER)::contains, Set.of("Account")::contains, Set.of("67.0")::contains)
                .withTimings(connectTimeout, maxInterval);
        service = new StreamingService(config, records, registry, faults, sessions::endAll, time, new Random(7));
        QueuedThreadPool threads = new QueuedThreadPool(16);
        threads.setName("test-web");
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(service.servlet());
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/cometd/*");
        server.setHandler(context);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + connector.getLocalPort() + path;
    }

    @Override
    public void close() {
        service.close();
        LifeCycle.stop(server);
    }
}
