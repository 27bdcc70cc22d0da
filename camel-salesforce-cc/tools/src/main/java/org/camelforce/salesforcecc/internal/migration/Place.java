package org.camelforce.salesforcecc.internal.migration;

import org.jspecify.annotations.Nullable;

/**
 * A place of a file that has to change.
 *
 * @param kind what it is
 * @param start where it begins in the file
 * @param why what it is, or what to do
 * @param edit what to write instead; null where that is for a person to decide
 */
record Place(Kind kind, int start, String why, @Nullable Edit edit) {

    enum Kind {
        /** Says with which user, password, key store or refresh token the component logs in. */
        CREDENTIAL,
        /** Belongs to the component that has to be replaced. */
        MOVE,
        /** Names a message header as older versions of Camel did. */
        HEADER
    }

    int end() {
        return edit == null ? start : Math.max(start, edit.end() - 1);
    }
}
