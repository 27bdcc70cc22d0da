package org.camelforce.salesforcecc.internal.request;

/** Is called once, when a request has an answer or will not have one. */
public interface AnswerReceiver {

    /**
     * The org has answered.
     *
     * @param answer whatever its status
     */
    void answered(ApiAnswer answer);

    /**
     * There is no answer.
     *
     * @param failure why: an exception of the login, {@link RequestFailure} of the request
     */
    void failed(Throwable failure);
}
