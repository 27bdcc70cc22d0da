package org.camelforce.salesforcecc.loadtests.bulk;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** CSV of many accounts, made while it is read. */
final class RowsStream extends InputStream {

    static final String PREFIX = "Account ";

    private final int rows;
    private int next;
    private byte[] row = "Name,Phone,BillingCity,NumberOfEmployees\n".getBytes(StandardCharsets.US_ASCII);
    private int index;

    RowsStream(int rows) {
        this.rows = rows;
    }

    @Override
    public int read() {
        return fill() ? row[index++] : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length && fill()) {
            int count = Math.min(length - done, row.length - index);
            System.arraycopy(row, index, bytes, offset + done, count);
            index += count;
            done += count;
        }
        return done == 0 && length > 0 ? -1 : done;
    }

    private boolean fill() {
        if (index < row.length) {
            return true;
        }
        if (next == rows) {
            return false;
        }
        row = (PREFIX + next + ",+1 555 " + next + ",City " + next % 1000 + "," + next % 100_000 + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        index = 0;
        next++;
        return true;
    }
}
