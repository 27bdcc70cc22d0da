package org.camelforce.salesforcecc.internal.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * What came back from a request.
 *
 * @param status HTTP status, 0 if there was no answer
 * @param headers its headers
 * @param body its body, possibly empty or HTML; why there is none, if there was no answer
 */
public record SalesforceAnswer(int status, HttpFields headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT = 160;

    /**
     * @param why says why there is no answer
     * @return stands for the answer that did not come
     */
    public static SalesforceAnswer none(String why) {
        return new SalesforceAnswer(0, HttpFields.EMPTY, why);
    }

    /** {@return whether the request was carried out and answered with status 200} */
    public boolean isOk() {
        return status == 200;
    }

    /** {@return the value of a header, or null} */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** {@return the body, a missing node if it is not JSON} */
    public JsonNode json() {
        try {
            JsonNode node = status == 0 ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** {@return the REST API's first error (REST API Developer Guide, "Status Codes and Error Responses")} */
    public JsonNode restError() {
        return json().path(0);
    }

    /** {@return the code of {@link #restError}, empty if there is none} */
    public String errorCode() {
        return OutsideText.said(restError().path("errorCode").asText(""));
    }

    /** {@return the code of an OAuth error (RFC 6749, section 5.2), or null} */
    @Nullable
    String oauthError() {
        return json().hasNonNull("error") ? json().get("error").asText() : null;
    }

    /** {@return what an OAuth error says about itself, empty if it says nothing} */
    String oauthErrorDescription() {
        return json().path("error_description").asText("");
    }

    /** {@return what came back, in one line} */
    public String summary() {
        if (status == 0) {
            return "no answer: " + OutsideText.said(body);
        }
        if (restError().has("errorCode")) {
            return "status " + status + ", " + errorCode() + ": "
                    + cut(restError().path("message").asText());
        }
        String error = oauthError();
        if (error != null) {
            return "status " + status + ", " + cut(error) + ": " + cut(oauthErrorDescription());
        }
        return "status " + status + (json().isContainerNode() ? " and JSON" : ", " + excerpt());
    }

    private String excerpt() {
        String text = OutsideText.ofPage(body, EXCERPT);
        return text.isEmpty() ? "no body" : "\"" + text + "\"";
    }

    private static String cut(String text) {
        return OutsideText.cut(OutsideText.said(text), EXCERPT);
    }

    /** Shows neither headers nor body, which may be a token response. */
    @Override
    public String toString() {
        return "SalesforceAnswer[status=" + status + "]";
    }
}
