package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Answers each {@link RequestCase} with what is prepared, so that the client is what takes time. A program: its first
 * line is its URL, and it ends when its input does.
 */
public final class CannedOrg extends Handler.Abstract {

    private static final String TOKEN = "00D000000000001!canned";
    private static final int PAGE = 2_000;

    private final byte[] empty = bytes("{\"totalSize\":0,\"done\":true,\"records\":[]}");
    private final byte[] saved =
            bytes("{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[],\"created\":false}");
    private final byte[] record = bytes(record(0));
    private final byte[] composite = bytes(IntStream.range(0, RequestCase.REQUESTS)
            .mapToObj(i -> "{\"body\":{\"id\":\"001000000000001AAA\",\"success\":true,\"errors\":[]},"
                    + "\"httpHeaders\":{\"Location\":\"/services/data/v56.0/sobjects/Account/001000000000001AAA\"},"
                    + "\"httpStatusCode\":201,\"referenceId\":\"account" + i + "\"}")
            .collect(Collectors.joining(",", "{\"compositeResponse\":[", "]}")));
    private final byte[] page = bytes(IntStream.range(0, PAGE)
            .mapToObj(CannedOrg::record)
            .collect(Collectors.joining(",", "{\"totalSize\":2000,\"done\":true,\"records\":[", "]}")));

    private CannedOrg() {}

    /**
     * Runs the program.
     *
     * @param args the address to listen at, 127.0.0.1 if there is none
     * @throws Exception if it cannot listen
     */
    public static void main(String... args) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        // also at the addresses that stand for other orgs
        connector.setHost(args.length == 0 ? "127.0.0.1" : args[0]);
        connector.setIdleTimeout(SlowOrg.LONGEST.toMillis());
        server.addConnector(connector);
        server.setHandler(new SlowOrg(new CannedOrg()));
        server.start();
        System.out.println("http://localhost:" + connector.getLocalPort());
        while (System.in.read() >= 0) {
            // until the one that has started it ends
        }
        server.stop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        Content.Source.asByteBuffer(request);
        if (path.equals("/services/oauth2/token")) {
            send(response, callback, HttpStatus.OK_200, grant(request));
        } else if (path.contains("/query")) {
            boolean named = String.valueOf(request.getHttpURI().getQuery()).contains("Name");
            send(response, callback, HttpStatus.OK_200, named ? page : empty);
        } else if (path.endsWith("/composite") || path.endsWith("/composite/")) {
            send(response, callback, HttpStatus.OK_200, composite);
        } else if (request.getMethod().equals("GET")) {
            send(response, callback, HttpStatus.OK_200, record);
        } else {
            boolean created = request.getMethod().equals("POST");
            send(response, callback, created ? HttpStatus.CREATED_201 : HttpStatus.OK_200, saved);
        }
        return true;
    }

    private static byte[] grant(Request request) {
        String url = "http://" + Request.getServerName(request) + ":" + Request.getServerPort(request);
        return bytes("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"instance_url\":\"%s\",\"id\":\"%s/id/"
                        .formatted(TOKEN, url, url)
                + "00D000000000001EAA/005000000000001AAA\",\"scope\":\"api\",\"issued_at\":\"1\"}");
    }

    private static String record(int number) {
        String id = "001%012dAAA".formatted(number);
        return "{\"attributes\":{\"type\":\"Account\",\"url\":\"/services/data/v56.0/sobjects/Account/" + id
                + "\"},\"Id\":\"" + id + "\",\"Name\":\"Account " + number
                + "\",\"Industry\":\"Energy\",\"NumberOfEmployees\":" + number
                + ",\"CreatedDate\":\"2026-11-20T10:00:00.000+0000\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(Response response, Callback callback, int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json;charset=UTF-8");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
