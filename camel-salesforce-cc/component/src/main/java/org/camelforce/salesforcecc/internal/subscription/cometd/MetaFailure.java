package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.Locale;
import java.util.Map;
import org.camelforce.salesforcecc.internal.connection.ConnectionRemedy;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.cometd.bayeux.Message;
import org.jspecify.annotations.Nullable;

/**
 * What an unsuccessful meta message means (Streaming API Developer Guide, "Streaming API Error Codes"). The real cause
 * may stand in {@code ext.sfdc.failureReason} while {@code error} says something else: a busy server shows as 401
 * there.
 *
 * @param kind what to do about it
 * @param text what the server said, the cause first
 * @param exception what went wrong on the way, if that is it
 */
record MetaFailure(Kind kind, String text, @Nullable Throwable exception) {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;

    /** What to do about a failure. */
    enum Kind {
        /** The token is no longer good. */
        AUTHENTICATION,
        /** Passing. */
        PASSING,
        /** A limit of the org, or a busy server. */
        BUSY,
        /** The position is not in the retention window. */
        POSITION,
        /** The server takes this client for another one. */
        CLIENT,
        /** The server has forgotten this client. */
        FORGOTTEN,
        /** Nothing but a change in the org helps. */
        FATAL
    }

    static MetaFailure forgotten(String text) {
        return new MetaFailure(Kind.FORGOTTEN, OutsideText.said(text), null);
    }

    static MetaFailure of(Message message) {
        Map<?, ?> failure = message.get("failure") instanceof Map<?, ?> map ? map : Map.of();
        Integer httpCode = failure.get("httpCode") instanceof Number code ? code.intValue() : null;
        if (httpCode == null && failure.get("exception") instanceof Throwable exception) {
            String remedy = ConnectionRemedy.of(exception);
            String said = OutsideText.said(exception.toString());
            return new MetaFailure(Kind.PASSING, remedy.isEmpty() ? said : said + ". " + remedy, exception);
        }
        String error = String.valueOf(message.getOrDefault("error", ""));
        String reason = failureReason(message);
        String cause = reason.isEmpty() ? error : reason;
        return cause.isEmpty() ? ofStatus(httpCode) : new MetaFailure(kind(cause), OutsideText.said(cause), null);
    }

    /** Whether the client is of no use any more, and with it every stream on it. */
    boolean endsClient() {
        return kind == Kind.AUTHENTICATION || kind == Kind.CLIENT || kind == Kind.FORGOTTEN;
    }

    /** Whether the server may still have the client, and would listen to it. */
    boolean leavesClientBehind() {
        return kind != Kind.AUTHENTICATION && kind != Kind.FORGOTTEN;
    }

    /**
     * @param channel the stream's
     * @param token the one that the server saw last
     */
    StreamEnd endOf(StreamingChannel channel, @Nullable String token) {
        return switch (kind) {
            case AUTHENTICATION ->
                token == null ? StreamEnd.of(StreamEnd.Kind.INTERRUPTED, text) : StreamEnd.tokenRejected(token, text);
            case PASSING, CLIENT, FORGOTTEN -> new StreamEnd(StreamEnd.Kind.INTERRUPTED, text, null, exception);
            case BUSY -> StreamEnd.of(StreamEnd.Kind.BUSY, text);
            case POSITION -> StreamEnd.of(StreamEnd.Kind.POSITION_REJECTED, text);
            case FATAL ->
                StreamEnd.of(
                        StreamEnd.Kind.FATAL,
                        "Salesforce rejects the subscription to " + channel.name() + ": " + withoutFullStop(text) + ". "
                                + whatToCheck(channel));
        };
    }

    private String whatToCheck(StreamingChannel channel) {
        return lower(text).contains("not enabled for streaming")
                ? "Check in Setup, User Interface, that the Streaming API is enabled, and that the Run As user's profile"
                        + " or a permission set has API Enabled."
                : channel.whatToCheck();
    }

    private static MetaFailure ofStatus(@Nullable Integer httpCode) {
        if (httpCode == null) {
            return new MetaFailure(Kind.PASSING, "Salesforce does not say why", null);
        }
        Kind kind =
                switch (httpCode) {
                    case UNAUTHORIZED -> Kind.AUTHENTICATION;
                    case TOO_LARGE -> Kind.FATAL;
                    default -> Kind.PASSING;
                };
        return new MetaFailure(kind, "HTTP status " + httpCode, null);
    }

    private static Kind kind(String cause) {
        String text = lower(cause);
        if (text.contains("limit exceeded") || text.contains("denial of service") || text.contains("too busy")) {
            return Kind.BUSY;
        }
        int colon = text.indexOf(':');
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "401" -> Kind.AUTHENTICATION;
            case "400" -> kindOf400(text);
            case "402", "403" -> kindOf403(text);
            case "404", "413" -> Kind.FATAL;
            case "503" -> Kind.BUSY;
            default -> Kind.PASSING;
        };
    }

    private static Kind kindOf400(String text) {
        if (text.contains("replayid") && text.contains("invalid")) {
            return Kind.POSITION;
        }
        return text.contains("cookie present") || text.contains("does not match the session's user id")
                ? Kind.CLIENT
                : Kind.FATAL;
    }

    private static Kind kindOf403(String text) {
        if (text.contains("unknown client")
                || text.contains("session_unknown")
                || text.contains("has not completed handshake")) {
            return Kind.FORGOTTEN;
        }
        return text.contains("handshake denied") ? Kind.PASSING : Kind.FATAL;
    }

    private static String failureReason(Message message) {
        Map<String, Object> ext = message.getExt();
        Object sfdc = ext == null ? null : ext.get("sfdc");
        Object reason = sfdc instanceof Map<?, ?> map ? map.get("failureReason") : null;
        return reason == null ? "" : reason.toString();
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
