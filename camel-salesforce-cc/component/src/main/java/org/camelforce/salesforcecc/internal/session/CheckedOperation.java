package org.camelforce.salesforcecc.internal.session;

import java.net.URISyntaxException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.SalesforceEndpoint;
import org.apache.camel.component.salesforce.internal.SalesforceSession;
import org.camelforce.salesforcecc.request.RequestRefusedException;

/**
 * An operation of upstream's that is asked for what its route says. Headers that begin with {@code CamelSalesforce}
 * choose parameters, and no others; a request that would be another one than the operation's fails the exchange with a
 * {@link RequestRefusedException}. For use by several threads.
 */
final class CheckedOperation {

    private final RequestShape shape;
    private final ParameterHeaders headers;
    private final SalesforceEndpoint endpoint;

    /**
     * @param endpoint whose operation it is
     * @param legacyHeaders whether headers without {@code CamelSalesforce} choose parameters too
     * @throws IllegalArgumentException if an option cannot work; the message names it
     */
    CheckedOperation(SalesforceEndpoint endpoint, boolean legacyHeaders) {
        this.shape = RequestShape.of(endpoint.getOperationName());
        this.headers = new ParameterHeaders(endpoint, legacyHeaders);
        this.endpoint = endpoint;
    }

    /**
     * Has upstream process an exchange.
     *
     * @param upstream does the work
     * @param exchange its message's headers are other ones meanwhile
     * @param callback called when it is done
     * @return whether that is so already
     */
    boolean process(AsyncProcessor upstream, Exchange exchange, AsyncCallback callback) {
        HeaderSubstitution substitution;
        try {
            substitution = headers.substitute(exchange.getIn());
        } catch (RequestRefusedException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        Answer answer = new Answer((failure, doneSync) -> {
            substitution.giveBack(exchange);
            if (failure != null) {
                exchange.setException(failure);
            }
            nameTheCause(exchange);
            hideTokens(exchange);
            callback.done(doneSync);
        });
        RequestShape shapeBefore = RequestGuard.enter(shape);
        Answer answerBefore = Answer.enter(answer);
        try {
            return upstream.process(exchange, answer::done);
        } catch (RuntimeException | Error e) {
            if (!answer.take()) {
                // a request was sent before, and its answer has ended the operation
                return false;
            }
            substitution.giveBack(exchange);
            throw e;
        } finally {
            RequestGuard.enter(shapeBefore);
            Answer.enter(answerBefore);
        }
    }

    /** Upstream wraps what it does not know, and says of a text that is no URL only where. */
    private void nameTheCause(Exchange exchange) {
        RequestRefusedException notSent = exchange.getException(RequestRefusedException.class);
        if (notSent != null) {
            exchange.setException(notSent);
        } else if (exchange.getException(URISyntaxException.class) != null) {
            exchange.setException(new RequestRefusedException(
                    shape.text(shape.chosenBy() + " has characters that are not allowed in a URL")));
        }
    }

    private void hideTokens(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure != null) {
            SalesforceSession session = endpoint.getComponent().getSession();
            Exception shown = new TokenFreeFailure(session == null ? null : session.getAccessToken()).of(failure);
            if (shown != failure) {
                exchange.setException(shown);
            }
        }
    }
}
