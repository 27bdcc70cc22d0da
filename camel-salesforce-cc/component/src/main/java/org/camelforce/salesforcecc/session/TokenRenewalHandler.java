package org.camelforce.salesforcecc.session;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.SessionRejection;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.ProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.internal.HttpContentResponse;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.client.transport.ResponseListeners;
import org.jspecify.annotations.Nullable;

/**
 * What happens when Salesforce refuses a request's token: the token manager is told which token it was, the one login
 * in flight is joined, and the request is sent once more with the new token to the new instance URL. A second refusal
 * of the same request goes to the caller.
 */
final class TokenRenewalHandler implements ProtocolHandler {

    /** The name under which upstream installs its handler, which this one replaces. */
    static final String NAME = "CamelSalesforceSecurityHandler";

    private final ManagedSession session;
    private final int maxContentLength;
    private final long timeoutMillis;

    TokenRenewalHandler(ManagedSession session, int maxContentLength, long timeoutMillis) {
        this.session = session;
        this.maxContentLength = maxContentLength;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean accept(Request request, Response response) {
        return request instanceof ManagedRequest managed
                && managed.token() != null
                && SessionRejection.isPossible(response.getStatus());
    }

    @Override
    public Response.Listener getResponseListener() {
        return new BufferingResponseListener(maxContentLength) {
            @Override
            public void onComplete(Result result) {
                ManagedRequest request = (ManagedRequest) result.getRequest();
                Response response =
                        new HttpContentResponse(result.getResponse(), getContent(), getMediaType(), getEncoding());
                if (result.isFailed()) {
                    passOnFailure(request, response, result.getFailure());
                } else if (SessionRejection.isOne(response.getStatus(), text(getContent()))) {
                    renew(request, response);
                } else {
                    passOn(request, response);
                }
            }
        };
    }

    private void renew(ManagedRequest request, Response response) {
        String refused = request.token();
        if (refused == null) {
            passOn(request, response);
            return;
        }
        if (request.isReplay()) {
            passOnSecondRefusal(request, response, refused);
            return;
        }
        session.tokens()
                .renew(refused)
                .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .whenComplete((entry, failure) -> {
                    if (failure != null) {
                        passOnFailure(request, response, LoginException.of(failure));
                        return;
                    }
                    try {
                        replay(request, response, entry);
                    } catch (RuntimeException e) {
                        // for example because the client is stopping; the caller must hear of it
                        passOnFailure(request, response, e);
                    }
                });
    }

    /** Reported for the sake of the next request; this one does not wait for another login. */
    private void passOnSecondRefusal(ManagedRequest request, Response response, String refused) {
        CompletableFuture<TokenEntry> next = session.tokens().renew(refused);
        if (next.isCompletedExceptionally()) {
            next.whenComplete((entry, failure) -> passOnFailure(request, response, LoginException.of(failure)));
        } else {
            passOn(request, response);
        }
    }

    private void replay(ManagedRequest request, Response response, TokenEntry entry) {
        AccessToken token = entry.token();
        ManagedRequest replay = request.replayWith(token.value(), session.instanceUrlOf(token));
        if (replay == null) {
            passOnFailure(
                    request,
                    response,
                    new SalesforceException(
                            "The access token was refused and has been renewed, but the request was not sent again because its"
                                    + " body cannot be read a second time",
                            response.getStatus()));
            return;
        }
        Throwable aborted = request.getAbortCause();
        if (aborted != null) {
            passOnFailure(request, response, aborted);
            return;
        }
        request.getConversation().updateResponseListeners(null);
        session.requests().replayed();
        replay.send(null);
    }

    private static void passOn(HttpRequest request, Response response) {
        listeners(request).emitSuccessComplete(new Result(request, response));
    }

    private static void passOnFailure(HttpRequest request, Response response, Throwable failure) {
        listeners(request).emitFailureComplete(new Result(request, null, response, failure));
    }

    private static ResponseListeners listeners(HttpRequest request) {
        HttpConversation conversation = request.getConversation();
        conversation.updateResponseListeners(null);
        return conversation.getResponseListeners();
    }

    /** The codes looked for are ASCII, whatever charset the answer names. */
    private static String text(byte @Nullable [] content) {
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }
}
