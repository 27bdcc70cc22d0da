package org.camelforce.salesforcecc.token;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an answer of the API says that the access token is no longer good. Salesforce says so in several ways: 401
 * with {@code INVALID_SESSION_ID} (REST API Developer Guide, "Status Codes and Error Responses"), 401 with
 * {@code INVALID_AUTH_HEADER} for a JWT, 400 with {@code InvalidSessionId} on Bulk API 1, and 403 with the text
 * {@code Bad_OAuth_Token} on the identity endpoints. Other refusals are left alone: a login would not change them, and
 * it would use up the login quota.
 */
public final class SessionRejection {

    private static final Set<String> NOT_THE_TOKEN =
            Set.of("INVALID_OPERATION_WITH_EXPIRED_PASSWORD", "INSUFFICIENT_ACCESS");
    private static final Pattern ERROR_CODE = Pattern.compile("\"errorCode\"\\s*:\\s*\"([A-Za-z0-9_]+)\"");
    private static final Pattern BULK_CODE =
            Pattern.compile("(?:<exceptionCode>|\"exceptionCode\"\\s*:\\s*\")\\s*InvalidSessionId");

    private SessionRejection() {}

    /**
     * @param status HTTP status of an answer
     * @return whether an answer with that status can say so, and its body is worth reading
     */
    public static boolean isPossible(int status) {
        return status == 401 || status == 400 || status == 403;
    }

    /**
     * @param status HTTP status of an answer
     * @param body its body, or as much of it as there is
     * @return whether the answer says that the token is no longer good
     */
    public static boolean isOne(int status, String body) {
        return switch (status) {
            case 401 -> !isAboutSomethingElse(body);
            case 400 -> BULK_CODE.matcher(body).find();
            case 403 -> body.trim().equals("Bad_OAuth_Token");
            default -> false;
        };
    }

    private static boolean isAboutSomethingElse(String body) {
        Matcher code = ERROR_CODE.matcher(body);
        return code.find() && NOT_THE_TOKEN.contains(code.group(1));
    }
}
