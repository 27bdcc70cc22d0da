package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Optional;
import org.cometd.bayeux.Message;
import org.jspecify.annotations.Nullable;

/**
 * When an event was created: {@code event.createdDate} of PushTopics and generic events, {@code CreatedDate} of
 * platform events, {@code commitTimestamp} of change events.
 */
final class CreatedDate {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private CreatedDate() {}

    static Optional<Instant> of(Message message) {
        if (!(message.getData() instanceof Map<?, ?> data)) {
            return Optional.empty();
        }
        return date(in(data.get("event"), "createdDate"))
                .or(() -> date(in(data.get("payload"), "CreatedDate")))
                .or(() -> millis(in(in(data.get("payload"), "ChangeEventHeader").orElse(null), "commitTimestamp")));
    }

    private static Optional<Object> in(@Nullable Object map, String name) {
        return map instanceof Map<?, ?> fields ? Optional.ofNullable(fields.get(name)) : Optional.empty();
    }

    private static Optional<Instant> date(Optional<Object> value) {
        return value.flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text.toString(), FORMAT).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Instant> millis(Optional<Object> value) {
        return value.filter(Number.class::isInstance)
                .map(number -> Instant.ofEpochMilli(((Number) number).longValue()));
    }
}
