package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;

/** The body of an answer is larger than the component takes into memory. */
public final class AnswerTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param maxBytes how large it may be */
    AnswerTooLargeException(int maxBytes) {
        super("The answer is larger than " + maxBytes + " bytes. Set option httpMaxContentLength to a larger number");
    }
}
