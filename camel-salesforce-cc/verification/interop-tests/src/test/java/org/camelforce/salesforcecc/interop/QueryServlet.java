package org.camelforce.salesforcecc.interop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A query that yields nothing, for whoever has a token that is good. */
final class QueryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Predicate<String> isActive;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    QueryServlet(Predicate<String> isActive) {
        this.isActive = isActive;
    }

    int served() {
        return served.get();
    }

    int refused() {
        return refused.get();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Authorization");
        response.setContentType("application/json");
        if (header != null && header.startsWith("Bearer ") && isActive.test(header.substring("Bearer ".length()))) {
            served.incrementAndGet();
            response.getWriter().print("{\"totalSize\":0,\"done\":true,\"records\":[]}");
        } else {
            refused.incrementAndGet();
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.getWriter()
                    .print("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
        }
    }
}
