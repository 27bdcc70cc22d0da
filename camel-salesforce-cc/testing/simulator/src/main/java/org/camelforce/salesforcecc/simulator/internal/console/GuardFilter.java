package org.camelforce.salesforcecc.simulator.internal.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web pages out: the host must be the console's own, which a page that rebinds its name cannot pretend, and
 * what is not a GET must come from the console's page, with a header that other origins may not send unasked.
 */
final class GuardFilter extends HttpFilter {

    static final String HEADER = "X-Simulator-Console";

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Set<String>> hosts;

    GuardFilter(Supplier<Set<String>> hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        String host = request.getHeader("Host");
        if (host == null || !hosts.get().contains(host)) {
            Answer.error(response, HttpServletResponse.SC_FORBIDDEN, "The console is not at this host.");
        } else if (!isFromOwnPage(request, host)) {
            Answer.error(response, HttpServletResponse.SC_FORBIDDEN, "Only the console's own page can do that.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromOwnPage(HttpServletRequest request, String host) {
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            return true;
        }
        return request.getHeader(HEADER) != null
                && isAbsentOr("http://" + host, request.getHeader("Origin"))
                && isAbsentOr("same-origin", request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isAbsentOr(String expected, @Nullable String value) {
        return value == null || value.equals(expected);
    }
}
