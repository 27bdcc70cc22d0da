package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;

/** A request has no answer, for the reason that is its cause. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * @param sent whether the request began to leave
     * @param cause why there is no answer
     */
    NoAnswerException(boolean sent, Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
        this.sent = sent;
    }

    /** @return whether the request began to leave, so that Salesforce may have executed it */
    public boolean isSent() {
        return sent;
    }
}
