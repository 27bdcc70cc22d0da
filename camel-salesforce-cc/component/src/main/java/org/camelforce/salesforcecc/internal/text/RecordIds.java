package org.camelforce.salesforcecc.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * Salesforce's record ids: 15 characters, which are case-sensitive, or the same with three more that repeat their case
 * (Object Reference, "ID Field Type").
 */
public final class RecordIds {

    private static final int SHORT_FORM = 15;

    private static final int GROUP = 5;
    private static final String CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private RecordIds() {}

    /**
     * @param id an id in either form
     * @param other an id in either form, or null for none
     * @return whether both are of the same record; false if one of them is too short for an id
     */
    public static boolean isSame(String id, @Nullable String other) {
        return other != null && id.regionMatches(0, other, 0, SHORT_FORM);
    }

    /**
     * @param id an id in either form
     * @return the id in 18 characters, of which the last three tell for five characters each which are upper case; what
     *     does not have 15 characters is returned as it is
     */
    public static String longForm(String id) {
        if (id.length() != SHORT_FORM) {
            return id;
        }
        StringBuilder complete = new StringBuilder(id);
        for (int start = 0; start < SHORT_FORM; start += GROUP) {
            int upperCase = 0;
            for (int i = 0; i < GROUP; i++) {
                char character = id.charAt(start + i);
                if (character >= 'A' && character <= 'Z') {
                    upperCase |= 1 << i;
                }
            }
            complete.append(CHECK_CHARACTERS.charAt(upperCase));
        }
        return complete.toString();
    }
}
