package org.camelforce.salesforcecc.internal.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;
import org.eclipse.jetty.client.Request;
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

    URI uri() {
        return out.getURI();
    }

    /** What an answer says about the token. */
    Verdict verdict(ApiAnswer answer) {
        AnswerBody body = answer.body();
        return verdict(
                answer.status(),
                body == null ? "" : body.wholeText(StandardCharsets.UTF_8),
                String.join(", ", answer.headers().getValuesList(HttpHeader.WWW_AUTHENTICATE)));
    }

    /** The codes looked for are ASCII, whatever charset the answer names. */
    Verdict verdict(int status, String body, @Nullable String challenge) {
        return request.authorization() == ApiRequest.Authorization.NONE || !SessionRejection.isPossible(status)
                ? Verdict.NONE
                : SessionRejection.of(status, request.path(), challenge, body);
    }
}
