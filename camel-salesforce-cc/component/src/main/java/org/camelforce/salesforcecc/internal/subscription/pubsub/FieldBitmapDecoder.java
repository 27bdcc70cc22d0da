package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The sets of fields in the header of a change event (Pub/Sub API Guide, "Event Deserialization Considerations"). Bit
 * <i>n</i> of {@code 0x..} stands for the field at position <i>n</i> of the event's schema; in {@code p-0x..}, for the
 * field at position <i>n</i> of the compound field at position <i>p</i>.
 */
final class FieldBitmapDecoder {

    private static final Pattern BITMAP = Pattern.compile("(?:(\\d{1,5})-)?0x([0-9A-Fa-f]{1,4096})");
    private static final int HEX = 16;

    private FieldBitmapDecoder() {}

    /**
     * Names fields as the Streaming API does: {@code Name}, and {@code BillingAddress.City} for a part of a compound
     * field. What is no bitmap of this schema's fields stays as it is.
     */
    static List<@Nullable String> names(Schema schema, List<?> bitmaps) {
        List<@Nullable String> names = new ArrayList<>();
        for (Object bitmap : bitmaps) {
            List<String> found = bitmap == null ? null : names(schema, bitmap.toString());
            if (found == null) {
                names.add(bitmap == null ? null : bitmap.toString());
            } else {
                names.addAll(found);
            }
        }
        return names;
    }

    private static @Nullable List<String> names(Schema schema, String bitmap) {
        Matcher parts = BITMAP.matcher(bitmap);
        if (!parts.matches()) {
            return null;
        }
        BigInteger bits = new BigInteger(parts.group(2), HEX);
        if (parts.group(1) == null) {
            return names("", schema.getFields(), bits);
        }
        int position = Integer.parseInt(parts.group(1));
        if (position >= schema.getFields().size()) {
            return null;
        }
        Schema.Field compound = schema.getFields().get(position);
        Schema type = withoutNull(compound.schema());
        return type.getType() == Schema.Type.RECORD ? names(compound.name() + ".", type.getFields(), bits) : null;
    }

    private static @Nullable List<String> names(String prefix, List<Schema.Field> fields, BigInteger bits) {
        if (bits.bitLength() > fields.size()) {
            return null;
        }
        return fields.stream()
                .filter(field -> bits.testBit(field.pos()))
                .map(field -> prefix + field.name())
                .toList();
    }

    private static Schema withoutNull(Schema schema) {
        return !schema.isUnion()
                ? schema
                : schema.getTypes().stream()
                        .filter(type -> type.getType() == Schema.Type.RECORD)
                        .findFirst()
                        .orElse(schema);
    }
}
