package org.camelforce.salesforcecc.simulator.badinput;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests byte by byte: on one connection while it stays open, and on one of their own if their length is a lie.
 */
final class Wire implements AutoCloseable {

    static final int LIMIT_MILLIS = 60_000;

    private final URI url;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    Wire(String url) {
        this.url = URI.create(url);
    }

    Answer send(Draft request) throws IOException {
        if (request.isFramed()) {
            return sendAlone(request);
        }
        boolean reused = socket != null;
        Answer answer = sendOn(connection(), request, false);
        if (answer.status() == 0 && reused) {
            close();
            answer = sendOn(connection(), request, false);
        }
        // Jetty sends its page for a path that is none, whatever the method.
        boolean unasked = request.method.equals("HEAD") && answer.status() >= 400;
        if (answer.closes() || unasked) {
            close();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    private Answer sendAlone(Draft request) throws IOException {
        close();
        try {
            return sendOn(connection(), request, true);
        } finally {
            close();
        }
    }

    private Answer sendOn(Socket open, Draft request, boolean last) throws IOException {
        try {
            open.getOutputStream().write(request.bytes(url.getAuthority()));
            if (last) {
                open.shutdownOutput();
            }
        } catch (SocketException e) {
            // The server may answer and close before it has read everything.
        }
        try {
            return Answer.read(in, request.method);
        } catch (SocketException e) {
            return new Answer(0, java.util.Map.of(), new byte[0]);
        }
    }

    private Socket connection() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(url.getHost(), url.getPort());
            open.setSoTimeout(LIMIT_MILLIS);
            open.setTcpNoDelay(true);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        return open;
    }
}
