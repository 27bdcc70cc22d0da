package org.camelforce.salesforcecc;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.test.support.TestTls;

/**
 * A proxy on loopback that knows the method CONNECT, or SOCKS4, and notes every byte that clients send. It can ask for
 * a user name and password.
 */
public final class ConnectProxy implements AutoCloseable {

    static final String REALM = "proxy";

    private static final String NONCE = "dcd98b7102dd2f0e8b11d0f600bfb0c093";
    private static final int SOCKS_GRANTED = 0x5a;
    private static final int TLS_RECORD = 0x16;

    private final NotedConnections connections;
    private final Login login;
    private final String username;
    private final String password;
    private final boolean closing;
    private final boolean socks4;
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    /** What the proxy asks for. */
    enum Login {
        NONE,
        BASIC,
        DIGEST
    }

    private ConnectProxy(
            ServerSocket server, Login login, String username, String password, boolean closing, boolean socks4) {
        this.connections = new NotedConnections(server);
        this.login = login;
        this.username = username;
        this.password = password;
        this.closing = closing;
        this.socks4 = socks4;
        connections.accept(this::serve);
    }

    /** One that asks for a password by Basic authentication, and closes the connection when it has asked. */
    public ConnectProxy(String username, String password) throws IOException {
        this(plain(), Login.BASIC, username, password, true, false);
    }

    /** One that asks for no password. */
    ConnectProxy() throws IOException {
        this(Login.NONE, "", "", false);
    }

    /** @param closing whether it closes the connection when it has asked for the password */
    ConnectProxy(Login login, String username, String password, boolean closing) throws IOException {
        this(plain(), login, username, password, closing, false);
    }

    /** One that speaks SOCKS4. */
    static ConnectProxy socks4() throws IOException {
        return new ConnectProxy(plain(), Login.NONE, "", "", false, true);
    }

    /** One that is reached over TLS, and asks for a password by Basic authentication. */
    static ConnectProxy overTls(String username, String password) throws IOException {
        return new ConnectProxy(
                TestTls.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")),
                Login.BASIC,
                username,
                password,
                false,
                false);
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    int port() {
        return connections.port();
    }

    /** Where it has connected to, as host and port. */
    List<String> targets() {
        return List.copyOf(targets);
    }

    /** What it was asked, each as its request line and headers, whether it did it or not. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Every byte that clients have sent, those in tunnels included. */
    String seen() {
        return connections.seen();
    }

    private void serve(Socket client) {
        try (client) {
            String target = socks4 ? socksTarget(client) : httpTarget(client);
            if (target == null) {
                return;
            }
            int colon = target.lastIndexOf(':');
            targets.add(target);
            try (Socket upstream =
                    new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)))) {
                connections.add(upstream);
                if (socks4) {
                    client.getOutputStream().write(new byte[] {0, (byte) SOCKS_GRANTED, 0, 0, 0, 0, 0, 0});
                } else {
                    answer(client, "200 Connection established");
                }
                connections.relay(client, upstream);
            }
        } catch (IOException e) {
            // the client has gone, or there is nobody at the target
        }
    }

    private String httpTarget(Socket client) throws IOException {
        while (true) {
            List<String> head = head(client.getInputStream());
            if (head.isEmpty()) {
                return null;
            }
            requests.add(String.join("\n", head));
            String[] line = head.get(0).split(" ");
            if (!line[0].equals("CONNECT")) {
                answer(client, "400 Bad Request", "Content-Length: 0");
                return null;
            }
            if (login == Login.NONE || head.stream().anyMatch(header -> isValid(header, line[1]))) {
                return line[1];
            }
            answer(
                    client,
                    "407 Proxy Authentication Required",
                    login == Login.BASIC
                            ? "Proxy-Authenticate: Basic realm=\"" + REALM + "\""
                            : "Proxy-Authenticate: Digest realm=\"" + REALM
                                    + "\", qop=\"auth\", algorithm=MD5, nonce=\"" + NONCE + "\"",
                    "Content-Length: 0",
                    "Connection: " + (closing ? "close" : "keep-alive"));
            if (closing) {
                return null;
            }
        }
    }

    private List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            connections.note(new byte[] {(byte) next}, 1);
            if (next == TLS_RECORD) {
                return List.of("TLS");
            }
            if (next == '\n') {
                if (line.isEmpty()) {
                    return lines;
                }
                lines.add(line.toString());
                line.setLength(0);
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
        return List.of();
    }

    private static String socksTarget(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        in.skipBytes(2);
        int port = in.readUnsignedShort();
        byte[] address = in.readNBytes(4);
        text(in);
        boolean isName = address[0] == 0 && address[1] == 0 && address[2] == 0 && address[3] != 0;
        return (isName ? text(in) : InetAddress.getByAddress(address).getHostAddress()) + ":" + port;
    }

    private static String text(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            text.append((char) next);
        }
        return text.toString();
    }

    private boolean isValid(String header, String target) {
        if (login == Login.BASIC) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return header.equalsIgnoreCase(
                            "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(pair))
                    && header.endsWith(Base64.getEncoder().encodeToString(pair));
        }
        if (!header.regionMatches(true, 0, "Proxy-Authorization: Digest ", 0, 28)) {
            return false;
        }
        String response = hash(hash(username + ":" + REALM + ":" + password) + ":" + NONCE + ":"
                + parameter(header, "nc") + ":" + parameter(header, "cnonce") + ":auth:" + hash("CONNECT:" + target));
        return parameter(header, "response").equals(response)
                && parameter(header, "uri").equals(target)
                && parameter(header, "username").equals(username);
    }

    private static String parameter(String header, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(header);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(Socket client, String... lines) throws IOException {
        String head = "HTTP/1.1 " + String.join("\r\n", lines) + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}
