package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.model.MediaType;

/** Refuses bodies in a character set that does not exist, on which the web server's own classes fail. */
final class CharsetFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> charset = MediaType.charset(request.getHeader("Content-Type"));
        if (charset.isEmpty() || exists(charset.get())) {
            chain.doFilter(request, response);
        } else {
            UnsupportedMediaType.write(request, response, "The character set of the request is not supported");
        }
    }

    private static boolean exists(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
