package org.camelforce.salesforcecc.simulator.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** A request that can be changed before its bytes are sent. */
final class Draft {

    private static final int LONGEST_HEAD = 16_000;

    String method;
    String path;
    String query = "";
    byte[] body = {};

    /** What is written in place of the body and of its length, if anything. */
    byte[] framed = {};

    private final List<String[]> headers = new ArrayList<>();

    Draft(String method, String target) {
        this.method = method;
        int mark = target.indexOf('?');
        this.path = mark < 0 ? target : target.substring(0, mark);
        this.query = mark < 0 ? "" : target.substring(mark + 1);
    }

    Draft body(String type, String text) {
        return body(type, text.getBytes(UTF_8));
    }

    Draft body(String type, byte[] bytes) {
        body = bytes;
        return header("Content-Type", type);
    }

    Draft header(String name, String value) {
        headers.removeIf(header -> header[0].equalsIgnoreCase(name));
        return addHeader(name, value);
    }

    Draft addHeader(String name, String value) {
        headers.add(new String[] {name, value});
        return this;
    }

    void removeHeader(int number) {
        if (!headers.isEmpty()) {
            headers.remove(number % headers.size());
        }
    }

    String contentType() {
        return headers.stream()
                .filter(header -> header[0].equalsIgnoreCase("Content-Type"))
                .map(header -> header[1])
                .findFirst()
                .orElse("");
    }

    boolean isFramed() {
        return framed.length > 0;
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Whether the server may close the connection before it has read the headers. */
    boolean isTooLong() {
        return target().length()
                        + headers.stream()
                                .mapToInt(header -> header[0].length() + header[1].length() + 4)
                                .sum()
                > LONGEST_HEAD;
    }

    byte[] bytes(String host) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(
                header -> head.append(header[0]).append(": ").append(header[1]).append("\r\n"));
        if (isFramed()) {
            out.writeBytes(head.toString().getBytes(ISO_8859_1));
            out.writeBytes(framed);
            return out.toByteArray();
        }
        if (body.length > 0 || method.matches("POST|PUT|PATCH")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
