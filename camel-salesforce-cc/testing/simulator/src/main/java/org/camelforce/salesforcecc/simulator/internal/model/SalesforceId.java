package org.camelforce.salesforcecc.simulator.internal.model;

import java.util.regex.Pattern;

/**
 * Salesforce record ids: three characters of key prefix, twelve of a base-62 number, and in the 18-character form three
 * that encode the case of the first fifteen (Object Reference, "ID Field Type").
 */
public final class SalesforceId {

    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CASE_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern LIKE_ID = Pattern.compile("[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?");
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{15}(?:[0-9A-Z]{3})?");

    private SalesforceId() {}

    /**
     * Composes an id.
     *
     * @param keyPrefix three characters, {@code 001} for accounts
     * @param number the record's number, zero or more
     * @return the 18-character id
     */
    public static String of(String keyPrefix, long number) {
        char[] digits = new char[12];
        long rest = number;
        for (int i = digits.length - 1; i >= 0; i--) {
            digits[i] = BASE_62.charAt((int) (rest % 62));
            rest /= 62;
        }
        return to18(keyPrefix + new String(digits));
    }

    /**
     * @param id an id in either form
     * @return the number that {@link #of} made it of
     */
    public static long number(String id) {
        long number = 0;
        for (int i = 3; i < 15; i++) {
            number = number * 62 + BASE_62.indexOf(id.charAt(i));
        }
        return number;
    }

    /**
     * @param id an id in either form
     * @return its 18-character form
     * @throws IllegalArgumentException if it has neither form
     */
    public static String to18(String id) {
        if (!isWellFormed(id)) {
            throw new IllegalArgumentException("not a Salesforce ID: " + id);
        }
        String id15 = id.substring(0, 15);
        return id15 + caseCodes(id15);
    }

    /**
     * @param id any text
     * @return whether it has the form of a 15- or 18-character id, the latter with the right last three characters
     */
    public static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches() && (id.length() == 15 || id.endsWith(caseCodes(id.substring(0, 15))));
    }

    /**
     * @param text any text
     * @return whether it could be an id, right or wrong: 15 or 18 letters and digits
     */
    public static boolean isLikeId(String text) {
        return LIKE_ID.matcher(text).matches();
    }

    private static String caseCodes(String id15) {
        StringBuilder suffix = new StringBuilder(3);
        for (int chunk = 0; chunk < 3; chunk++) {
            int code = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(id15.charAt(chunk * 5 + i))) {
                    code |= 1 << i;
                }
            }
            suffix.append(CASE_CODES.charAt(code));
        }
        return suffix.toString();
    }
}
