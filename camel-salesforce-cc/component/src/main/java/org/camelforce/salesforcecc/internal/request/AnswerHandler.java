package org.camelforce.salesforcecc.internal.request;

/** Takes what comes of requests that have been sent. Called on threads of the HTTP client, and does not block. */
interface AnswerHandler {

    /** The whole answer is there. It goes to the caller, unless it says that the token is no longer good. */
    void answered(SentRequest sent, ReceivedAnswer answer);

    /** The answer goes to the caller. */
    void passOn(SentRequest sent, ApiAnswer answer);

    /** There is no answer. */
    void failed(SentRequest sent, Throwable failure);

    RequestLimits limits();

    RequestObserver observer();
}
