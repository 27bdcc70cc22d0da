package org.camelforce.salesforcecc.events;

import java.util.Locale;
import java.util.Map;
import org.cometd.bayeux.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an unsuccessful meta message means (Streaming API Developer Guide, "Streaming API Error Codes"). The real cause
 * may stand in {@code ext.sfdc.failureReason} while {@code error} says something else: a busy server shows as 401
 * there.
 *
 * @param kind what to do about it
 * @param text what the server said, the cause first
 */
record MetaFailure(Kind kind, String text) {

    /** What to do about a failure. */
    enum Kind {
        /** The token is no longer good: renew it, then connect anew. */
        AUTHENTICATION,
        /** Passing: try again after a while. */
        PASSING,
        /** The replay id is not in the retention window. */
        REPLAY_ID,
        /** The server has forgotten this client: connect anew. */
        CLIENT,
        /** Nothing but a change in the org helps. */
        REFUSED
    }

    static MetaFailure of(Message message) {
        Throwable exception = exception(message);
        if (exception != null) {
            return new MetaFailure(Kind.PASSING, exception.toString());
        }
        Integer httpCode = httpCode(message);
        String error = String.valueOf(message.getOrDefault("error", ""));
        String reason = failureReason(message);
        String cause = reason.isEmpty() ? error : reason;
        return new MetaFailure(kind(cause, httpCode), cause.isEmpty() ? "HTTP status " + httpCode : cause);
    }

    private static Kind kind(String cause, @Nullable Integer httpCode) {
        if (cause.isEmpty()) {
            return httpCode != null && httpCode == 401 ? Kind.AUTHENTICATION : Kind.PASSING;
        }
        if (cause.startsWith("401:")) {
            return Kind.AUTHENTICATION;
        }
        if (cause.startsWith("5")) {
            return Kind.PASSING;
        }
        if (cause.startsWith("400:")) {
            return kindOf400(cause);
        }
        if (cause.startsWith("403:") || cause.startsWith("402:")) {
            return kindOf403(cause);
        }
        return Kind.REFUSED;
    }

    private static Kind kindOf400(String cause) {
        if (cause.contains("replayId")) {
            return Kind.REPLAY_ID;
        }
        return cause.contains("cookie present") || cause.contains("does not match the session's user id")
                ? Kind.CLIENT
                : Kind.REFUSED;
    }

    private static Kind kindOf403(String cause) {
        if (cause.toLowerCase(Locale.ROOT).contains("unknown client")
                || cause.contains("Client has not completed handshake")) {
            return Kind.CLIENT;
        }
        return cause.contains("limit exceeded")
                        || cause.contains("Denial of Service")
                        || cause.contains("Handshake denied")
                ? Kind.PASSING
                : Kind.REFUSED;
    }

    private static String failureReason(Message message) {
        Map<String, Object> ext = message.getExt();
        Object sfdc = ext == null ? null : ext.get("sfdc");
        Object reason = sfdc instanceof Map<?, ?> map ? map.get("failureReason") : null;
        return reason == null ? "" : reason.toString();
    }

    private static @Nullable Throwable exception(Message message) {
        Object failure = message.get("failure");
        return failure instanceof Map<?, ?> map
                        && map.get("exception") instanceof Throwable exception
                        && map.get("httpCode") == null
                ? exception
                : null;
    }

    private static @Nullable Integer httpCode(Message message) {
        Object failure = message.get("failure");
        return failure instanceof Map<?, ?> map && map.get("httpCode") instanceof Number code ? code.intValue() : null;
    }
}
