package org.camelforce.salesforcecc.simulator.internal.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** A body of which no more than a number of bytes is read; a longer one is answered with 413. */
final class BoundedStream extends FilterInputStream {

    private final long longest;
    private long length;

    BoundedStream(InputStream in, long longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read = super.read(bytes, offset, count);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) {
        length += more;
        if (length > longest) {
            throw new ApiException(413, "REQUEST_ENTITY_TOO_LARGE", "The request body exceeds " + longest + " bytes");
        }
    }
}
