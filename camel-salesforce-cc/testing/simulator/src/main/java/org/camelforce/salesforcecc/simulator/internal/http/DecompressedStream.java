package org.camelforce.salesforcecc.simulator.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Decompresses a body. What is not compressed as its header says is a bad request. */
final class DecompressedStream extends InputStream {

    private final InputStream in;

    DecompressedStream(InputStream sent, boolean gzip) throws IOException {
        try {
            in = gzip ? new GZIPInputStream(sent) : new InflaterInputStream(sent);
        } catch (ZipException | EOFException e) {
            throw invalid(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw invalid(e);
        }
    }

    private static ApiException invalid(IOException cause) {
        ApiException failure = new ApiException(
                400, "INVALID_INPUT", "The body is not compressed as the header Content-Encoding says");
        failure.initCause(cause);
        return failure;
    }
}
