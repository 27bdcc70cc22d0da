package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request whose body is read in another form than it was sent in. */
final class DecodedRequest extends HttpServletRequestWrapper {

    private final Decoder decoder;
    private @Nullable ServletInputStream body;

    /** @param decoder is called once, when the body is read for the first time */
    DecodedRequest(HttpServletRequest request, Decoder decoder) {
        super(request);
        this.decoder = decoder;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream opened = body;
        if (opened == null) {
            opened = new Decoded(decoder.decode(super.getInputStream()));
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

    /** Yields a body in the form that it is read in. */
    @FunctionalInterface
    interface Decoder {

        InputStream decode(InputStream sent) throws IOException;
    }

    private static final class Decoded extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        Decoded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            finished = count < 0;
            return count;
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
            throw new IllegalStateException("decoded requests are read by blocking");
        }
    }
}
