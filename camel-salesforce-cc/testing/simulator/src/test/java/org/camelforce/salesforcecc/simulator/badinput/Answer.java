package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came.
 *
 * @param status 0 if the server closed the connection without an answer
 * @param headers by their names in lower case
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final int LONGEST_LINE = 65_536;

    static Answer read(InputStream in, String method) throws IOException {
        String line = line(in);
        if (line.isEmpty()) {
            return new Answer(0, Map.of(), new byte[0]);
        }
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no status line: " + line);
        }
        int status = Integer.parseInt(line.split(" ")[1]);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(in, method);
        }
        return new Answer(
                status,
                headers,
                method.equals("HEAD") || status == 204 || status == 304 ? new byte[0] : body(in, headers));
    }

    String text() {
        return new String(body, UTF_8);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean closes() {
        return status == 0 || header("connection").equalsIgnoreCase("close");
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            int length = Integer.parseInt(headers.get("content-length"));
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException("the body ends after " + body.length + " of " + length + " bytes");
            }
            return body;
        }
        if (!headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return in.readAllBytes();
        }
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            body.writeBytes(in.readNBytes(length));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
