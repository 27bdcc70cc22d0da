package org.camelforce.salesforcecc.internal.token;

import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What an answer of the org says about the access token. Pure; every HTTP client asks it.
 *
 * <p>Salesforce says that a token is no longer good in several ways: 401 with {@code INVALID_SESSION_ID} (REST API
 * Developer Guide, "Status Codes and Error Responses"), 401 with {@code INVALID_AUTH_HEADER} for a JWT, 401 with the
 * challenge {@code invalid_token} (RFC 6750, section 3.1) or without a body, 400 with {@code InvalidSessionId} on Bulk
 * API 1, and 403 with the text {@code Bad_OAuth_Token} on the identity endpoints. Below {@code /services/apexrest/} an
 * Apex class answers, whose 401 is the application's own unless it has one of these codes. Other errors are left alone:
 * a login would not change them, and it would use up the login quota.
 */
public final class SessionRejection {

    private static final Code TOKEN_CODE = new Code("errorCode", "INVALID_SESSION_ID|INVALID_AUTH_HEADER");
    private static final Code BULK_CODE = new Code("exceptionCode", "InvalidSessionId");
    private static final Code ADDRESS_CODE = new Code("errorCode", "URL_NOT_RESET");
    private static final Pattern CHALLENGE = Pattern.compile("\\berror\\s*=\\s*\"?invalid_token\\b");
    private static final Pattern APEX = Pattern.compile("/services/apexrest(?:/|$)");
    private static final Pattern API = Pattern.compile("/services/|^/id/");

    private SessionRejection() {}

    /**
     * A code in the format of the answer. An error repeats what a caller has sent, a query for example: in JSON its
     * quotation marks are escaped and its angle brackets are not, in XML it is the other way round.
     */
    private record Code(Pattern json, Pattern xml) {

        Code(String field, String values) {
            this(
                    Pattern.compile("\"" + field + "\"\\s*:\\s*\"\\s*(?:" + values + ")\\b"),
                    Pattern.compile("<" + field + ">\\s*(?:" + values + ")\\b"));
        }

        boolean isIn(String body) {
            return (body.stripLeading().startsWith("<") ? xml : json)
                    .matcher(body)
                    .find();
        }
    }

    /** What an answer says. */
    public enum Verdict {
        /** Nothing about the token: it goes to the caller. */
        NONE,
        /** The token is no longer good. */
        TOKEN,
        /** The org has another address now, {@code URL_NOT_RESET}; a login tells it. */
        ADDRESS
    }

    /**
     * @param status HTTP status of an answer
     * @return whether an answer with that status can say so, and its body is worth reading
     */
    public static boolean isPossible(int status) {
        return status == 401 || status == 400 || status == 403;
    }

    /**
     * @param status HTTP status of an answer
     * @param path path of the request, null if it has none
     * @param challenge the header {@code WWW-Authenticate}, several of them one after the other; null if there is none
     * @param body the body, or as much of it as there is
     * @return what the answer says
     */
    public static Verdict of(int status, @Nullable String path, @Nullable String challenge, String body) {
        String where = path == null ? "" : path;
        boolean apex = APEX.matcher(where).find();
        boolean token =
                switch (status) {
                    case 401 ->
                        TOKEN_CODE.isIn(body)
                                || !apex && (isChallenged(challenge) || BULK_CODE.isIn(body))
                                || !apex && body.isBlank() && API.matcher(where).find();
                    case 400 -> !apex && BULK_CODE.isIn(body);
                    case 403 -> !apex && body.trim().equals("Bad_OAuth_Token");
                    default -> false;
                };
        if (token) {
            return Verdict.TOKEN;
        }
        return status == 400 && ADDRESS_CODE.isIn(body) ? Verdict.ADDRESS : Verdict.NONE;
    }

    /**
     * Whether the caller gets Salesforce's own answer, because no login was tried for it: the budget is spent, or the
     * tokens of the last logins were rejected at once. Any other failure says more than the answer.
     *
     * @param failure why there is no other token
     * @return whether the answer is to be passed on instead of the failure
     */
    public static boolean isAnswerPassedOn(LoginException failure) {
        return failure instanceof LoginUnavailableException unavailable
                && (unavailable.reason() == Reason.BUDGET_SPENT
                        || unavailable.reason() == Reason.THROTTLED
                                && unavailable.getCause() instanceof LoginUnavailableException last
                                && last.reason() == Reason.REJECTED_AT_ONCE);
    }

    private static boolean isChallenged(@Nullable String challenge) {
        return challenge != null && CHALLENGE.matcher(challenge).find();
    }
}
