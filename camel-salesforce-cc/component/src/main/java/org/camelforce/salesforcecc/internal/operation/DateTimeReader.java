package org.camelforce.salesforcecc.internal.operation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in the form that the REST API writes, {@code 2026-11-20T10:00:00.000+0000}, without a formatter, which
 * takes more memory than the rest of a record. Other forms are read as before.
 */
final class DateTimeReader extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private static final String FORM = "0000-00-00T00:00:00.000+0000";
    private static final int END_OF_LOCAL = FORM.indexOf('+');
    private static final int NANOS_PER_MILLI = 1_000_000;

    private DateTimeReader(JsonDeserializer<?> other) {
        super(other);
    }

    /** For a mapper that reads dates with a zone already. */
    static Module module() {
        return new SimpleModule("salesforce-cc").setDeserializerModifier(new BeanDeserializerModifier() {

            private static final long serialVersionUID = 1L;

            @Override
            public JsonDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription type, JsonDeserializer<?> other) {
                return type.getBeanClass() == ZonedDateTime.class ? new DateTimeReader(other) : other;
            }
        });
    }

    /** A property that says how its dates are written has another reader. */
    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonDeserializer<?> other = context.handleSecondaryContextualization(
                getDelegatee(), property, context.constructType(ZonedDateTime.class));
        return other == getDelegatee() ? this : other;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
        return new DateTimeReader(other);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        LocalDateTime utc = parser.hasToken(JsonToken.VALUE_STRING) ? utc(parser) : null;
        if (utc == null) {
            return super.deserialize(parser, context);
        }
        ZoneId zone = context.isEnabled(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                ? context.getTimeZone().toZoneId()
                : ZoneOffset.UTC;
        return ZonedDateTime.ofInstant(utc, ZoneOffset.UTC, zone);
    }

    private static @Nullable LocalDateTime utc(JsonParser parser) throws IOException {
        char[] text = parser.getTextCharacters();
        int start = parser.getTextOffset();
        if (parser.getTextLength() != FORM.length() || !hasForm(text, start)) {
            return null;
        }
        try {
            return LocalDateTime.of(
                    number(text, start, 4),
                    number(text, start + 5, 2),
                    number(text, start + 8, 2),
                    number(text, start + 11, 2),
                    number(text, start + 14, 2),
                    number(text, start + 17, 2),
                    number(text, start + 20, 3) * NANOS_PER_MILLI);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasForm(char[] text, int start) {
        for (int i = 0; i < FORM.length(); i++) {
            char expected = FORM.charAt(i);
            char actual = text[start + i];
            boolean isDigit = expected == '0' && i < END_OF_LOCAL;
            if (isDigit ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(char[] text, int start, int length) {
        int number = 0;
        for (int i = start; i < start + length; i++) {
            number = 10 * number + text[i] - '0';
        }
        return number;
    }
}
