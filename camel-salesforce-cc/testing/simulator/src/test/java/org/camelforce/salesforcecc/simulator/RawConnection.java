package org.camelforce.salesforcecc.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a test writes each byte itself. */
final class RawConnection implements AutoCloseable {

    private static final int LONG = 20_000;
    private static final int MOMENT = 200;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    private final Socket socket;
    private final PushbackInputStream in;

    RawConnection(String url) throws IOException {
        socket = new Socket("127.0.0.1", URI.create(url).getPort());
        socket.setSoTimeout(LONG);
        in = new PushbackInputStream(socket.getInputStream());
    }

    void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Whether the server says something although the request is not complete. */
    boolean hasAnswer() throws IOException {
        socket.setSoTimeout(MOMENT);
        try {
            int first = in.read();
            if (first >= 0) {
                in.unread(first);
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(LONG);
        }
    }

    /** Status line, headers and body of the next answer. */
    String readAnswer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        int rest = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return head + new String(readFully(in, rest), ISO_8859_1);
    }

    boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        return in.readNBytes(length);
    }
}
