package org.camelforce.salesforcecc.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import org.apache.camel.component.salesforce.api.utils.JsonUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are read as Camel's own mapper reads them. */
class DateTimeReaderTest {

    private final ObjectMapper own = JsonUtils.createObjectMapper();
    private final ObjectMapper fast = JsonUtils.createObjectMapper().registerModule(DateTimeReader.module());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-20T10:00:00.000+0000\"",
                "\"2026-11-20T10:11:12.345+0000\"",
                "\"2024-02-29T23:59:59.999+0000\"",
                "\"1700-01-01T00:00:00.000+0000\"",
                "\"4000-12-31T00:00:00.001+0000\"",
                "\"0001-01-01T00:00:00.000+0000\"",
                "\"2026-11-20T10:00:00.000Z\"",
                "\"2026-11-20T10:00:00.000+0130\"",
                "\"2026-11-20T10:00:00.000-0800\"",
                "\"2026-11-20t10:00:00.000+0000\"",
                "\"2026-11-20T10:00:00+0000\"",
                "\"2026-02-30T10:00:00.000+0000\"",
                "\"2026-11-20T24:00:00.000+0000\"",
                "1795000000",
                "null",
                "\"\""
            })
    void dateWhenCamelReadsItThenTheSame(String json) throws Exception {
        ZonedDateTime expected = own.readValue(json, ZonedDateTime.class);

        assertThat(fast.readValue(json, ZonedDateTime.class)).isEqualTo(expected);
        assertThat(String.valueOf(fast.readValue(json, ZonedDateTime.class))).isEqualTo(String.valueOf(expected));
    }

    @Test
    void dateWhenZonesAreKeptThenTheSame() throws Exception {
        own.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        fast.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);

        dateWhenCamelReadsItThenTheSame("\"2026-11-20T10:00:00.000+0000\"");
        dateWhenCamelReadsItThenTheSame("\"2026-11-20T10:00:00.000+0130\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-13-20T10:00:00.000+0000\"",
                "\"2026-11-20T10:00:60.000+0000\"",
                "\"20-611-20T10:00:00.000+0000\"",
                "\"2026-11-20 10:00:00.000+0000\"",
                "\"2026-11-20T10:00:00.00x+0000\"",
                "\"\u0662026-11-20T10:00:00.00+0000\"",
                "{}"
            })
    void dateWhenCamelCannotReadItThenNotReadEither(String json) {
        assertThatThrownBy(() -> own.readValue(json, ZonedDateTime.class)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> fast.readValue(json, ZonedDateTime.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void dateWhenItsPropertyHasAFormOfItsOwnThenReadInThatForm() throws Exception {
        assertThat(fast.readValue("{\"date\":\"20.11.2026 10:00 +0000\"}", Formatted.class).date)
                .isEqualTo("2026-11-20T10:00Z");
    }

    static final class Formatted {

        @JsonFormat(pattern = "dd.MM.yyyy HH:mm Z")
        public ZonedDateTime date;
    }
}
