package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** A request whose body is read decompressed. What is not compressed as its header says is a bad request. */
final class CompressedRequest extends HttpServletRequestWrapper {

    private @Nullable ServletInputStream body;

    CompressedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream opened = body;
        if (opened == null) {
            opened = new Decompressed((HttpServletRequest) getRequest());
            body = opened;
        }
        return opened;
    }

    @Override
    public int getContentLength() {
        return -1;
    }

    @Override
    public long getContentLengthLong() {
        return -1;
    }

    private static final class Decompressed extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        Decompressed(HttpServletRequest request) throws IOException {
            InputStream raw = request.getInputStream();
            try {
                in = request.getHeader("Content-Encoding").strip().equalsIgnoreCase("gzip")
                        ? new GZIPInputStream(raw)
                        : new InflaterInputStream(raw);
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
                int count = in.read(bytes, offset, length);
                finished = count < 0;
                return count;
            } catch (ZipException | EOFException e) {
                throw invalid(e);
            }
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("compressed requests are read by blocking");
        }

        private static ApiException invalid(IOException cause) {
            ApiException failure = new ApiException(
                    400, "INVALID_INPUT", "The body is not compressed as the header Content-Encoding says");
            failure.initCause(cause);
            return failure;
        }
    }
}
