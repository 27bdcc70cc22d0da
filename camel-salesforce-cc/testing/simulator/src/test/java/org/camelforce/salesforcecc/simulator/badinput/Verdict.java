package org.camelforce.salesforcecc.simulator.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an answer is one that Salesforce documents. */
final class Verdict {

    // REST API Developer Guide, "Status Codes and Error Responses"; 406, 413 and 417 of the Apex Developer Guide.
    private static final Set<Integer> STATUSES =
            Set.of(200, 201, 204, 300, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 417, 428, 431);
    // RFC 9112, 6.1: for a transfer coding that the server does not know.
    private static final int NOT_IMPLEMENTED = 501;
    private static final int PRECONDITION_FAILED = 412;
    private static final Pattern WEB_SERVER = Pattern.compile("<h1>Bad Message 4");
    private static final Set<Integer> OF_WEB_SERVER = Set.of(400, 413, 414, 417, 431);
    private static final Pattern LEAK = Pattern.compile(
            "org\\.h2|JdbcSQL|java\\.(lang|util|io)\\.|\\n\\s+at [a-z]|com\\.fasterxml|antlr|UNKNOWN_EXCEPTION|"
                    + "UnknownException|An unexpected error|\"(httpStatusCode|statusCode)\":5\\d\\d|root:x:0");

    private Verdict() {}

    /** What is wrong with an answer; empty if nothing is. */
    static String on(Draft request, Answer answer) {
        if (answer.status() == 0) {
            return request.isFramed() || request.isTooLong() ? "" : "closed without an answer";
        }
        if (!STATUSES.contains(answer.status()) && !(request.isFramed() && answer.status() == NOT_IMPLEMENTED)) {
            return "status " + answer.status();
        }
        if (request.isFramed() && isOfWebServer(answer)) {
            return "";
        }
        if (LEAK.matcher(answer.text()).find()) {
            return "says too much: " + answer.text();
        }
        return answer.status() < 400 || request.method.equals("HEAD") || isUnmetCondition(answer)
                ? ""
                : form(request.path, answer);
    }

    /** REST API Developer Guide, "Conditional Request Headers": without a body, as 304 is. */
    private static boolean isUnmetCondition(Answer answer) {
        return answer.status() == PRECONDITION_FAILED && answer.body().length == 0;
    }

    private static boolean isXmlOfRest(String text) {
        return text.contains("<Errors") && text.contains("<errorCode>") && text.contains("<message>");
    }

    private static String form(String path, Answer answer) {
        String normal = path.replaceFirst("^/+", "/");
        boolean json = answer.header("content-type").startsWith("application/json");
        boolean sound;
        if (normal.matches(".*/\\.\\.?(/.*)?")) {
            // it leads elsewhere
            sound = true;
        } else if (normal.matches("/services/(data|apexrest)(/.*)?")) {
            JsonNode error = tree(answer).path(0);
            sound = json
                    ? error.has("errorCode") && error.has("message")
                            || tree(answer).path("hasErrors").asBoolean()
                    : isXmlOfRest(answer.text());
        } else if (normal.startsWith("/services/async/")) {
            sound = json ? tree(answer).has("exceptionCode") : answer.text().contains("<exceptionCode>");
        } else if (normal.matches("/services/oauth2/(token|introspect|revoke)/*")) {
            sound = json
                    ? tree(answer).has("error") || answer.status() == 415
                    : answer.text().contains("error");
        } else {
            sound = true;
        }
        return sound || isOfWebServer(answer) ? "" : "status " + answer.status() + " in another form: " + answer.text();
    }

    /** What is no HTTP, or has a path that is none, does not get to a resource; not every client gets a page. */
    private static boolean isOfWebServer(Answer answer) {
        boolean noPage =
                answer.body().length == 0 && answer.header("content-type").isEmpty();
        return OF_WEB_SERVER.contains(answer.status())
                && (noPage || WEB_SERVER.matcher(answer.text()).find());
    }

    private static JsonNode tree(Answer answer) {
        try {
            return Shop.MAPPER.readTree(answer.body());
        } catch (IOException e) {
            return Shop.MAPPER.missingNode();
        }
    }
}
