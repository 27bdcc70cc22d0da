package org.camelforce.salesforcecc.internal.request;

/**
 * What requests may take.
 *
 * @param timeoutMillis how long a request may take, in milliseconds; of an answer that is streamed, how long it may
 *     take until it begins, and until more of it comes
 * @param maxAnswerBytes how large an answer may be that is read as a whole
 * @param unreadMillis how long a streamed answer may lie unread until its connection is closed, in milliseconds
 */
public record RequestLimits(long timeoutMillis, int maxAnswerBytes, long unreadMillis) {

    private static final long UNREAD_MILLIS = 600_000;

    /**
     * @param timeoutMillis how long a request may take, in milliseconds
     * @param maxAnswerBytes how large an answer may be that is read as a whole
     */
    public RequestLimits(long timeoutMillis, int maxAnswerBytes) {
        this(timeoutMillis, maxAnswerBytes, Math.max(UNREAD_MILLIS, timeoutMillis));
    }
}
