package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request has no answer, for the reason that is its cause. */
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean sent;
    private final int attempts;

    /**
     * @param sent whether the request began to leave
     * @param cause why there is no answer
     */
    NoAnswerException(boolean sent, Throwable cause) {
        this(sent, cause, 1);
    }

    private NoAnswerException(boolean sent, @Nullable Throwable cause, int attempts) {
        super(cause == null ? null : String.valueOf(cause.getMessage()), cause);
        this.sent = sent;
        this.attempts = attempts;
    }

    NoAnswerException after(int attempt) {
        return attempt == attempts ? this : new NoAnswerException(sent, getCause(), attempt);
    }

    /** @return whether the request began to leave, so that Salesforce may have executed it */
    public boolean isSent() {
        return sent;
    }

    /** @return how many attempts had none */
    public int attempts() {
        return attempts;
    }
}
