package org.camelforce.salesforcecc.internal.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request, as its caller sees it: login, replay and retries included.
 *
 * @param request what was asked
 * @param outcome what came of it
 * @param status the HTTP status, 0 if there is no answer
 * @param took from the caller's question to the answer; of a streamed answer, to its first bytes
 * @param sentBytes how much of the body was sent, each time if the request was sent several times
 * @param receivedBytes how many bytes of the body of the answer have arrived, compressed if the org compresses it
 * @param failure why there is no whole answer, null if there is one
 */
public record EndedRequest(
        ApiRequest request,
        RequestOutcome outcome,
        int status,
        Duration took,
        long sentBytes,
        long receivedBytes,
        @Nullable Throwable failure) {}
