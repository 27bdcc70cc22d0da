package org.camelforce.salesforcecc.simulator.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error says.
 *
 * @param contentType type and character set; empty for none
 * @param text plain text without markup, or JSON, XML or HTML
 */
record ErrorBody(String contentType, String text) {

    private static final String JSON = "application/json;charset=UTF-8";
    private static final String XML = "application/xml;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String XML_HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    /** An error in JSON (REST API Developer Guide, "Status Codes and Error Responses"). */
    static ErrorBody json(String errorCode, String message) {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        body.addObject().put("message", message).put("errorCode", errorCode);
        return new ErrorBody(JSON, body.toString());
    }

    /** An error in the format that the request accepts (REST API Developer Guide, "REST API Architecture"). */
    static ErrorBody rest(@Nullable String accept, String errorCode, String message) {
        return accept != null && accept.startsWith("application/xml")
                ? new ErrorBody(
                        XML,
                        XML_HEAD + "<Errors><Error><message>" + message + "</message><errorCode>" + errorCode
                                + "</errorCode></Error></Errors>")
                : json(errorCode, message);
    }

    /**
     * An error of Bulk API 1.0, in XML or, for jobs in JSON, in JSON (Bulk API Developer Guide, "Errors").
     *
     * @param contentType that of the request
     * @param code one of the API's exception codes
     * @param message what is wrong, in plain text without markup
     */
    static ErrorBody bulkV1(@Nullable String contentType, String code, String message) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json")
                ? new ErrorBody(JSON, "{\"exceptionCode\":\"" + code + "\",\"exceptionMessage\":\"" + message + "\"}")
                : new ErrorBody(
                        XML,
                        XML_HEAD + "<error xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\">"
                                + "<exceptionCode>" + code + "</exceptionCode>"
                                + "<exceptionMessage>" + message + "</exceptionMessage></error>");
    }

    /** The page for a URL that leads nowhere. */
    static ErrorBody unknownUrl() {
        return new ErrorBody(
                HTML,
                "<html><head><title>URL No Longer Exists</title></head>"
                        + "<body><h1>URL No Longer Exists</h1></body></html>");
    }

    /** The page for what is no request of an API. */
    static ErrorBody badMessage(int status, String reason) {
        return new ErrorBody(
                HTML, "<html><body><h1>Bad Message " + status + "</h1><pre>reason: " + reason + "</pre></body></html>");
    }
}
