package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.stream.Collectors;

/** How objects and fields are called in the database: by their API names in quotes, as those contain none. */
public final class SqlNames {

    private static final String ADDRESS = "Address";
    private static final List<String> PARTS =
            List.of("City", "Country", "GeocodeAccuracy", "Latitude", "Longitude", "PostalCode", "State", "Street");

    private SqlNames() {}

    /**
     * @param apiName declared name of an object or field
     * @return the table or column
     */
    public static String quoted(String apiName) {
        return '"' + apiName + '"';
    }

    /** The parts of an address as JSON, null if all are. */
    static String address(String table, String apiName) {
        String prefix = apiName.substring(0, apiName.length() - ADDRESS.length());
        String any = PARTS.stream()
                .map(part -> table + "." + quoted(prefix + part) + " IS NOT NULL")
                .collect(Collectors.joining(" OR "));
        String parts = PARTS.stream()
                .map(part -> "'" + Character.toLowerCase(part.charAt(0)) + part.substring(1) + "': " + table + "."
                        + quoted(prefix + part))
                .collect(Collectors.joining(", "));
        return "CASE WHEN " + any + " THEN JSON_OBJECT(" + parts + ") END";
    }
}
