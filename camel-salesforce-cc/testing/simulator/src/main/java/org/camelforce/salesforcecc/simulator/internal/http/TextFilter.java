package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camelforce.salesforcecc.simulator.internal.model.Utf8Stream;

/** Lets bodies in other character sets be read as UTF-8. */
final class TextFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String type = request.getContentType();
        chain.doFilter(
                Utf8Stream.isFor(type) ? new DecodedRequest(request, sent -> Utf8Stream.of(sent, type)) : request,
                response);
    }
}
