package org.camelforce.salesforcecc.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;

/** Tells from an error of the REST API why a rotation cannot go on. */
final class RestErrorMapper {

    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");

    private RestErrorMapper() {}

    /**
     * Shows status and error code, not the text: it may echo the request.
     *
     * @param what the request, without query
     */
    static RotationException of(String what, SalesforceAnswer answer) {
        JsonNode error = answer.restError();
        String code = error.path("errorCode").asText("");
        String shown = ERROR_CODE.matcher(code).matches() ? " " + code : "";
        return new RotationException(
                failure(answer.status(), code, error.path("message").asText("")),
                what + " was answered with status " + answer.status() + shown,
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
                code.startsWith("INSUFFICIENT_ACCESS") ? RotationFailure.PERMISSION_MISSING : RotationFailure.REJECTED;
            case 404 -> RotationFailure.APP_NOT_FOUND;
            default -> RotationFailure.REJECTED;
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
}
