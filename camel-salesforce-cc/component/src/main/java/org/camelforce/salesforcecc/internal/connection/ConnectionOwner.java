package org.camelforce.salesforcecc.internal.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Keeps the requests of one component apart from those of others that share its HTTP client: they have connections and
 * queues of their own, with limits of their own, even if they go to the same host. Safe for use by several threads.
 */
public final class ConnectionOwner {

    private final Response.HeadersListener answers;
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();

    /** What requests are for. Each use has connections of its own: a login does not wait for slow requests. */
    public enum Use {
        /** Logins. */
        LOGINS,
        /** Operations. */
        OPERATIONS,
        /** Long polling of the Streaming API. */
        STREAMS
    }

    private record Tag(ConnectionOwner owner, Use use) {}

    /** @param answers is told of the headers of each answer */
    public ConnectionOwner(Response.HeadersListener answers) {
        this.answers = answers;
    }

    /**
     * @param request not sent yet
     * @param use what it is for
     * @return the request
     */
    public Request own(Request request, Use use) {
        if (use != Use.OPERATIONS) {
            // a server may compress its answers unless it is told not to, and only those of operations are decoded
            request.headers(headers -> headers.put(HttpHeader.ACCEPT_ENCODING, "identity"));
        }
        return request.tag(new Tag(this, use))
                .onRequestQueued(underWay::add)
                .onResponseHeaders(answers)
                .onComplete(result -> underWay.remove(request));
    }

    /** {@return whether connections to a destination carry operations, and nothing else} */
    static boolean isForOperations(Destination destination) {
        return destination.getOrigin().getTag() instanceof Tag tag && tag.use() == Use.OPERATIONS;
    }

    /**
     * Ends all requests that are under way, and their connections.
     *
     * @param client has sent them
     * @param why what the requests fail with
     */
    public void close(HttpClient client, Throwable why) {
        underWay.forEach(request -> request.abort(why));
        for (Destination destination : client.getDestinations()) {
            if (destination.getOrigin().getTag() instanceof Tag tag && tag.owner() == this) {
                LifeCycle.stop(destination);
                client.removeDestination(destination);
            }
        }
    }
}
