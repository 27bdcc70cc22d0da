package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;

/** The body of a request cannot be read any more, so that the request has not been sent as a whole. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param reason why, as a sentence without a full stop */
    UnreadableBodyException(String reason) {
        super(reason);
    }
}
