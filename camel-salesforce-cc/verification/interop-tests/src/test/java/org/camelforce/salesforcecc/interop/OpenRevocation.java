package org.camelforce.salesforcecc.interop;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;

/**
 * Revocation without client authentication, which Salesforce does not ask for (Salesforce Help, "Revoke OAuth Tokens")
 * and Spring does: whoever has a token may end it.
 */
final class OpenRevocation extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient Predicate<String> isKnown;

    OpenRevocation(Predicate<String> isKnown) {
        this.isKnown = isKnown;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String token = request.getParameter("token");
        boolean known = token != null && isKnown.test(token);
        chain.doFilter(known ? new AsClient(request) : request, response);
    }

    private static final class AsClient extends HttpServletRequestWrapper {

        private AsClient(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            String pair = ServerConfiguration.CLIENT + ":" + ServerConfiguration.SECRET;
            return name.equalsIgnoreCase("Authorization")
                    ? "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
                    : super.getHeader(name);
        }
    }
}
