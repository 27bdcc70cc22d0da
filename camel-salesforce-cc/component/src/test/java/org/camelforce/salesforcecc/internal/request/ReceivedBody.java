package org.camelforce.salesforcecc.internal.request;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a request, of a known length or in chunks (RFC 9112, sections 6.2 and 7.1), that ends where it ends. */
final class ReceivedBody extends InputStream {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\nTransfer-Encoding: chunked\r\n");
    private static final int HEXADECIMAL = 16;

    private final InputStream in;
    private final boolean chunked;
    private long left;
    private boolean ended;

    private ReceivedBody(InputStream in, boolean chunked, long length) {
        this.in = in;
        this.chunked = chunked;
        this.left = length;
        this.ended = !chunked && length == 0;
    }

    static InputStream of(String head, InputStream in) {
        Matcher length = LENGTH.matcher(head);
        return new ReceivedBody(in, CHUNKED.matcher(head).find(), length.find() ? Long.parseLong(length.group(1)) : 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!ended && chunked && left == 0) {
            left = Long.parseLong(line(), HEXADECIMAL);
            ended = left == 0;
            if (ended) {
                line();
            }
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("The client has closed the connection within a body.");
        }
        left -= count;
        if (left == 0 && chunked) {
            line();
        }
        ended = left == 0 && !chunked;
        return count;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The client has closed the connection within a chunk's size.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
