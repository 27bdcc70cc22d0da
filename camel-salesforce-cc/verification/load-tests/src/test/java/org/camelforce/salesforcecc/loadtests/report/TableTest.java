package org.camelforce.salesforcecc.loadtests.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void tableWhenPrintedThenEachColumnIsAsWideAsItsWidestCell() {
        assertThat(new Table("", "ours").row("failed", 0))
                .hasToString(
                        """
                |        | ours |
                | ------ | ---- |
                | failed | 0    |
                """
                                .replace("\n", System.lineSeparator()));
    }
}
