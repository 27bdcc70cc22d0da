package org.camelforce.salesforcecc.simulator.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a positive length of time: minutes, or an ISO 8601 duration. */
final class TimeoutConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        Duration timeout = parse(value);
        if (timeout.isNegative() || timeout.isZero()) {
            throw invalid(value);
        }
        return timeout;
    }

    private static Duration parse(String value) {
        try {
            return value.matches("\\d{1,9}") ? Duration.ofMinutes(Long.parseLong(value)) : Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw invalid(value);
        }
    }

    private static TypeConversionException invalid(String value) {
        return new TypeConversionException(
                "'" + value + "' is neither a positive number of minutes nor a duration such as PT90S");
    }
}
