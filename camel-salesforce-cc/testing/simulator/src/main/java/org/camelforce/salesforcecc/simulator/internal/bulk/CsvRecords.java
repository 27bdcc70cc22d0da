package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads CSV row by row as bytes, without looking into the rows. Passes over lines without anything in them, which are
 * no rows.
 */
final class CsvRecords {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final char delimiter;
    private final byte[] held = new byte[BUFFER];
    private int holding;
    private long length;

    CsvRecords(InputStream in, CsvDialect dialect) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.delimiter = dialect.delimiter().character();
    }

    /** Passes over rows, as many as there are at most. */
    void skip(long rows) throws IOException {
        copy(OutputStream.nullOutputStream(), rows);
    }

    /** Copies rows, as many as there are at most. */
    void copy(OutputStream out, long rows) throws IOException {
        for (long left = rows; left > 0 && row(out); left--) {
            // the condition copies
        }
        pass(out);
    }

    /** Whether a row from here on has more bytes. */
    boolean hasRowOver(long bytes) throws IOException {
        while (row(OutputStream.nullOutputStream())) {
            if (length > bytes) {
                return true;
            }
        }
        return false;
    }

    private boolean row(OutputStream out) throws IOException {
        int octet = in.read();
        while (octet == '\n' || octet == '\r') {
            octet = in.read();
        }
        length = 0;
        boolean quoted = false;
        // a quote within a value that does not begin with one is a character like others
        boolean canQuote = true;
        while (octet >= 0) {
            hold(octet, out);
            length++;
            if (octet == '"' && (quoted || canQuote)) {
                quoted = !quoted;
                canQuote = true;
            } else if (!quoted) {
                if (isEnd(octet, out)) {
                    return true;
                }
                canQuote = octet == delimiter;
            }
            octet = in.read();
        }
        return length > 0;
    }

    private boolean isEnd(int octet, OutputStream out) throws IOException {
        if (octet == '\r') {
            in.mark(1);
            if (in.read() == '\n') {
                hold('\n', out);
            } else {
                in.reset();
            }
        }
        return octet == '\r' || octet == '\n';
    }

    private void hold(int octet, OutputStream out) throws IOException {
        if (holding == held.length) {
            pass(out);
        }
        held[holding++] = (byte) octet;
    }

    private void pass(OutputStream out) throws IOException {
        out.write(held, 0, holding);
        holding = 0;
    }
}
