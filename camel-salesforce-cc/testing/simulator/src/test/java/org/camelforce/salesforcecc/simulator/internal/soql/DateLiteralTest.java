package org.camelforce.salesforcecc.simulator.internal.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "TODAY,         0, 2026-11-23, 2026-11-24",
        "YESTERDAY,     0, 2026-11-22, 2026-11-23",
        "TOMORROW,      0, 2026-11-24, 2026-11-25",
        "THIS_WEEK,     0, 2026-11-22, 2026-11-29",
        "LAST_WEEK,     0, 2026-11-15, 2026-11-22",
        "NEXT_WEEK,     0, 2026-11-29, 2026-12-06",
        "THIS_MONTH,    0, 2026-11-01, 2026-12-01",
        "LAST_MONTH,    0, 2026-10-01, 2026-11-01",
        "NEXT_MONTH,    0, 2026-12-01, 2027-01-01",
        "THIS_QUARTER,  0, 2026-10-01, 2027-01-01",
        "LAST_QUARTER,  0, 2026-07-01, 2026-10-01",
        "THIS_YEAR,     0, 2026-01-01, 2027-01-01",
        "LAST_YEAR,     0, 2025-01-01, 2026-01-01",
        "LAST_N_DAYS,   1, 2026-11-23, 2026-11-24",
        "LAST_N_DAYS,   7, 2026-11-17, 2026-11-24",
        "NEXT_N_DAYS,   2, 2026-11-24, 2026-11-26",
        "N_DAYS_AGO,    2, 2026-11-21, 2026-11-22",
        "LAST_N_WEEKS,  2, 2026-11-08, 2026-11-22",
        "NEXT_N_WEEKS,  1, 2026-11-29, 2026-12-06",
        "LAST_N_MONTHS, 2, 2026-09-01, 2026-11-01",
        "NEXT_N_YEARS,  1, 2027-01-01, 2028-01-01",
    })
    void onWhenTodayIsAMondayThenSpansTheDaysMeant(DateLiteral literal, int count, LocalDate from, LocalDate until) {
        assertThat(literal.on(LocalDate.of(2026, 11, 23), count)).isEqualTo(new DateLiteral.Span(from, until));
    }
}
