package org.camelforce.salesforcecc.reliability.history;

/** What a fault that strikes does to a subscription; the first word of its entry's detail. */
public enum Effect {
    /** All sessions have ended. */
    ENDS_SESSIONS,
    /** The client is told that its token is not valid. */
    REJECTS_TOKEN,
    /** A request or a stream fails. */
    BREAKS,
    /** Events are delivered twice. */
    REPEATS,
    /** Nothing that a client has to notice. */
    HARMLESS;

    /**
     * @param entry an entry
     * @return whether it tells of a fault with this effect that has struck
     */
    public boolean struckIn(Entry entry) {
        return entry.what() == HistoryEvent.STRUCK && (entry.detail() + " ").startsWith(this + " ");
    }
}
