package org.camelforce.salesforcecc.internal.connection;

import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.internal.threads.ContinuationExecutor;
import org.camelforce.salesforcecc.internal.threads.ThreadPools;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The HTTP clients of one CamelContext, and the threads on which exchanges go on: one for each set of TLS, proxy,
 * connection and thread options, shared by every component that has these. One lives from the first {@link #acquire} to
 * the last {@link #release}. Safe for use by several threads.
 */
public final class SharedTransports {

    private static final int MAX_WAITING_CONTINUATIONS = 1_000;

    private final CamelContext camelContext;
    private final SharedByOptions<SharedTransport> transports = new SharedByOptions<>();

    private SharedTransports(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    /**
     * @param camelContext a context
     * @return the transports of that context
     */
    public static synchronized SharedTransports of(CamelContext camelContext) {
        SharedTransports transports = camelContext.getCamelContextExtension().getContextPlugin(SharedTransports.class);
        if (transports == null) {
            transports = new SharedTransports(camelContext);
            camelContext.getCamelContextExtension().addContextPlugin(SharedTransports.class, transports);
        }
        return transports;
    }

    /**
     * @param options what makes transports the same, compared with {@code equals}
     * @param settings how requests travel; used if this is the first caller with these options
     * @param threads how many worker threads there are before continuations wait; likewise
     * @param maxThreads how many there are at most; likewise
     * @return the transport of these options
     * @throws Exception if the HTTP client does not start
     */
    public SharedTransport acquire(Object options, TransportSettings settings, int threads, int maxThreads)
            throws Exception {
        return transports.acquire(options, () -> open(settings, threads, maxThreads));
    }

    /** @param options as given to {@link #acquire}, which has not failed */
    public void release(Object options) {
        SharedTransport last = transports.release(options);
        if (last == null) {
            return;
        }
        try {
            // what has an answer already goes on
            last.workers().end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            LifeCycle.stop(last.httpClient());
        }
    }

    private SharedTransport open(TransportSettings settings, int threads, int maxThreads) throws Exception {
        ApiHttpClient httpClient = new ApiHttpClient(settings);
        httpClient.start();
        return new SharedTransport(
                httpClient,
                new ContinuationExecutor(
                        camelContext,
                        ThreadPools.growingPool(
                                camelContext.getExecutorServiceManager(),
                                this,
                                "SalesforceHttpClient",
                                threads,
                                maxThreads,
                                MAX_WAITING_CONTINUATIONS),
                        ThreadPools.later()));
    }
}
