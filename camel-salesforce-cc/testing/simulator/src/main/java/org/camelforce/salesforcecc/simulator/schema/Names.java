package org.camelforce.salesforcecc.simulator.schema;

import java.util.regex.Pattern;

/** The rules for API names (Metadata API Developer Guide, "CustomField" and "CustomObject"). */
final class Names {

    private static final Pattern FORM = Pattern.compile("[A-Za-z]\\w{0,79}");
    private static final Pattern CUSTOM = Pattern.compile("\\w+__[A-Za-z]+");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Names() {}

    static void check(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not an API name: " + name);
        }
    }

    static boolean isCustom(String name) {
        return CUSTOM.matcher(name).matches();
    }

    static String label(String name) {
        String bare = isCustom(name) ? name.substring(0, name.lastIndexOf("__")) : name;
        String spaced = WORD_START.matcher(bare.replace('_', ' ')).replaceAll(" ");
        return spaced.endsWith(" Id") ? spaced.substring(0, spaced.length() - 2) + "ID" : spaced;
    }

    static String relationship(String fieldName) {
        if (fieldName.endsWith("__c")) {
            return fieldName.substring(0, fieldName.length() - 1) + "r";
        }
        if (fieldName.endsWith("Id") && fieldName.length() > 2) {
            return fieldName.substring(0, fieldName.length() - 2);
        }
        throw new IllegalArgumentException("the name of a reference ends with Id or __c: " + fieldName);
    }
}
