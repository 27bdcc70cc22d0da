package org.camelforce.salesforcecc.internal.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.token.Relocation;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.ProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.internal.HttpContentResponse;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.client.transport.HttpResponse;
import org.eclipse.jetty.client.transport.ResponseListeners;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.jspecify.annotations.Nullable;

/**
 * What happens when Salesforce rejects a request's token, or says that the org has another address: the token manager
 * is told which token it was, the one login in flight is joined, and the request is sent once more with the new token
 * to the new instance URL. A second 401 for the same request goes to the caller, and so does the first one if no login
 * may be made.
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
            public void onSuccess(Response response) {
                Request request = response.getRequest();
                if (request.getBody() != null && verdict(request, response, getContent()) == Verdict.TOKEN) {
                    closeAfter(response);
                }
            }

            @Override
            public void onComplete(Result result) {
                ManagedRequest request = (ManagedRequest) result.getRequest();
                Response response =
                        new HttpContentResponse(result.getResponse(), getContent(), getMediaType(), getEncoding());
                try {
                    if (result.isFailed()) {
                        passOnFailure(request, response, result.getFailure());
                    } else {
                        decide(request, response, verdict(request, response, getContent()));
                    }
                } catch (Throwable e) {
                    // whatever it is, the caller must be told of it
                    passOnFailure(request, response, e);
                }
            }
        };
    }

    /**
     * A server that rejects a request before it has read the body closes the connection soon after. The same request
     * with another token must not be sent into it.
     */
    private static void closeAfter(Response response) {
        if (response instanceof HttpResponse rejection) {
            rejection.headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE));
        }
    }

    private static Verdict verdict(Request request, Response response, byte @Nullable [] content) {
        List<String> challenges = response.getHeaders().getValuesList(HttpHeader.WWW_AUTHENTICATE);
        return SessionRejection.of(
                response.getStatus(), request.getPath(), String.join(", ", challenges), text(content));
    }

    private void decide(ManagedRequest request, Response response, Verdict verdict) {
        String sent = request.token();
        if (sent == null || verdict == Verdict.NONE) {
            passOn(request, response);
        } else if (request.isReplay()) {
            passOnSecondRejection(request, response, sent);
        } else if (verdict == Verdict.TOKEN) {
            whenRenewed(request, response, session.tokens().renew(sent), entry -> replay(request, response, entry));
        } else {
            CompletableFuture<TokenEntry> login = session.tokens().relocate(sent, request.getURI());
            whenRenewed(request, response, login, entry -> goOnElsewhere(request, response, entry));
        }
    }

    private void whenRenewed(
            ManagedRequest request,
            Response response,
            CompletableFuture<TokenEntry> renewal,
            Consumer<TokenEntry> goOn) {
        renewal.orTimeout(timeoutMillis, TimeUnit.MILLISECONDS).whenComplete((entry, failure) -> {
            if (failure != null) {
                notRenewed(request, response, LoginException.of(failure));
                return;
            }
            try {
                goOn.accept(entry);
            } catch (Throwable e) {
                // for example because the client is stopping; the caller must be told of it
                passOnFailure(request, response, e);
            }
        });
    }

    private static void notRenewed(ManagedRequest request, Response response, LoginException failure) {
        if (SessionRejection.isAnswerPassedOn(failure)) {
            passOn(request, response);
        } else {
            passOnFailure(request, response, failure);
        }
    }

    private void goOnElsewhere(ManagedRequest request, Response response, TokenEntry entry) {
        AccessToken token = entry.token();
        Relocation relocation = new Relocation(request.getURI(), session.instanceUrlOf(token), token.instanceUrl());
        Optional<SalesforceException> objection = relocation.objection();
        if (objection.isPresent()) {
            passOnFailure(request, response, objection.get());
        } else if (relocation.isElsewhere()) {
            replay(request, response, entry);
        } else {
            passOnSecondRejection(request, response, token.value());
        }
    }

    /** Reported for the sake of later requests; no login is made because of it. */
    private void passOnSecondRejection(ManagedRequest request, Response response, String rejected) {
        session.tokens()
                .rejectedAgain(rejected)
                .ifPresentOrElse(
                        objection -> passOnFailure(request, response, objection), () -> passOn(request, response));
    }

    private void replay(ManagedRequest request, Response response, TokenEntry entry) {
        AccessToken token = entry.token();
        ManagedRequest replay = request.replayWith(token.value(), session.instanceUrlOf(token));
        if (replay == null) {
            passOnFailure(
                    request,
                    response,
                    new SalesforceException(
                            "The access token was rejected and has been renewed, but the request was not sent again because its"
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
