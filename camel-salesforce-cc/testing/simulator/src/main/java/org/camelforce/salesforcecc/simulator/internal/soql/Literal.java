package org.camelforce.salesforcecc.simulator.internal.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value written in a query. */
public sealed interface Literal {

    /** {@code null}. */
    record Null() implements Literal {}

    /**
     * Text in quotes.
     *
     * @param value the text, its escape sequences resolved
     * @param pattern the same as a pattern for LIKE, in which a backslash escapes {@code %}, {@code _} and itself
     */
    record Text(String value, String pattern) implements Literal {}

    /**
     * A number.
     *
     * @param value the number
     */
    record Numeric(BigDecimal value) implements Literal {}

    /**
     * {@code true} or {@code false}.
     *
     * @param value which
     */
    record Bool(boolean value) implements Literal {}

    /**
     * A day.
     *
     * @param value the day
     */
    record Day(LocalDate value) implements Literal {}

    /**
     * A point in time.
     *
     * @param value the point
     */
    record Moment(Instant value) implements Literal {}

    /**
     * A span of days relative to the day on which the query runs, for example {@code LAST_N_DAYS:7}.
     *
     * @param unit what it is called
     * @param count the number after the colon; 0 where there is none
     */
    record Relative(DateLiteral unit, int count) implements Literal {}
}
