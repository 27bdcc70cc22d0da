package org.camelforce.salesforcecc.internal.subscription.pubsub;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** When an event was created: {@code CreatedDate} of platform events, {@code commitTimestamp} of change events. */
final class CreatedDate {

    private CreatedDate() {}

    static Optional<Instant> of(byte[] payload, Schema schema) {
        try {
            GenericRecord event = new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(payload, null));
            return millis(event, "CreatedDate")
                    .or(() -> event.hasField("ChangeEventHeader")
                                    && event.get("ChangeEventHeader") instanceof GenericRecord header
                            ? millis(header, "commitTimestamp")
                            : Optional.empty());
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // a payload can be too deep, or claim to be longer than the memory
            return Optional.empty();
        }
    }

    private static Optional<Instant> millis(GenericRecord record, String field) {
        @Nullable Object value = record.hasField(field) ? record.get(field) : null;
        return value instanceof Long millis ? Optional.of(Instant.ofEpochMilli(millis)) : Optional.empty();
    }
}
