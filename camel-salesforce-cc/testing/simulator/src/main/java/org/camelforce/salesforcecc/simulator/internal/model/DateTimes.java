package org.camelforce.salesforcecc.simulator.internal.model;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** Points in time as the API's JSON writes them (REST API Developer Guide, "Valid Date and DateTime Formats"). */
public final class DateTimes {

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT);

    private DateTimes() {}

    /**
     * @param text with an offset of any of the forms {@code Z}, {@code +00:00} and {@code +0000}
     * @return the same time at the offset 0
     * @throws java.time.DateTimeException if it is no point in time
     */
    public static LocalDateTime read(String text) {
        return OffsetDateTime.parse(text, READ)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }

    /**
     * @param moment a time at the offset 0
     * @return the same with milliseconds and the offset {@code +0000}
     */
    public static String write(LocalDateTime moment) {
        return WRITE.format(moment);
    }
}
