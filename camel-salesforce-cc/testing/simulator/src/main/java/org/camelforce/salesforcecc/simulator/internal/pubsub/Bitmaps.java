package org.camelforce.salesforcecc.simulator.internal.pubsub;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Sets of fields as the Pub/Sub API writes them into change events: a hexadecimal number whose bit <i>n</i> stands for
 * the field at position <i>n</i> of the schema, the header being at 0. The parts of the compound field at position 3
 * follow as {@code 3-0x...}, with the positions in its own record (Pub/Sub API guide, "Event Deserialization
 * Considerations").
 */
final class Bitmaps {

    private static final int HEX = 16;

    private Bitmaps() {}

    /**
     * @param schema the schema of an event
     * @param fields names of fields, {@code BillingAddress.City} for a part of a compound field
     * @return one element for the fields of the event, if any, and one for each compound field
     */
    static List<String> of(Schema schema, Collection<String> fields) {
        BigInteger bits = BigInteger.ZERO;
        Map<Integer, BigInteger> nested = new TreeMap<>();
        for (String name : fields) {
            int dot = name.indexOf('.');
            Schema.Field field = schema.getField(dot < 0 ? name : name.substring(0, dot));
            if (field == null) {
                continue;
            }
            if (dot < 0) {
                bits = bits.setBit(field.pos());
            } else {
                recordIn(field.schema())
                        .map(record -> record.getField(name.substring(dot + 1)))
                        .ifPresent(part ->
                                nested.merge(field.pos(), BigInteger.ONE.shiftLeft(part.pos()), BigInteger::or));
            }
        }
        List<String> bitmaps = new ArrayList<>();
        if (bits.signum() != 0) {
            bitmaps.add(hex(bits));
        }
        nested.forEach((position, parts) -> bitmaps.add(position + "-" + hex(parts)));
        return bitmaps;
    }

    /** The record that a value of a schema can be, empty if it can be none. */
    static Optional<Schema> recordIn(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .findFirst()
                : Optional.empty();
    }

    private static String hex(BigInteger bits) {
        String digits = bits.toString(HEX).toUpperCase(Locale.ROOT);
        return "0x" + (digits.length() % 2 == 0 ? "" : "0") + digits;
    }
}
