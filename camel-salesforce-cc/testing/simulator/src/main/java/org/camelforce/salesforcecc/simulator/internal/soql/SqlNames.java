package org.camelforce.salesforcecc.simulator.internal.soql;

/** How objects and fields are called in the database: by their API names in quotes, as those contain none. */
public final class SqlNames {

    private SqlNames() {}

    /**
     * @param apiName declared name of an object or field
     * @return the table or column
     */
    public static String quoted(String apiName) {
        return '"' + apiName + '"';
    }
}
