package org.camelforce.salesforcecc.simulator.internal.console;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The files of the page, and no others. */
final class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html;charset=UTF-8",
            "console.css", "text/css;charset=UTF-8",
            "icon.svg", "image/svg+xml",
            "announcer.js", SCRIPT,
            "console.js", SCRIPT,
            "controls.js", SCRIPT,
            "pulse.js", SCRIPT,
            "story.js", SCRIPT,
            "tables.js", SCRIPT);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(1);
        String name = path.isEmpty() ? "index.html" : path;
        String type = TYPES.get(name);
        try (InputStream file = type == null ? null : PageServlet.class.getResourceAsStream(name)) {
            if (file == null) {
                Answer.error(response, HttpServletResponse.SC_NOT_FOUND, "No such page.");
                return;
            }
            response.setContentType(type);
            file.transferTo(response.getOutputStream());
        }
    }
}
