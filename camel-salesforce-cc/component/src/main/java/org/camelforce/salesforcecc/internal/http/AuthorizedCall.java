package org.camelforce.salesforcecc.internal.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.jspecify.annotations.Nullable;

/**
 * One request: it is sent with the token if it goes to the instance and, when Salesforce rejects the token or says that
 * the org has another address, once more with the next one. A second rejection goes to the caller, and so does the
 * first one if no login may be made. For one thread.
 */
final class AuthorizedCall {

    private final ApiConnection connection;
    private final ClassicHttpRequest request;
    private final ExecChain.Scope scope;
    private final ExecChain chain;

    AuthorizedCall(ApiConnection connection, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) {
        this.connection = connection;
        this.request = request;
        this.scope = scope;
        this.chain = chain;
    }

    /**
     * Throws a LoginException when there is no token, another SalesforceException when the body cannot be sent again.
     */
    ClassicHttpResponse run() throws IOException, HttpException, SalesforceException {
        Optional<BearerToken> granted = connection.grantFor(AuthorizedRequest.originOf(scope), patienceMillis());
        if (granted.isEmpty()) {
            return chain.proceed(request, scope);
        }
        BearerToken grant = granted.get();
        AuthorizedRequest attempt = new AuthorizedRequest(request, scope, grant);
        ClassicHttpResponse response = attempt.send(chain);
        return switch (verdict(response)) {
            case NONE -> response;
            case TOKEN -> renew(attempt, grant, response);
            case ADDRESS -> relocate(attempt, grant, response);
        };
    }

    private ClassicHttpResponse renew(AuthorizedRequest sent, BearerToken grant, ClassicHttpResponse answer)
            throws IOException, HttpException, SalesforceException {
        CompletableFuture<TokenEntry> renewal = connection.renew(grant);
        if (ApiConnection.isThrottled(renewal)) {
            return answer;
        }
        // nobody else should have to wait for its network connection while this request waits for a login
        answer.close();
        return replay(sent, connection.grant(renewal, patienceMillis()), answer.getCode());
    }

    private ClassicHttpResponse relocate(AuthorizedRequest sent, BearerToken grant, ClassicHttpResponse answer)
            throws IOException, HttpException, SalesforceException {
        CompletableFuture<TokenEntry> login = connection.relocate(grant);
        if (ApiConnection.isThrottled(login)) {
            return answer;
        }
        try {
            BearerToken next = connection.grantElsewhere(grant, login, patienceMillis());
            if (next.target().equals(grant.target())) {
                connection.rejectedAgain(next);
                return answer;
            }
            answer.close();
            return replay(sent, next, answer.getCode());
        } catch (IOException | HttpException | SalesforceException | RuntimeException e) {
            answer.close();
            throw e;
        }
    }

    private ClassicHttpResponse replay(AuthorizedRequest sent, BearerToken next, int status)
            throws IOException, HttpException, SalesforceException {
        if (!sent.rewindBody()) {
            throw new SalesforceException(
                    "Salesforce rejected the access token, and the component has renewed it. It did not send the request"
                            + " again, because the body can be read only once",
                    status);
        }
        ClassicHttpResponse response = new AuthorizedRequest(request, scope, next).send(chain);
        if (verdict(response) != Verdict.NONE) {
            try {
                connection.rejectedAgain(next);
            } catch (LoginException e) {
                response.close();
                throw e;
            }
        }
        return response;
    }

    /** Reads the body of an answer that may be a rejection and leaves the answer as it was. */
    private Verdict verdict(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (!SessionRejection.isPossible(status)) {
            return Verdict.NONE;
        }
        String path = path();
        String challenge = Stream.of(response.getHeaders(HttpHeaders.WWW_AUTHENTICATE))
                .map(Header::getValue)
                .collect(Collectors.joining(", "));
        HttpEntity body = response.getEntity();
        if (body == null) {
            return SessionRejection.of(status, path, challenge, "");
        }
        try {
            PeekedEntity peeked = PeekedEntity.of(body);
            response.setEntity(peeked);
            return SessionRejection.of(status, path, challenge, peeked.headText());
        } catch (IOException | RuntimeException e) {
            response.close();
            throw e;
        }
    }

    private @Nullable String path() {
        String target = request.getPath();
        int query = target == null ? -1 : target.indexOf('?');
        return target == null || query < 0 ? target : target.substring(0, query);
    }

    private long patienceMillis() {
        Timeout answer = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        return answer == null ? 0 : answer.toMilliseconds();
    }
}
