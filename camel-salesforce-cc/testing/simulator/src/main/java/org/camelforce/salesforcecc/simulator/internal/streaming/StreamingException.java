package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.Map;
import org.cometd.bayeux.server.ServerMessage;
import org.jspecify.annotations.Nullable;

/** A meta message that is answered with an error (Streaming API Developer Guide, "Streaming API Error Codes"). */
final class StreamingException extends RuntimeException {

    static final String AUTHENTICATION_INVALID = "401::Authentication invalid";
    static final String AUTHENTICATION_REQUIRED = "401::Request requires authentication";

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String failureReason;
    private final @Nullable String reconnect;
    private final boolean interval;

    private StreamingException(String error, String failureReason, @Nullable String reconnect, boolean interval) {
        super(error, null, false, false);
        this.error = error;
        this.failureReason = failureReason;
        this.reconnect = reconnect;
        this.interval = interval;
    }

    /** The request is wrong; the client stays as it is and gets no advice. */
    static StreamingException withoutAdvice(String error) {
        return new StreamingException(error, "", null, false);
    }

    /** Nothing goes on until the client logs in again. */
    static StreamingException unauthenticated(String error) {
        return new StreamingException(error, "", "none", true);
    }

    static StreamingException unknownClient() {
        return new StreamingException("403::Unknown client", "", "handshake", true);
    }

    static StreamingException handshakeMissing() {
        return new StreamingException("403::Client has not completed handshake", "", "handshake", true);
    }

    /** The reconnect advice is chosen by the caller, empty for none. */
    static StreamingException withAdvice(String error, String failureReason, String reconnect) {
        return new StreamingException(error, failureReason, reconnect.isEmpty() ? null : reconnect, true);
    }

    /** Wraps this in the error of a denied handshake. */
    StreamingException asHandshakeDenied() {
        return new StreamingException("403::Handshake denied", error, "none", false);
    }

    String error() {
        return error;
    }

    /** @return whether the client's state does not survive this answer */
    boolean endsClient() {
        return reconnect != null && !reconnect.equals("retry");
    }

    void writeTo(ServerMessage.Mutable reply) {
        reply.setSuccessful(false);
        reply.put("error", error);
        if (!failureReason.isEmpty()) {
            reply.getExt(true).put("sfdc", Map.of("failureReason", failureReason));
        }
        if (reconnect != null) {
            Map<String, Object> advice = reply.getAdvice(true);
            advice.put("reconnect", reconnect);
            if (interval) {
                advice.put("interval", 0);
            }
        }
    }
}
