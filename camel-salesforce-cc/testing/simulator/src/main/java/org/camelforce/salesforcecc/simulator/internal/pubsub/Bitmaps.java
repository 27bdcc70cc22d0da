package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;

/**
 * Sets of fields as the Pub/Sub API writes them into change events: a hexadecimal number whose bit <i>n</i> stands for
 * the field at position <i>n</i> of the schema, the header being at 0 (Pub/Sub API guide, "Event Deserialization
 * Considerations").
 */
final class Bitmaps {

    private static final int HEX = 16;

    private Bitmaps() {}

    /** @return one element, or none for no fields */
    static List<String> of(Schema schema, Collection<String> fields) {
        BigInteger bits = BigInteger.ZERO;
        for (String name : fields) {
            Schema.Field field = schema.getField(name);
            if (field != null) {
                bits = bits.setBit(field.pos());
            }
        }
        if (bits.signum() == 0) {
            return List.of();
        }
        String digits = bits.toString(HEX).toUpperCase(Locale.ROOT);
        return List.of("0x" + (digits.length() % 2 == 0 ? "" : "0") + digits);
    }
}
