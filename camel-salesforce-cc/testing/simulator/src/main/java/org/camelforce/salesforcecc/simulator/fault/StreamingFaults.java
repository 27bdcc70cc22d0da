package org.camelforce.salesforcecc.simulator.fault;

/** Ready errors of the Streaming API for the {@code COMETD_*} points (Streaming API Developer Guide, error codes). */
public final class StreamingFaults {

    private static final String DENIED = "403::Handshake denied";
    private static final String UNAUTHENTICATED = "401::Authentication invalid";
    private static final String BUSY = "503::Server is too busy.  Please try your request again later.";
    private static final String NONE = "none";

    private StreamingFaults() {}

    /** @return the token is rejected; for {@code COMETD_CONNECT} and {@code COMETD_SUBSCRIBE} */
    public static Fault.MetaError authenticationInvalid() {
        return new Fault.MetaError(UNAUTHENTICATED, "", NONE);
    }

    /** @return the server is busy, although the error says that the token is rejected; for {@code COMETD_CONNECT} */
    public static Fault.MetaError busyDisguisedAsUnauthenticated() {
        return new Fault.MetaError(UNAUTHENTICATED, BUSY, NONE);
    }

    /** @return the handshake is denied because the token is rejected; for {@code COMETD_HANDSHAKE} */
    public static Fault.MetaError handshakeDenied() {
        return new Fault.MetaError(DENIED, UNAUTHENTICATED, NONE);
    }

    /** @return the handshake is denied because the server is busy; for {@code COMETD_HANDSHAKE} */
    public static Fault.MetaError handshakeDeniedAsBusy() {
        return new Fault.MetaError(DENIED, BUSY, NONE);
    }

    /** @return the server has got no cookie with the client's id, without advice; for {@code COMETD_CONNECT} */
    public static Fault.MetaError cookieLost() {
        return new Fault.MetaError("400::Client has established a session, but no sfdc-stream cookie present", "", "");
    }

    /** @return the position is not valid or too old; for {@code COMETD_SUBSCRIBE} */
    public static Fault.MetaError replayIdInvalid() {
        return new Fault.MetaError(
                "400::The replayId {0} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or"
                        + " -1 to replay only new events.",
                "", "");
    }

    /** @return the org's events of the day are used up; for {@code COMETD_SUBSCRIBE} */
    public static Fault.MetaError deliveryLimitExceeded() {
        return new Fault.MetaError("403::Organization total events daily limit exceeded", "", "");
    }
}
