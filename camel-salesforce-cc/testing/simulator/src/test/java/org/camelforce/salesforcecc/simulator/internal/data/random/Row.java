package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record.
 *
 * @param number its place in the order of creation
 * @param values what its fields have; a field without a value is left out
 * @param parent the account that it belongs to
 */
record Row(int number, Map<String, Object> values, @Nullable Row parent) {

    private static final String PARENT = "Account.";

    /** Answers the value of a field, or of one of the parent's. */
    @Nullable
    Object value(String path) {
        if (path.startsWith(PARENT)) {
            return parent == null ? null : parent.value(path.substring(PARENT.length()));
        }
        return values.get(path);
    }
}
