package org.camelforce.salesforcecc.simulator.internal.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.http.AnswerTimer;
import org.camelforce.salesforcecc.simulator.internal.http.BodyReceiver;
import org.camelforce.salesforcecc.simulator.internal.http.ErrorPages;
import org.camelforce.salesforcecc.simulator.internal.http.RequestListener;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryLoginHistory;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventLog;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * The console of one org: a page on a port of its own, apart from the org's own, so that neither its requests nor a
 * slow browser can be felt there. Its threads are daemons, carry its name and end with {@link #close}. Safe for use by
 * several threads.
 */
public final class ConsoleServer implements AutoCloseable {

    private static final int MAX_THREADS = 12;
    private static final long IDLE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final long LOOK_MILLIS = 200;
    private static final long LONGEST_BODY = 2L * ActionServlet.MAX_BYTES;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String host;
    private final RequestMonitor requests;
    private final Server server;
    private final ServerConnector connector;
    private final ScheduledThreadPoolExecutor watcher;

    /**
     * Watches the org from now on. The page is served from {@link #start} on.
     *
     * @param org the org
     * @param history its logins
     * @param events its events
     * @param name prefix of all thread names
     * @param address the address to listen on
     * @param host the host in the URL of the page
     * @param port the port, 0 for any free one
     */
    public ConsoleServer(
            ConsoleOrg org,
            InMemoryLoginHistory history,
            EventLog events,
            String name,
            String address,
            String host,
            int port) {
        this.host = host;
        ActivityLog log = new ActivityLog(org.time());
        requests = new RequestMonitor(log, org.time());
        new ActivityRecorder(log).listenTo(org, history, events);
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 1);
        threads.setName(name);
        threads.setDaemon(true);
        watcher = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name + "-watcher");
            thread.setDaemon(true);
            return thread;
        });
        server = new Server(threads, new ScheduledExecutorScheduler(name + "-scheduler", true), null);
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new ErrorPages());
        server.setErrorHandler(new ErrorPages());
        FilterHolder guard = new FilterHolder(new GuardFilter(this::hosts));
        guard.setAsyncSupported(true);
        context.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
        ChangesServlet changes =
                new ChangesServlet(new ChangeReport(log, requests, new Snapshot(org, requests), org.time()));
        mount(context, "/changes", changes);
        mount(context, "/actions/*", new ActionServlet(new Actions(org, log)));
        mount(context, "/", new PageServlet());
        BodyReceiver receiver = new BodyReceiver(request -> LONGEST_BODY, PATIENCE);
        receiver.setHandler(context);
        AnswerTimer timer = new AnswerTimer(PATIENCE);
        timer.setHandler(receiver);
        server.setHandler(timer);
        watcher.scheduleWithFixedDelay(changes::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @return what shows requests on the page, to be told of them */
    public RequestListener requests() {
        return requests;
    }

    /**
     * Opens the port. If that fails, the caller closes this as well.
     *
     * @throws UncheckedIOException if the port is in use
     */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + connector.getHost() + ":" + connector.getPort(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the console did not start", e);
        }
    }

    /** @return where the page is, for example {@code http://127.0.0.1:8281/} */
    public String url() {
        return "http://" + host + ":" + connector.getLocalPort() + "/";
    }

    /** Closes the port and all connections, and ends all threads. Safe to call again. */
    @Override
    public void close() {
        watcher.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the console did not stop", e);
        }
    }

    private Set<String> hosts() {
        int port = connector.getLocalPort();
        return Stream.of("localhost", "127.0.0.1", host)
                .map(name -> name + ":" + port)
                .collect(Collectors.toSet());
    }

    private static void mount(ServletContextHandler context, String path, HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
    }
}
