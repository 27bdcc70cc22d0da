package org.camelforce.salesforcecc.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.eclipse.jetty.http.HttpFields;

/**
 * What came back from a request.
 *
 * @param status HTTP status, 0 if there was no answer
 * @param headers its headers
 * @param body its body; why there is none, if there was no answer
 */
record Answer(int status, HttpFields headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT = 160;

    static Answer none(String why) {
        return new Answer(0, HttpFields.EMPTY, why);
    }

    boolean isOk() {
        return status == 200;
    }

    /** The body, a missing node if it is not JSON. */
    JsonNode json() {
        try {
            JsonNode node = status == 0 ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The code of the REST API's first error (REST API Developer Guide, "Status Codes and Error Responses"). */
    String errorCode() {
        return OutsideText.said(json().path(0).path("errorCode").asText(""));
    }

    /** Says what came back, in one line. */
    String summary() {
        if (status == 0) {
            return "no answer: " + OutsideText.said(body);
        }
        JsonNode json = json();
        if (json.path(0).has("errorCode")) {
            return "status " + status + ", " + errorCode() + ": "
                    + cut(json.path(0).path("message").asText());
        }
        if (json.has("error")) {
            return "status " + status + ", " + cut(json.path("error").asText()) + ": "
                    + cut(json.path("error_description").asText());
        }
        return "status " + status + (json.isContainerNode() ? " and JSON" : ", " + excerpt());
    }

    private String excerpt() {
        String text = OutsideText.ofPage(body, EXCERPT);
        return text.isEmpty() ? "no body" : "\"" + text + "\"";
    }

    private static String cut(String text) {
        return OutsideText.cut(OutsideText.said(text), EXCERPT);
    }

    /** Does not show the body. */
    @Override
    public String toString() {
        return "Answer[status=" + status + "]";
    }
}
