package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Reads CSV row by row as bytes, without looking into the rows. */
final class CsvRecords {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int until;
    private boolean quoted;

    CsvRecords(InputStream in) {
        this.in = in;
    }

    /** Passes over rows, as many as there are at most. */
    void skip(long rows) throws IOException {
        copy(OutputStream.nullOutputStream(), rows);
    }

    /** Copies rows, as many as there are at most. */
    void copy(OutputStream out, long rows) throws IOException {
        long left = rows;
        while (left > 0 && fill()) {
            int end = from;
            while (end < until && left > 0) {
                byte octet = buffer[end++];
                if (octet == '"') {
                    quoted = !quoted;
                } else if (octet == '\n' && !quoted) {
                    left--;
                }
            }
            out.write(buffer, from, end - from);
            from = end;
        }
    }

    private boolean fill() throws IOException {
        if (from == until) {
            from = 0;
            until = Math.max(0, in.read(buffer));
        }
        return until > 0;
    }
}
