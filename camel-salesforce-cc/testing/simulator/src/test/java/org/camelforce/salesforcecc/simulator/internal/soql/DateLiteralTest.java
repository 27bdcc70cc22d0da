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
        "LAST_90_DAYS,  0, 2026-08-26, 2026-11-24",
        "NEXT_90_DAYS,  0, 2026-11-24, 2027-02-22",
        "THIS_FISCAL_QUARTER,    0, 2026-10-01, 2027-01-01",
        "LAST_FISCAL_QUARTER,    0, 2026-07-01, 2026-10-01",
        "NEXT_FISCAL_QUARTER,    0, 2027-01-01, 2027-04-01",
        "THIS_FISCAL_YEAR,       0, 2026-01-01, 2027-01-01",
        "LAST_FISCAL_YEAR,       0, 2025-01-01, 2026-01-01",
        "NEXT_FISCAL_YEAR,       0, 2027-01-01, 2028-01-01",
        "N_WEEKS_AGO,            1, 2026-11-15, 2026-11-22",
        "N_MONTHS_AGO,           2, 2026-09-01, 2026-10-01",
        "LAST_N_QUARTERS,        2, 2026-04-01, 2026-10-01",
        "NEXT_N_QUARTERS,        2, 2027-01-01, 2027-07-01",
        "N_QUARTERS_AGO,         2, 2026-04-01, 2026-07-01",
        "LAST_N_FISCAL_QUARTERS, 1, 2026-07-01, 2026-10-01",
        "NEXT_N_FISCAL_QUARTERS, 1, 2027-01-01, 2027-04-01",
        "N_FISCAL_QUARTERS_AGO,  3, 2026-01-01, 2026-04-01",
        "N_YEARS_AGO,            1, 2025-01-01, 2026-01-01",
        "LAST_N_FISCAL_YEARS,    2, 2024-01-01, 2026-01-01",
        "NEXT_N_FISCAL_YEARS,    1, 2027-01-01, 2028-01-01",
        "N_FISCAL_YEARS_AGO,     2, 2024-01-01, 2025-01-01",
    })
    void onWhenTodayIsAMondayThenSpansTheDaysMeant(DateLiteral literal, int count, LocalDate from, LocalDate until) {
        assertThat(literal.on(LocalDate.of(2026, 11, 23), count)).isEqualTo(new DateLiteral.Span(from, until));
    }
}
