package org.camelforce.salesforcecc.simulator.internal.graphql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import graphql.schema.DataFetchingEnvironment;
import java.util.Base64;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * The part of a result that a connection asks for (GraphQL API Developer Guide, "Paginate Results", "Paginate with
 * Upper-Bound Limit").
 *
 * @param first greatest number of records
 * @param offset number of records before it
 * @param upperBound greatest number of records of all pages
 */
record Page(int first, int offset, int upperBound) {

    private static final int DEFAULT = 10;
    private static final int LARGEST = 2000;
    private static final int SMALLEST_BOUND = 200;
    private static final String CURSOR = "v1:";

    static Page of(DataFetchingEnvironment environment) {
        Integer first = environment.getArgument("first");
        Integer upperBound = environment.getArgument("upperBound");
        String after = environment.getArgument("after");
        int size = first == null ? DEFAULT : first;
        int smallest = upperBound == null ? 1 : SMALLEST_BOUND;
        if (size < smallest || size > LARGEST) {
            throw new ApiException(
                    400, "INVALID_INPUT", "The value of first must be from " + smallest + " to " + LARGEST);
        }
        if (upperBound != null && upperBound < 1) {
            throw new ApiException(400, "INVALID_INPUT", "The value of upperBound must be at least 1");
        }
        return new Page(size, after == null ? 0 : offset(after), upperBound == null ? Integer.MAX_VALUE : upperBound);
    }

    /** The cursor of the record with an index in the page. */
    String cursor(int index) {
        return Base64.getEncoder().encodeToString((CURSOR + (offset + index)).getBytes(US_ASCII));
    }

    /** How many records must be found to know whether another page follows. */
    int needed() {
        return Math.min(upperBound, offset + first + 1);
    }

    private static int offset(String cursor) {
        try {
            String text = new String(Base64.getDecoder().decode(cursor), US_ASCII);
            if (text.matches(CURSOR + "\\d{1,8}")) {
                return Integer.parseInt(text.substring(CURSOR.length())) + 1;
            }
        } catch (IllegalArgumentException e) {
            // no Base64
        }
        throw new ApiException(400, "INVALID_INPUT", "The value of after is not a cursor of this query");
    }
}
