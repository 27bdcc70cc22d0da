package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Keeps a body back until {@link #send}; status and headers go to the real response, which stays uncommitted. */
final class BufferedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;

    BufferedResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Buffer(body);
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter current = writer;
        if (current == null) {
            String encoding = getCharacterEncoding();
            current = new PrintWriter(new OutputStreamWriter(body, Charset.forName(encoding)));
            writer = current;
        }
        return current;
    }

    @Override
    public void flushBuffer() {
        flushWriter();
    }

    @Override
    public void resetBuffer() {
        flushWriter();
        body.reset();
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        // The length is that of the buffered body, set when it is sent.
    }

    void send() throws IOException {
        send(Integer.MAX_VALUE);
    }

    /** Announces the whole body, but writes no more of it than the given number of bytes. */
    void send(int atMost) throws IOException {
        flushWriter();
        byte[] bytes = body.toByteArray();
        HttpServletResponse real = (HttpServletResponse) getResponse();
        if (bytes.length > 0) {
            real.setContentLength(bytes.length);
        }
        real.getOutputStream().write(bytes, 0, Math.min(atMost, bytes.length));
        real.flushBuffer();
    }

    private void flushWriter() {
        PrintWriter current = writer;
        if (current != null) {
            current.flush();
        }
    }

    private static final class Buffer extends ServletOutputStream {

        private final ByteArrayOutputStream body;

        Buffer(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a response with an injected fault does not support non-blocking writes");
        }
    }
}
