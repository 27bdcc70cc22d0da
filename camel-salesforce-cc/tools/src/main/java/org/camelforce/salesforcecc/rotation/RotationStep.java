package org.camelforce.salesforcecc.rotation;

/**
 * Something that a rotation has done.
 *
 * @param kind what
 * @param detail about it, with fingerprints in the place of keys and secrets
 */
public record RotationStep(Kind kind, String detail) {

    /** What a rotation does, in the usual order. */
    public enum Kind {
        /** Logged in as the user who administers the credentials. */
        LOGGED_IN,
        /** Found the app and its consumer. */
        APP_FOUND,
        /** Read the current pair, which proves setting and permissions. */
        CURRENT_PAIR_READ,
        /** Logged in with the current pair. */
        CURRENT_PAIR_PROVED,
        /** Looked for staged pairs. */
        STAGED_PAIRS_READ,
        /** Deleted a pair that somebody had staged before. */
        LEFTOVER_DELETED,
        /** Staged a new pair. */
        STAGED,
        /** Logged in with the staged pair, before it became the current one. */
        STAGED_PAIR_PROVED,
        /** Found that the org lets no staged pair log in. */
        STAGED_PAIR_NOT_YET_ACCEPTED,
        /** Stored the new pair, besides the current one if the writer can do so. */
        WRITTEN,
        /** Made the new pair the current one. */
        ROTATED,
        /** Logged in with the new pair. */
        NEW_PAIR_PROVED,
        /** Stored the new pair alone, without the former one. */
        FORMER_PAIR_REMOVED,
        /** Read the current pair back: it is the new one. */
        VERIFIED,
        /** Could not read the current pair back; it has been proved by a login. */
        NOT_VERIFIED,
        /** Ended the former pair. */
        FORMER_PAIR_ENDED,
        /** Undid a step: deleted the staged pair. */
        STAGED_PAIR_DELETED,
        /** Undid a step: stored the former pair again. */
        FORMER_PAIR_WRITTEN_BACK
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.name() : kind + ": " + detail;
    }
}
