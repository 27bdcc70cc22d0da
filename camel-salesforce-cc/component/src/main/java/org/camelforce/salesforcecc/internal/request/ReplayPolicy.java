package org.camelforce.salesforcecc.internal.request;

import org.camelforce.salesforcecc.internal.token.SessionRejection.Verdict;

/** What follows from what an answer says about the access token. Pure. */
public final class ReplayPolicy {

    private ReplayPolicy() {}

    /** What follows. */
    public enum Decision {
        /** The caller gets the answer. */
        PASS_ON,
        /** The token manager is told that even the new token was rejected, and the caller gets the answer. */
        REPORT,
        /** A new token is fetched, and the request is sent again with it. */
        RENEW_AND_REPLAY,
        /** A new token is fetched for later requests. This one fails, because its body cannot be sent again. */
        RENEW_ONLY,
        /** A login tells where the org is now, and the request is sent there. */
        RELOCATE_AND_REPLAY,
        /** A login tells where the org is now. This request fails, because its body cannot be sent again. */
        RELOCATE_ONLY
    }

    /**
     * @param verdict what the answer says
     * @param isReplay whether the request has been sent a second time already
     * @param isRepeatable whether the request can be sent again
     * @return what follows
     */
    public static Decision decide(Verdict verdict, boolean isReplay, boolean isRepeatable) {
        if (verdict == Verdict.NONE) {
            return Decision.PASS_ON;
        }
        if (isReplay) {
            return Decision.REPORT;
        }
        if (verdict == Verdict.TOKEN) {
            return isRepeatable ? Decision.RENEW_AND_REPLAY : Decision.RENEW_ONLY;
        }
        return isRepeatable ? Decision.RELOCATE_AND_REPLAY : Decision.RELOCATE_ONLY;
    }
}
