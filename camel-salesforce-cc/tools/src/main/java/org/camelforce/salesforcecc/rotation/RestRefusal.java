package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.ContentResponse;

/** Tells from a refusal of the REST API why a rotation cannot go on. */
final class RestRefusal {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");

    private RestRefusal() {}

    /**
     * Shows status and error code, not the text: it may echo the request.
     *
     * @param what the request, without query
     */
    static RotationException of(String what, ContentResponse response) {
        JsonNode error = error(response.getContentAsString());
        String code = error.path("errorCode").asText("");
        String shown = ERROR_CODE.matcher(code).matches() ? " " + code : "";
        return new RotationException(
                failure(response.getStatus(), code, error.path("message").asText("")),
                what + " was answered with status " + response.getStatus() + shown,
                null);
    }

    private static RotationFailure failure(int status, String code, String message) {
        if (isAboutSetting(code, message)) {
            return RotationFailure.SETTING_OFF;
        }
        if (code.equals("REQUEST_LIMIT_EXCEEDED") || status == 408 || status == 420 || status == 429 || status >= 500) {
            return RotationFailure.UNAVAILABLE;
        }
        return switch (status) {
            case 401 -> RotationFailure.SESSION_REJECTED;
            case 403 ->
                code.startsWith("INSUFFICIENT_ACCESS") ? RotationFailure.PERMISSION_MISSING : RotationFailure.REFUSED;
            case 404 -> RotationFailure.APP_NOT_FOUND;
            default -> RotationFailure.REFUSED;
        };
    }

    /** The code is not documented, and the status differs between reports; clients go by the text. */
    private static boolean isAboutSetting(String code, String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return code.equals("FUNCTIONALITY_NOT_ENABLED")
                || text.contains("not currently enabled")
                || text.contains("feature is not enabled")
                || text.contains("not enabled for this user");
    }

    private static JsonNode error(String body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read.path(0);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
