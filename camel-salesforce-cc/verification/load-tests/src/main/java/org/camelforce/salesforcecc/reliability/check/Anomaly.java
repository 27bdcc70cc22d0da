package org.camelforce.salesforcecc.reliability.check;

/**
 * Something that must not happen.
 *
 * @param kind what
 * @param line at which entry of the history it shows, counted from 0
 * @param text which event, which position, and so on
 */
public record Anomaly(Kind kind, int line, String text) {

    /** What must not happen. */
    public enum Kind {
        /** An event that was owed has never been routed. */
        LOST,
        /** Something has been routed that was never published, or at another position. */
        UNEXPECTED,
        /** A position has been written while an event at or before it had not been routed. */
        COMMIT_AHEAD,
        /** A position has been written that is older than the one before. */
        MOVED_BACK,
        /** An event has come again, and nothing in the history explains it. */
        UNEXPLAINED_DUPLICATE,
        /** The consumer has not caught up in time after healing, or nothing tells that it has. */
        LATE,
        /** There were more requests for a token than there were reasons for one. */
        TOO_MANY_LOGINS,
        /** A consumer's process has ended by itself. */
        DIED,
        /** Health was UP while owed events did not move, for longer than a check may take to notice. */
        FALSELY_UP,
        /** Health was DOWN while every event was routed soon, for longer than a check may take to notice. */
        FALSELY_DOWN
    }

    /** @return kind, line and text, for people */
    @Override
    public String toString() {
        return kind + " at line " + (line + 1) + ": " + text;
    }
}
