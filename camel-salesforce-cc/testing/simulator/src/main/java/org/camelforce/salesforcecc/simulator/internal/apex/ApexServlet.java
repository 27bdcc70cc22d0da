package org.camelforce.salesforcecc.simulator.internal.apex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Apex REST, to be mounted at {@value #PATH}. A filter before it leaves the {@link Session} as a request attribute that
 * is named like its class. Statuses and errors are those of the Apex Developer Guide, "Apex REST Methods" and
 * "RestResponse Class".
 */
public final class ApexServlet extends HttpServlet {

    /** Where it is mounted. */
    public static final String PATH = "/services/apexrest/*";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApexServlet.class);
    private static final String MOUNT = "/apexrest";
    private static final int LONGEST = 50 * 1024 * 1024;
    private static final Set<Integer> STATUSES = Set.of(
            200, 201, 202, 204, 206, 300, 301, 302, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415,
            417, 500, 503);

    private final transient InMemoryApex apex;

    /** @param apex the handlers */
    public ApexServlet(InMemoryApex apex) {
        this.apex = apex;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Apex.Response answer;
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
            if (body.length > LONGEST) {
                throw new ApiException(413, "REQUEST_ENTITY_TOO_LARGE", "The request body is too large");
            }
            answer = answer(request, body);
        } catch (ApiException e) {
            answer = error(e.status(), e.errorCode(), String.valueOf(e.getMessage()));
        }
        write(answer, response);
    }

    private Apex.Response answer(HttpServletRequest http, byte[] body) {
        String path = path(http.getRequestURI());
        Map<String, String> params = params(http);
        String method = http.getMethod().equals("POST") ? params.getOrDefault("_HttpMethod", "POST") : http.getMethod();
        InMemoryApex.Found found = apex.find(method, path);
        Apex.Request request = new Apex.Request(
                method, path, decode(found.rest().replace("+", "%2B")), params, headers(http), body, userId(http));
        return run(found.handler(), request);
    }

    /** What follows the mount, as it was sent; nothing if the mount was sent in another spelling. */
    private static String path(String uri) {
        int mount = uri.indexOf(MOUNT);
        return mount < 0 ? "" : uri.substring(mount + MOUNT.length());
    }

    private static Apex.Response run(Apex.Handler handler, Apex.Request request) {
        try {
            Object result = handler.handle(request);
            if (result == null) {
                return Apex.Response.empty(request.method().equals("GET") ? 200 : 204);
            }
            return result instanceof Apex.Response response ? checked(response) : Apex.Response.json(200, result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return exception("System.UnexpectedException: " + e.getMessage());
        } catch (ApiException e) {
            return exception("System.DmlException: " + e.errorCode() + ", " + e.getMessage());
        } catch (Exception e) {
            LOG.info("The handler of {} {} failed", request.method(), request.uri(), e);
            return exception("System.UnexpectedException: " + e.getMessage());
        }
    }

    private static Apex.Response checked(Apex.Response response) {
        return STATUSES.contains(response.status())
                ? response
                : exception("Invalid status code for HTTP response: " + response.status());
    }

    private static Apex.Response exception(String message) {
        return error(500, "APEX_ERROR", message);
    }

    private static Apex.Response error(int status, String errorCode, String message) {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        ObjectNode error = errors.addObject();
        error.put("errorCode", errorCode).put("message", message);
        return Apex.Response.json(status, errors);
    }

    private static void write(Apex.Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.contentType().isEmpty()) {
            String type = answer.contentType();
            response.setContentType(type.contains("charset") ? type : type + ";charset=UTF-8");
            response.setContentLength(answer.body().length);
            response.getOutputStream().write(answer.body());
        }
    }

    private static String userId(HttpServletRequest request) {
        return request.getAttribute(Session.class.getName()) instanceof Session session ? session.userId() : "";
    }

    private static Map<String, String> params(HttpServletRequest request) {
        Map<String, String> params = new HashMap<>();
        String query = request.getQueryString();
        for (String pair : query == null ? List.<String>of() : List.of(query.split("&"))) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            params.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return params;
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!name.equalsIgnoreCase("Authorization")) {
                headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
            }
        }
        return headers;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8);
    }
}
