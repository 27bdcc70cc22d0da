package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * How CSV is written in a job.
 *
 * @param delimiter what separates values
 * @param lineEnding what ends a row
 */
record CsvDialect(ColumnDelimiter delimiter, LineEnding lineEnding) {

    static final CsvDialect DEFAULT = new CsvDialect(ColumnDelimiter.COMMA, LineEnding.LF);

    CSVFormat reading() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.character())
                .setIgnoreEmptyLines(true)
                .build();
    }

    CSVFormat writing() {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.character())
                .setRecordSeparator(lineEnding.characters())
                .setQuoteMode(QuoteMode.ALL)
                .build();
    }

    /** Whether the first row of a file ends as this says; so does a file of one row without an end. */
    boolean isLineEndingOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int before = -1;
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                if (octet == '\n') {
                    return (before == '\r') == (lineEnding == LineEnding.CRLF);
                }
                before = octet;
            }
            return true;
        }
    }
}
