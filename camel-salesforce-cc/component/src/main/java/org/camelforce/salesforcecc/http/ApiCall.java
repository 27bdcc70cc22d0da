package org.camelforce.salesforcecc.http;

import java.io.IOException;
import java.util.Optional;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.token.SessionRejection;

/**
 * One request: it is sent with the token if it goes to the instance and, when Salesforce refuses the token, once more
 * with the next one. A second refusal goes to the caller. For one thread.
 */
final class ApiCall {

    private final ApiConnection connection;
    private final ClassicHttpRequest request;
    private final ExecChain.Scope scope;
    private final ExecChain chain;

    ApiCall(ApiConnection connection, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) {
        this.connection = connection;
        this.request = request;
        this.scope = scope;
        this.chain = chain;
    }

    /**
     * Throws a LoginException when there is no token, another SalesforceException when the body cannot be sent again.
     */
    ClassicHttpResponse run() throws IOException, HttpException, SalesforceException {
        Optional<Grant> granted = connection.grantFor(Attempt.originOf(scope), patienceMillis());
        if (granted.isEmpty()) {
            return chain.proceed(request, scope);
        }
        Grant grant = granted.get();
        Attempt attempt = new Attempt(request, scope, grant);
        ClassicHttpResponse response = attempt.send(chain);
        return isRefusal(response) ? replay(attempt, grant, response) : response;
    }

    private ClassicHttpResponse replay(Attempt refused, Grant grant, ClassicHttpResponse refusal)
            throws IOException, HttpException, SalesforceException {
        // nobody else should have to wait for its network connection while this request waits for a login
        refusal.close();
        Grant next = connection.renew(grant, patienceMillis());
        if (!refused.rewindBody()) {
            throw new SalesforceException(
                    "The access token was refused and has been renewed, but the request was not sent again because its"
                            + " body cannot be read a second time",
                    refusal.getCode());
        }
        ClassicHttpResponse response = new Attempt(request, scope, next).send(chain);
        if (next.token().equals(grant.token()) && isRefusal(response)) {
            endSameTokenAgain(response, next);
        }
        return response;
    }

    private void endSameTokenAgain(ClassicHttpResponse refusal, Grant refused) throws IOException, LoginException {
        try {
            connection.checkSameTokenAgain(refused);
        } catch (LoginException e) {
            refusal.close();
            throw e;
        }
    }

    /** Reads the body of an answer that may be a refusal and leaves the answer as it was. */
    private static boolean isRefusal(ClassicHttpResponse response) throws IOException {
        if (!SessionRejection.isPossible(response.getCode())) {
            return false;
        }
        HttpEntity body = response.getEntity();
        if (body == null) {
            return SessionRejection.isOne(response.getCode(), "");
        }
        try {
            PeekedEntity peeked = PeekedEntity.of(body);
            response.setEntity(peeked);
            return SessionRejection.isOne(response.getCode(), peeked.headText());
        } catch (IOException | RuntimeException e) {
            response.close();
            throw e;
        }
    }

    private long patienceMillis() {
        Timeout answer = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        return answer == null ? 0 : answer.toMilliseconds();
    }
}
