package org.camelforce.salesforcecc.simulator.internal.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code POST /actions/<name>} with a JSON object of arguments. */
final class ActionServlet extends HttpServlet {

    /** An event has at most 1 MB, in JSON within JSON. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final transient Actions actions;

    ActionServlet(Actions actions) {
        this.actions = actions;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            Answer.error(
                    response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The arguments are longer than 2 MB.");
            return;
        }
        String name = request.getRequestURI().substring(request.getRequestURI().lastIndexOf('/') + 1);
        try {
            JsonNode arguments = JSON.readTree(body);
            Optional<ObjectNode> answer = actions.run(name, arguments);
            if (answer.isPresent()) {
                Answer.write(response, HttpServletResponse.SC_OK, answer.get());
            } else {
                Answer.error(response, HttpServletResponse.SC_NOT_FOUND, "No such action.");
            }
        } catch (JsonProcessingException e) {
            Answer.error(response, HttpServletResponse.SC_BAD_REQUEST, "The arguments are not JSON.");
        } catch (IllegalArgumentException e) {
            Answer.error(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }
}
