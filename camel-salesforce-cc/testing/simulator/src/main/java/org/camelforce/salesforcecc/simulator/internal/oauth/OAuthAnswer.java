package org.camelforce.salesforcecc.simulator.internal.oauth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/** Writes the answers of the OAuth endpoints. */
final class OAuthAnswer {

    private OAuthAnswer() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static void json(HttpServletResponse response, ObjectNode body) throws IOException {
        fields(response, body, OAuthFormat.JSON);
    }

    static void fields(HttpServletResponse response, ObjectNode fields, OAuthFormat format) throws IOException {
        write(response, 200, format.contentType(), format.write(fields));
    }

    static void error(HttpServletResponse response, OAuthError error, OAuthFormat format) throws IOException {
        write(response, error.status(), format.contentType(), format.write(errorFields(error)));
    }

    static void text(HttpServletResponse response, int status, String body) throws IOException {
        write(response, status, "text/plain;charset=UTF-8", body);
    }

    static ObjectNode errorFields(OAuthError error) {
        return object().put("error", error.error()).put("error_description", error.description());
    }

    private static void write(HttpServletResponse response, int status, String contentType, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
