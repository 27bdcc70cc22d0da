package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.ToLongFunction;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.oauth.OAuthEndpoints;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.ServletMapping;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * The web server of one simulated org. Servlets and filters are added before {@link #start}. All its threads are
 * daemons, carry its name and end with {@link #close}.
 */
public final class SimulatorServer implements AutoCloseable {

    private static final String TOKEN_POST = "POST";
    // REST API Developer Guide: 414 for a URI, 431 for URI and headers, over 16,384 bytes.
    private static final int MAX_HEADER_BYTES = 16_384;
    // A login is shorter, and the web server reads a form in a time that grows with the square of its length.
    private static final int MAX_FORM_BYTES = 16_384;
    // Connections that wait to be accepted; the system may allow fewer.
    private static final int BACKLOG = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    // Long enough for a long poll of 110 s and for the longest call that Salesforce allows.
    private static final long IDLE_TIMEOUT_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final Set<UriCompliance.Violation> ALLOWED_IN_RECORD_PATHS = EnumSet.of(
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
    private final RequestRecorder recorder = new RequestRecorder(List.of(TOKEN_POST + " " + OAuthEndpoints.TOKEN_PATH));
    private final Map<String, HttpServlet> servlets = new LinkedHashMap<>();
    private final ScheduledThreadPoolExecutor scheduler;
    private volatile ToLongFunction<Request> longest = request -> BodyLimits.OF_ANYBODY;

    /**
     * @param name prefix of all thread names
     * @param address the address to listen on
     * @param port the port, 0 for any free one
     * @param maxThreads upper limit of threads that serve requests, at least 8; held requests and long polls take none
     * @param tls key and certificate for https; null for plain http
     * @param time the org's clock, which header {@code Date} shows
     */
    public SimulatorServer(
            String name, String address, int port, int maxThreads, @Nullable SSLContext tls, InstantSource time) {
        QueuedThreadPool threads = new QueuedThreadPool(maxThreads, Math.min(4, maxThreads));
        threads.setName(name);
        threads.setDaemon(true);
        scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name + "-faults");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        server = new Server(threads, new ScheduledExecutorScheduler(name + "-scheduler", true), null);
        connector = new ServerConnector(server, 1, 1, protocols(tls, time));
        connector.setHost(address);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
        server.addConnector(connector);
        context.setContextPath("/");
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.setMaxFormContentSize(MAX_FORM_BYTES);
        ErrorPages errors = new ErrorPages();
        context.setErrorHandler(errors);
        server.setErrorHandler(errors);
        BodyReceiver receiver = new BodyReceiver(request -> longest.applyAsLong(request), PATIENCE);
        PathNormalizer paths = new PathNormalizer();
        paths.setHandler(context);
        receiver.setHandler(paths);
        AnswerTimer timer = new AnswerTimer(PATIENCE);
        timer.setHandler(receiver);
        recorder.setHandler(timer);
        server.setHandler(recorder);
        mount("/", new NotFoundServlet());
    }

    /**
     * Adds a servlet, in place of the one that was added for the same path before, if any; asynchronous processing is
     * supported.
     *
     * @param path path specification of the Servlet Specification, for example {@code /services/data/*}
     * @param servlet what serves it
     */
    public void mount(String path, HttpServlet servlet) {
        servlets.put(path, servlet);
    }

    /**
     * Adds a filter behind those that were added before; asynchronous processing is supported.
     *
     * @param path path specification of the Servlet Specification
     * @param filter the filter
     */
    public void filter(String path, Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }

    /**
     * Injects faults at the OAuth and REST paths and, between the two points of the REST paths, checks sessions.
     *
     * @param faults the faults
     * @param endAllSessions what ends every session of the org
     * @param sessions filter that checks sessions
     */
    public void guard(Faults faults, Runnable endAllSessions, SessionFilter sessions) {
        longest = new BodyLimits(sessions);
        filter("/*", new CharsetFilter());
        filter(OAuthEndpoints.TOKEN_PATH, before(FaultPoint.TOKEN_REQUEST, faults, endAllSessions));
        RequestFaultFilter oauth = before(FaultPoint.OAUTH_REQUEST, faults, endAllSessions);
        for (String path : OAuthEndpoints.OTHER_PATHS) {
            filter(path, oauth);
        }
        RequestFaultFilter request = before(FaultPoint.REST_REQUEST, faults, endAllSessions);
        ResponseFaultFilter response =
                new ResponseFaultFilter(FaultPoint.REST_RESPONSE, faults, endAllSessions, scheduler);
        for (String path : RestPaths.PATTERNS) {
            filter(path, request);
            filter(path, sessions);
            filter(path, new DecompressionFilter());
            filter(path, new TextFilter());
            filter(path, response);
        }
    }

    /**
     * Opens the port and starts serving. If that fails, the caller closes this as well.
     *
     * @throws UncheckedIOException if the port is in use
     * @throws IllegalStateException if a servlet or filter does not start
     */
    public void start() {
        addServlets();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + connector.getHost() + ":" + connector.getPort(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the server did not start", e);
        }
    }

    /** @return the port it listens on; not positive before {@link #start} and after {@link #close} */
    public int port() {
        return connector.getLocalPort();
    }

    /** @return whether it speaks https, and no plain http */
    public boolean isSecure() {
        return connector.getConnectionFactory(SslConnectionFactory.class) != null;
    }

    /** @return how many client connections are open now */
    public int openConnections() {
        return connector.getConnectedEndPoints().size();
    }

    /** @param listener is called for all requests from now on */
    public void addListener(RequestListener listener) {
        recorder.addListener(listener);
    }

    /**
     * @return the latest requests, up to 100,000 and to 16,000,000 characters of their paths, in the order of their
     *     arrival
     */
    public List<RecordedRequest> requestLog() {
        return recorder.requests();
    }

    /** @return how many POSTs the token endpoint's path has had since the start, whatever became of them */
    public long tokenRequests() {
        return recorder.count(TOKEN_POST, OAuthEndpoints.TOKEN_PATH);
    }

    /** Closes the port and all connections, and ends all threads. Requests under way are cut. Safe to call again. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }

    // All at once: for each servlet that is added alone, Jetty compares all of them with each other.
    private void addServlets() {
        Map<HttpServlet, ServletHolder> holders = new LinkedHashMap<>();
        List<ServletMapping> mappings = new ArrayList<>();
        servlets.forEach((path, servlet) -> {
            ServletMapping mapping = new ServletMapping();
            mapping.setServletName(
                    holders.computeIfAbsent(servlet, SimulatorServer::holder).getName());
            mapping.setPathSpec(path);
            mappings.add(mapping);
        });
        ServletHandler handler = context.getServletHandler();
        handler.setServlets(holders.values().toArray(ServletHolder[]::new));
        handler.setServletMappings(mappings.toArray(ServletMapping[]::new));
    }

    private static ServletHolder holder(HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        return holder;
    }

    private RequestFaultFilter before(FaultPoint point, Faults faults, Runnable endAllSessions) {
        return new RequestFaultFilter(point, faults, endAllSessions, scheduler);
    }

    private static ConnectionFactory[] protocols(@Nullable SSLContext tls, InstantSource time) {
        HttpConnectionFactory http = new HttpConnectionFactory(httpConfiguration(time));
        if (tls == null) {
            return new ConnectionFactory[] {http};
        }
        SslContextFactory.Server keys = new SslContextFactory.Server();
        keys.setSslContext(tls);
        return new ConnectionFactory[] {new SslConnectionFactory(keys, http.getProtocol()), http};
    }

    private static HttpConfiguration httpConfiguration(InstantSource time) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        configuration.addCustomizer((request, answer) -> {
            answer.put(HttpHeader.DATE, DateGenerator.formatDate(time.instant()));
            return request;
        });
        configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
        configuration.setUriCompliance(UriCompliance.from(ALLOWED_IN_RECORD_PATHS));
        return configuration;
    }
}
