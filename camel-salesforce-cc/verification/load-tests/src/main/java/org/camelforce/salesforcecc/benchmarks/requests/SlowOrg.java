package org.camelforce.salesforcecc.benchmarks.requests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Makes one of the orgs slow, from the control requests for it until the one for its end: its queries take 30 seconds,
 * and its token endpoint does not answer. No thread waits meanwhile.
 */
final class SlowOrg extends Handler.Wrapper {

    /** How long a connection may be idle that waits for the answer to such a request. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** The path that makes queries slow. */
    static final String SLOW_QUERIES = "/slow-org/queries";

    /** The path that makes the token endpoint silent. */
    static final String SILENT_LOGINS = "/slow-org/logins";

    /** The path that ends both. It answers how many queries and logins have waited. */
    static final String END = "/slow-org/end";

    private static final Duration QUERY = Duration.ofSeconds(30);

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queries = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private volatile boolean slowQueries;
    private volatile boolean silentLogins;

    private record Waiting(Request request, Response response, Callback callback) {}

    SlowOrg(Handler orgs) {
        super(orgs);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (List.of(SLOW_QUERIES, SILENT_LOGINS, END).contains(path)) {
            control(path, response, callback);
            return true;
        }
        if (!Request.getServerName(request).equals(Instances.host(0))) {
            return super.handle(request, response, callback);
        }
        Waiting one = new Waiting(request, response, callback);
        if (silentLogins && path.equals("/services/oauth2/token")) {
            logins.incrementAndGet();
            waiting.add(one);
            return true;
        }
        if (slowQueries && path.contains("/query")) {
            queries.incrementAndGet();
            waiting.add(one);
            CompletableFuture.delayedExecutor(QUERY.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> answer(one));
            return true;
        }
        return super.handle(request, response, callback);
    }

    private void control(String path, Response response, Callback callback) {
        if (path.equals(SLOW_QUERIES)) {
            slowQueries = true;
        } else if (path.equals(SILENT_LOGINS)) {
            silentLogins = true;
        } else {
            slowQueries = false;
            silentLogins = false;
            List.copyOf(waiting).forEach(this::answer);
        }
        String counts = queries.get() + " " + logins.get();
        response.write(true, ByteBuffer.wrap(counts.getBytes(StandardCharsets.US_ASCII)), callback);
    }

    private void answer(Waiting one) {
        if (!waiting.remove(one)) {
            return;
        }
        try {
            super.handle(one.request(), one.response(), one.callback());
        } catch (Exception e) {
            one.callback().failed(e);
        }
    }
}
