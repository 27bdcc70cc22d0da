package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import org.apache.camel.RuntimeCamelException;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.client.transport.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request of upstream's API clients. Its body can be read again: one that cannot is read into memory before the first
 * byte is sent, as upstream does for streams, and a body that fails while it is read fails the request instead of being
 * cut short. It passes a {@link RequestGuard} each time that it is sent.
 */
final class ManagedRequest extends HttpRequest {

    private static final String BULK_TOKEN_HEADER = HttpHeaders.BULK_TOKEN;
    private static final String TOKEN_HEADER = HttpHeaders.TOKEN;

    private final RequestGuard guard;
    private final ContinuationExecutor workers;
    private final @Nullable RequestShape shape;
    private final @Nullable Answer answer;
    private final boolean replay;

    /** @param workers continue the route after the answer */
    ManagedRequest(
            HttpClient client,
            HttpConversation conversation,
            URI uri,
            RequestGuard guard,
            ContinuationExecutor workers) {
        this(client, conversation, uri, guard, workers, RequestGuard.shape(), Answer.current(), false);
    }

    private ManagedRequest(
            HttpClient client,
            HttpConversation conversation,
            URI uri,
            RequestGuard guard,
            ContinuationExecutor workers,
            @Nullable RequestShape shape,
            @Nullable Answer answer,
            boolean replay) {
        super(client, conversation, uri);
        this.guard = guard;
        this.workers = workers;
        this.shape = shape;
        this.answer = answer;
        this.replay = replay;
    }

    /** Whether this is the second and last try of a request whose token was rejected. */
    boolean isReplay() {
        return replay;
    }

    /** The token that this request was sent with, or null if it had none. */
    @Nullable
    String token() {
        String authorization = getHeaders().get(TOKEN_HEADER);
        if (authorization != null) {
            return authorization.substring(authorization.indexOf(' ') + 1);
        }
        return getHeaders().get(BULK_TOKEN_HEADER);
    }

    /** This request once more, with another token and at another instance; null if its body cannot be read again. */
    @Nullable
    ManagedRequest replayWith(String token, URI instanceUrl) {
        Request.Content body = getBody();
        if (body != null && !body.rewind()) {
            return null;
        }
        ManagedRequest copy = (ManagedRequest) copy(at(instanceUrl));
        String authorization = getHeaders().get(TOKEN_HEADER);
        if (authorization != null) {
            String scheme = authorization.substring(0, authorization.indexOf(' ') + 1);
            copy.headers(headers -> headers.put(TOKEN_HEADER, scheme + token));
        }
        if (getHeaders().contains(BULK_TOKEN_HEADER)) {
            copy.headers(headers -> headers.put(BULK_TOKEN_HEADER, token));
        }
        return copy;
    }

    @Override
    public Request body(Request.@Nullable Content content) {
        return super.body(content == null || isRereadable(content) ? content : new UnreadContent(content));
    }

    @Override
    public void send(Response.@Nullable CompleteListener upstream) {
        Response.CompleteListener listener = listening(upstream);
        try {
            guard.finish(this, shape);
        } catch (RequestRefusedException e) {
            if (listener == null) {
                throw new RuntimeCamelException(e);
            }
            Response none = new HttpResponse(this);
            listener.onComplete(new Result(this, e, none, e));
            return;
        }
        if (getBody() instanceof UnreadContent unread) {
            super.body(unread.materialize());
        }
        super.send(listener);
    }

    @Override
    protected HttpRequest copyInstance(URI uri) {
        return new ManagedRequest(getHttpClient(), getConversation(), uri, guard, workers, shape, answer, true);
    }

    private Response.@Nullable CompleteListener listening(Response.@Nullable CompleteListener upstream) {
        if (answer != null && upstream instanceof Response.Listener listener) {
            return new AnswerListener(answer, listener, workers);
        }
        return upstream;
    }

    private URI at(URI instanceUrl) {
        URI uri = getURI();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(instanceUrl.getScheme() + "://" + instanceUrl.getRawAuthority() + uri.getRawPath() + query);
    }

    private static boolean isRereadable(Request.Content content) {
        return content instanceof BytesRequestContent
                || content instanceof ByteBufferRequestContent
                || content instanceof FailedContent;
    }
}
