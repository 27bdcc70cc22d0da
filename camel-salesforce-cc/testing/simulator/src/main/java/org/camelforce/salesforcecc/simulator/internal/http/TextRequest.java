package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import org.camelforce.salesforcecc.simulator.internal.model.Utf8Stream;
import org.jspecify.annotations.Nullable;

/** A request whose body is read as text in UTF-8. */
final class TextRequest extends HttpServletRequestWrapper {

    private @Nullable ServletInputStream body;

    TextRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream opened = body;
        if (opened == null) {
            opened = new Text(Utf8Stream.of(super.getInputStream(), getContentType()));
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

    private static final class Text extends ServletInputStream {

        private final InputStream in;
        private boolean finished;

        Text(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            finished = next < 0;
            return next;
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
            throw new IllegalStateException("requests in other character sets are read by blocking");
        }
    }
}
