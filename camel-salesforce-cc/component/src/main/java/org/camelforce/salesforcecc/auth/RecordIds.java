package org.camelforce.salesforcecc.auth;

import org.jspecify.annotations.Nullable;

/**
 * Salesforce's record ids: 15 characters, which are case-sensitive, or the same with three more that repeat their case
 * (Object Reference, "ID Field Type").
 */
public final class RecordIds {

    private static final int SHORT_FORM = 15;

    private RecordIds() {}

    /**
     * @param id an id in either form
     * @param other an id in either form, or null for none
     * @return whether both are of the same record; false if one of them is too short for an id
     */
    public static boolean isSame(String id, @Nullable String other) {
        return other != null && id.regionMatches(0, other, 0, SHORT_FORM);
    }
}
