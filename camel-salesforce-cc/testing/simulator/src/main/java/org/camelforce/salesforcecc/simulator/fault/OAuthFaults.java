package org.camelforce.salesforcecc.simulator.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/**
 * Answers of the token endpoint that no state of the org can provoke, ready to be injected at
 * {@link FaultPoint#TOKEN_REQUEST}.
 */
public final class OAuthFaults {

    private static final String HTML = "text/html;charset=UTF-8";

    private OAuthFaults() {}

    /**
     * @param error the refusal
     * @return a fault that answers with it, in JSON
     */
    public static Fault refusal(OAuthError error) {
        return new Fault.Answer(
                error.status(),
                "application/json;charset=UTF-8",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", error.error())
                        .put("error_description", error.description())
                        .toString(),
                "Cache-Control: no-store");
    }

    /** @return {@code unknown_error}, "retry your request" */
    public static Fault unknownError() {
        return refusal(OAuthError.UNKNOWN_ERROR);
    }

    /** @return {@code invalid_grant}, "token request is already being processed" */
    public static Fault alreadyBeingProcessed() {
        return refusal(OAuthError.ALREADY_PROCESSED);
    }

    /** @return status 503 with an HTML page that announces maintenance */
    public static Fault maintenancePage() {
        return new Fault.Answer(
                503,
                HTML,
                "<html><head><title>Down For Maintenance</title></head>"
                        + "<body><h1>Sorry to interrupt. We are down for maintenance.</h1></body></html>");
    }

    /** @return status 503 with an empty body */
    public static Fault emptyBody() {
        return new Fault.Answer(503, "", "");
    }

    /** @return status 200 with an HTML page instead of JSON, as a proxy in between may answer */
    public static Fault htmlInsteadOfJson() {
        return new Fault.Answer(200, HTML, "<html><body>Please log in to continue.</body></html>");
    }
}
