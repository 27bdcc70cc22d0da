package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;

/**
 * Spans of days relative to today (SOQL and SOSL Reference, "Date Formats and Date Literals"). Weeks begin on Sunday,
 * as they do for the locale en_US; {@code LAST_N_DAYS:n} ends with today, {@code NEXT_N_DAYS:n} begins tomorrow. Fiscal
 * years are calendar years.
 */
public enum DateLiteral {
    /** Today. */
    TODAY(Unit.DAY, 0),
    /** The day before. */
    YESTERDAY(Unit.DAY, -1),
    /** The day after. */
    TOMORROW(Unit.DAY, 1),
    /** The week that today is in. */
    THIS_WEEK(Unit.WEEK, 0),
    /** The week before. */
    LAST_WEEK(Unit.WEEK, -1),
    /** The week after. */
    NEXT_WEEK(Unit.WEEK, 1),
    /** The month that today is in. */
    THIS_MONTH(Unit.MONTH, 0),
    /** The month before. */
    LAST_MONTH(Unit.MONTH, -1),
    /** The month after. */
    NEXT_MONTH(Unit.MONTH, 1),
    /** The calendar quarter that today is in. */
    THIS_QUARTER(Unit.QUARTER, 0),
    /** The quarter before. */
    LAST_QUARTER(Unit.QUARTER, -1),
    /** The quarter after. */
    NEXT_QUARTER(Unit.QUARTER, 1),
    /** The calendar year that today is in. */
    THIS_YEAR(Unit.YEAR, 0),
    /** The year before. */
    LAST_YEAR(Unit.YEAR, -1),
    /** The year after. */
    NEXT_YEAR(Unit.YEAR, 1),
    /** The 90 days that end with today. */
    LAST_90_DAYS(Unit.DAY, -1),
    /** The 90 days that begin tomorrow. */
    NEXT_90_DAYS(Unit.DAY, 1),
    /** The fiscal quarter that today is in. */
    THIS_FISCAL_QUARTER(Unit.QUARTER, 0),
    /** The fiscal quarter before. */
    LAST_FISCAL_QUARTER(Unit.QUARTER, -1),
    /** The fiscal quarter after. */
    NEXT_FISCAL_QUARTER(Unit.QUARTER, 1),
    /** The fiscal year that today is in. */
    THIS_FISCAL_YEAR(Unit.YEAR, 0),
    /** The fiscal year before. */
    LAST_FISCAL_YEAR(Unit.YEAR, -1),
    /** The fiscal year after. */
    NEXT_FISCAL_YEAR(Unit.YEAR, 1),
    /** The n days that end with today. */
    LAST_N_DAYS(Unit.DAY, -1, true),
    /** The n days that begin tomorrow. */
    NEXT_N_DAYS(Unit.DAY, 1, true),
    /** The day that is n days ago. */
    N_DAYS_AGO(Unit.DAY, -1, true),
    /** The n weeks before this one. */
    LAST_N_WEEKS(Unit.WEEK, -1, true),
    /** The n weeks after this one. */
    NEXT_N_WEEKS(Unit.WEEK, 1, true),
    /** The n months before this one. */
    LAST_N_MONTHS(Unit.MONTH, -1, true),
    /** The n months after this one. */
    NEXT_N_MONTHS(Unit.MONTH, 1, true),
    /** The week that is n weeks ago. */
    N_WEEKS_AGO(Unit.WEEK, -1, true),
    /** The month that is n months ago. */
    N_MONTHS_AGO(Unit.MONTH, -1, true),
    /** The n quarters before this one. */
    LAST_N_QUARTERS(Unit.QUARTER, -1, true),
    /** The n quarters after this one. */
    NEXT_N_QUARTERS(Unit.QUARTER, 1, true),
    /** The quarter that is n quarters ago. */
    N_QUARTERS_AGO(Unit.QUARTER, -1, true),
    /** The n fiscal quarters before this one. */
    LAST_N_FISCAL_QUARTERS(Unit.QUARTER, -1, true),
    /** The n fiscal quarters after this one. */
    NEXT_N_FISCAL_QUARTERS(Unit.QUARTER, 1, true),
    /** The fiscal quarter that is n fiscal quarters ago. */
    N_FISCAL_QUARTERS_AGO(Unit.QUARTER, -1, true),
    /** The year that is n years ago. */
    N_YEARS_AGO(Unit.YEAR, -1, true),
    /** The n fiscal years before this one. */
    LAST_N_FISCAL_YEARS(Unit.YEAR, -1, true),
    /** The n fiscal years after this one. */
    NEXT_N_FISCAL_YEARS(Unit.YEAR, 1, true),
    /** The fiscal year that is n fiscal years ago. */
    N_FISCAL_YEARS_AGO(Unit.YEAR, -1, true),
    /** The n years before this one. */
    LAST_N_YEARS(Unit.YEAR, -1, true),
    /** The n years after this one. */
    NEXT_N_YEARS(Unit.YEAR, 1, true);

    private static final int DAYS = 90;

    private final Unit unit;
    private final int direction;
    private final boolean counted;

    DateLiteral(Unit unit, int direction) {
        this(unit, direction, false);
    }

    DateLiteral(Unit unit, int direction, boolean counted) {
        this.unit = unit;
        this.direction = direction;
        this.counted = counted;
    }

    /** @return whether a colon and a number follow the name */
    public boolean counted() {
        return counted;
    }

    /**
     * @param today the day on which the query runs
     * @param count the number after the colon; ignored where there is none
     * @return the days meant
     */
    public Span on(LocalDate today, int count) {
        if (this == LAST_90_DAYS || this == NEXT_90_DAYS) {
            return (this == LAST_90_DAYS ? LAST_N_DAYS : NEXT_N_DAYS).on(today, DAYS);
        }
        LocalDate current = unit.start(today);
        if (name().endsWith("_AGO")) {
            return new Span(unit.plus(current, -count), unit.plus(current, 1 - count));
        }
        if (!counted) {
            return new Span(unit.plus(current, direction), unit.plus(current, direction + 1));
        }
        if (this == LAST_N_DAYS) {
            return new Span(today.minusDays(Math.max(count - 1L, 0)), today.plusDays(1));
        }
        return direction < 0
                ? new Span(unit.plus(current, -count), current)
                : new Span(unit.plus(current, 1), unit.plus(current, 1 + count));
    }

    /**
     * Some consecutive days.
     *
     * @param from the first
     * @param until the first that does not belong to them any more
     */
    public record Span(LocalDate from, LocalDate until) {}

    private enum Unit {
        DAY(day -> day),
        WEEK(day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))),
        MONTH(day -> day.withDayOfMonth(1)),
        QUARTER(day -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3)),
        YEAR(day -> day.withDayOfYear(1));

        private final UnaryOperator<LocalDate> start;

        Unit(UnaryOperator<LocalDate> start) {
            this.start = start;
        }

        LocalDate start(LocalDate day) {
            return start.apply(day);
        }

        LocalDate plus(LocalDate day, int amount) {
            return switch (this) {
                case DAY -> day.plusDays(amount);
                case WEEK -> day.plusWeeks(amount);
                case MONTH -> day.plusMonths(amount);
                case QUARTER -> day.plusMonths(3L * amount);
                case YEAR -> day.plusYears(amount);
            };
        }
    }
}
