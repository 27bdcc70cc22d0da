package org.camelforce.salesforcecc.simulator.internal.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.model.RequestNote;
import org.camelforce.salesforcecc.simulator.internal.oauth.BearerToken;
import org.camelforce.salesforcecc.simulator.internal.oauth.SessionRegistry;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.eclipse.jetty.http.HttpFields;

/**
 * Lets only requests with a live session through to the REST resources, and counts them against the daily allocation.
 * The {@link Session} is the request attribute {@link #SESSION_ATTRIBUTE}. The versions resource is open to everyone
 * (REST API Developer Guide, "Versions").
 */
public final class SessionFilter extends HttpFilter {

    /** Name of the request attribute that holds the {@link Session}. */
    public static final String SESSION_ATTRIBUTE = Session.class.getName();

    private static final long serialVersionUID = 1L;

    private final transient SessionRegistry sessions;
    private final transient ApiUsage usage;

    /**
     * @param sessions decides which tokens are good
     * @param usage what authenticated requests count against
     */
    public SessionFilter(SessionRegistry sessions, ApiUsage usage) {
        this.sessions = sessions;
        this.usage = usage;
    }

    /** Whether a request with these headers is of a live session, without counting as its use. */
    boolean knows(HttpFields headers) {
        return BearerToken.of(headers::get).flatMap(sessions::peek).isPresent();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RestPaths.isVersions(request) || request.getAttribute(SESSION_ATTRIBUTE) != null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Session> session = BearerToken.of(request).flatMap(sessions::use);
        if (session.isEmpty()) {
            reject(request, response);
            return;
        }
        boolean allowed = usage.tryUse();
        response.setHeader("Sforce-Limit-Info", usage.limitInfo());
        if (!allowed) {
            RequestNote.put(request, "REQUEST_LIMIT_EXCEEDED");
            writeLimitExceeded(request, response);
            return;
        }
        request.setAttribute(SESSION_ATTRIBUTE, session.get());
        chain.doFilter(request, response);
    }

    private static void writeLimitExceeded(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String message = "TotalRequests Limit exceeded.";
        if (RestPaths.isBulkV1(request)) {
            ErrorResponse.bulkV1(request, response, 400, "ExceededQuota", message);
        } else {
            ErrorResponse.rest(request, response, 403, "REQUEST_LIMIT_EXCEEDED", message);
        }
    }

    private static void reject(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestNote.put(request, "INVALID_SESSION_ID");
        if (RestPaths.isBulkV1(request)) {
            ErrorResponse.bulkV1(request, response, 400, "InvalidSessionId", "Invalid session id");
            return;
        }
        response.setHeader("WWW-Authenticate", "Token");
        if (BearerToken.of(request).filter(BearerToken::isJwt).isPresent()) {
            ErrorResponse.rest(request, response, 401, "INVALID_AUTH_HEADER", "INVALID_JWT_FORMAT");
            return;
        }
        ErrorResponse.rest(request, response, 401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
}
