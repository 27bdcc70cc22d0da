package org.camelforce.salesforcecc.internal.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way.
 *
 * @param request what is asked
 * @param receiver waits for the answer
 * @param out as the HTTP client sends it
 * @param token what it is sent with
 * @param departure whether it has left
 * @param isReplay whether it is sent for the second time
 */
record SentRequest(
        ApiRequest request,
        AnswerReceiver receiver,
        Request out,
        AccessToken token,
        Departure departure,
        boolean isReplay) {

    private static final int LONGEST_REJECTION = 65_536;

    URI uri() {
        return out.getURI();
    }

    /** Whether an answer with this status can say something about the token. */
    boolean isRejectionPossible(int status) {
        return request.authorization() != ApiRequest.Authorization.NONE && SessionRejection.isPossible(status);
    }

    /**
     * Whether an answer says that the token is no longer good. Where that takes long to find out, it counts as such.
     */
    boolean mayBeRejected(ReceivedAnswer answer) {
        byte[] bytes = answer.bytes();
        return isRejectionPossible(answer.status())
                && (answer.isCompressed()
                        || bytes.length > LONGEST_REJECTION
                        || verdict(
                                        answer.status(),
                                        new String(bytes, StandardCharsets.UTF_8),
                                        challenge(answer.headers()))
                                == Verdict.TOKEN);
    }

    /** What an answer says about the token. */
    Verdict verdict(ApiAnswer answer) {
        AnswerBody body = answer.body();
        return verdict(
                answer.status(),
                body == null ? "" : body.wholeText(StandardCharsets.UTF_8),
                challenge(answer.headers()));
    }

    private static String challenge(HttpFields headers) {
        return String.join(", ", headers.getValuesList(HttpHeader.WWW_AUTHENTICATE));
    }

    /** The codes looked for are ASCII, whatever charset the answer names. */
    Verdict verdict(int status, String body, @Nullable String challenge) {
        return isRejectionPossible(status)
                ? SessionRejection.of(status, request.path(), challenge, body)
                : Verdict.NONE;
    }
}
