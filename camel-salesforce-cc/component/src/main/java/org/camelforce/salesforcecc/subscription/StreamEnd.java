package org.camelforce.salesforcecc.subscription;

import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * Why a stream is over.
 *
 * @param kind what to do about it
 * @param text what the server said, for display; never a token. With {@link Kind#FATAL} a whole message that names the
 *     channel and what to change.
 * @param rejectedToken the token that was rejected, only with {@link Kind#TOKEN_REJECTED}
 * @param cause the exception behind it, if there is one
 */
public record StreamEnd(Kind kind, String text, @Nullable String rejectedToken, @Nullable Throwable cause) {

    /** Keeps the text in one line. */
    public StreamEnd {
        text = OutsideText.oneLine(text);
    }

    /** What to do about the end of a stream. */
    public enum Kind {
        /** The server ended it without an error: open another one. */
        COMPLETED,
        /** More events came than had been requested: open another one when there is room. */
        NO_ROOM,
        /** Renew the token, then open another one. */
        TOKEN_REJECTED,
        /** Something passing: open another one after a while. */
        INTERRUPTED,
        /** A limit of the org has been reached, or the server is busy: open another one after a long while. */
        BUSY,
        /** The position is invalid or older than the retention window. */
        POSITION_REJECTED,
        /** Nothing but a change in the org or in the options helps. */
        FATAL
    }

    /**
     * @param kind any but {@link Kind#TOKEN_REJECTED}
     * @param text what the server said
     * @return the end
     */
    public static StreamEnd of(Kind kind, String text) {
        return new StreamEnd(kind, text, null, null);
    }

    /**
     * @param kind any but {@link Kind#TOKEN_REJECTED}
     * @param text what the server said
     * @param cause the exception behind it
     * @return the end
     */
    public static StreamEnd of(Kind kind, String text, Throwable cause) {
        return new StreamEnd(kind, text, null, cause);
    }

    /**
     * @param token the rejected token
     * @param text what the server said
     * @return the end
     */
    public static StreamEnd tokenRejected(String token, String text) {
        return new StreamEnd(Kind.TOKEN_REJECTED, text, token, null);
    }

    /** @return kind and text; the token is not shown */
    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
