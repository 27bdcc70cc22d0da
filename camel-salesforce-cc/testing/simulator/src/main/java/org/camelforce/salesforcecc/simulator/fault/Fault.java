package org.camelforce.salesforcecc.simulator.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;

/**
 * What goes wrong. Which faults make sense where is said at each. {@link Answer}, {@link MetaError} and
 * {@link GrpcError} have ready ones, with what Salesforce answers.
 */
public sealed interface Fault {

    /** Ends every session of the org first, then goes on normally. Any point. */
    record EndAllSessions() implements Fault {}

    /**
     * Holds the request, then goes on normally. Any HTTP point.
     *
     * @param length real time, not the injected one
     */
    record Delay(Duration length) implements Fault {}

    /**
     * Answers with this instead of the real answer. Any HTTP point.
     *
     * @param status HTTP status
     * @param contentType media type of the body
     * @param body the body, possibly empty
     * @param headers further headers as {@code Name: value}
     */
    record Answer(int status, String contentType, String body, String... headers) implements Fault {

        private static final String HTML = "text/html;charset=UTF-8";

        /**
         * @param error what the OAuth endpoint says
         * @return a fault that answers with it, in JSON
         */
        public static Answer oauthError(OAuthError error) {
            return new Answer(
                    error.status(),
                    "application/json;charset=UTF-8",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("error", error.error())
                            .put("error_description", error.description())
                            .toString(),
                    "Cache-Control: no-store");
        }

        /** @return {@code unknown_error}, "retry your request" */
        public static Answer unknownError() {
            return oauthError(OAuthError.UNKNOWN_ERROR);
        }

        /** @return {@code invalid_grant}, "token request is already being processed" */
        public static Answer alreadyBeingProcessed() {
            return oauthError(OAuthError.ALREADY_PROCESSED);
        }

        /** @return status 503 with an HTML page that announces maintenance */
        public static Answer maintenancePage() {
            return new Answer(
                    503,
                    HTML,
                    "<html><head><title>Down For Maintenance</title></head>"
                            + "<body><h1>Sorry to interrupt. We are down for maintenance.</h1></body></html>");
        }

        /** @return status 503 with an empty body */
        public static Answer emptyBody() {
            return new Answer(503, "", "");
        }

        /** @return status 200 with an HTML page instead of JSON, as a proxy in between may answer */
        public static Answer htmlInsteadOfJson() {
            return new Answer(200, HTML, "<html><body>Please log in to continue.</body></html>");
        }
    }

    /**
     * Closes the connection without an answer. Any HTTP point, and {@code COMETD_DELIVERY}, where the events of the
     * answer are lost with it.
     */
    record DropConnection() implements Fault {}

    /**
     * Writes the real answer's headers and length, but only a part of its body, then closes. {@code REST_RESPONSE} and
     * {@code TOKEN_REQUEST}.
     *
     * @param bytes how much of the body is written
     */
    record CutBody(int bytes) implements Fault {}

    /** {@code 403::Unknown client}, advice to handshake. {@code COMETD_CONNECT}. */
    record UnknownClient() implements Fault {}

    /**
     * A meta message fails with this error. CometD points.
     *
     * @param error {@code error} field, for example {@code 401::Authentication invalid}
     * @param failureReason {@code ext.sfdc.failureReason}, or an empty text for none
     * @param reconnect {@code advice.reconnect}: {@code none}, {@code handshake} or {@code retry}; an empty text for no
     *     advice
     */
    record MetaError(String error, String failureReason, String reconnect) implements Fault {

        private static final String DENIED = "403::Handshake denied";
        private static final String UNAUTHENTICATED = "401::Authentication invalid";
        private static final String BUSY = "503::Server is too busy.  Please try your request again later.";
        private static final String NONE = "none";

        /** @return the token is rejected; for {@code COMETD_CONNECT} and {@code COMETD_SUBSCRIBE} */
        public static MetaError authenticationInvalid() {
            return new MetaError(UNAUTHENTICATED, "", NONE);
        }

        /**
         * @return the server is busy, although the error says that the token is rejected; for {@code COMETD_CONNECT}
         */
        public static MetaError busyDisguisedAsUnauthenticated() {
            return new MetaError(UNAUTHENTICATED, BUSY, NONE);
        }

        /** @return the handshake is denied because the token is rejected; for {@code COMETD_HANDSHAKE} */
        public static MetaError handshakeDenied() {
            return new MetaError(DENIED, UNAUTHENTICATED, NONE);
        }

        /** @return the handshake is denied because the server is busy; for {@code COMETD_HANDSHAKE} */
        public static MetaError handshakeDeniedAsBusy() {
            return new MetaError(DENIED, BUSY, NONE);
        }

        /** @return the server has got no cookie with the client's id, without advice; for {@code COMETD_CONNECT} */
        public static MetaError cookieLost() {
            return new MetaError("400::Client has established a session, but no sfdc-stream cookie present", "", "");
        }

        /** @return the position is not valid or too old; for {@code COMETD_SUBSCRIBE} */
        public static MetaError replayIdInvalid() {
            return new MetaError(
                    "400::The replayId {0} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or"
                            + " -1 to replay only new events.",
                    "", "");
        }

        /** @return the org's events of the day are used up; for {@code COMETD_SUBSCRIBE} */
        public static MetaError deliveryLimitExceeded() {
            return new MetaError("403::Organization total events daily limit exceeded", "", "");
        }
    }

    /** The server sends {@code /meta/disconnect} to the client. {@code COMETD_CONNECT}. */
    record ServerDisconnect() implements Fault {}

    /**
     * An RPC ends with this error; the RPC id is added to message and trailers. {@code PUBSUB_*}.
     *
     * @param status gRPC status code, from 1 to 16
     * @param errorCode trailer {@code error-code}, or an empty text for none
     * @param message description of the status
     * @param trailers further trailers; one whose name ends in {@code -bin} is binary, as in gRPC
     */
    record GrpcError(int status, String errorCode, String message, Map<String, String> trailers) implements Fault {

        private static final int MAX_STATUS = 16;
        private static final int INVALID_ARGUMENT = 3;
        private static final int RESOURCE_EXHAUSTED = 8;
        private static final int INTERNAL = 13;
        private static final int UNAVAILABLE = 14;
        private static final int UNAUTHENTICATED = 16;
        private static final String PREFIX = "sfdc.platform.eventbus.grpc.";

        /** @throws IllegalArgumentException if the status is no gRPC error */
        public GrpcError {
            if (status < 1 || status > MAX_STATUS) {
                throw new IllegalArgumentException("a gRPC error has a status from 1 to 16, but this is " + status);
            }
            trailers = Map.copyOf(trailers);
        }

        /** @return {@code UNAVAILABLE}, service unavailable */
        public static GrpcError serviceUnavailable() {
            return error(UNAVAILABLE, "service.unavailable", "The service is unavailable. Try again later.");
        }

        /** @return {@code INTERNAL} without an error code, as clients have reported it */
        public static GrpcError internal() {
            return new GrpcError(INTERNAL, "", "The service is unavailable. Try again later", Map.of());
        }

        /** @return {@code UNAUTHENTICATED}, although the session is alive */
        public static GrpcError authenticationError() {
            return error(
                    UNAUTHENTICATED,
                    "service.auth.error",
                    "An authentication exception occurred. Provide valid authentication via metadata headers.");
        }

        /** @return {@code INVALID_ARGUMENT}, a replay id that is not valid or no longer */
        public static GrpcError corruptedReplayId() {
            return error(
                    INVALID_ARGUMENT,
                    "subscription.fetch.replayid.corrupted",
                    "The Replay ID validation failed. Ensure that the Replay ID is valid and within the retention window.");
        }

        /** @return the org's allocation of delivered events is used up; the status is not confirmed */
        public static GrpcError deliveryLimitExceeded() {
            return error(
                    RESOURCE_EXHAUSTED,
                    "subscription.limit.exceeded",
                    "You have exceeded the event delivery limit for your org.");
        }

        /** @return {@code UNAVAILABLE} with a binary trailer, as gRPC allows it */
        public static GrpcError binaryTrailer() {
            return new GrpcError(
                    UNAVAILABLE,
                    PREFIX + "service.unavailable",
                    "The service is unavailable. Try again later.",
                    Map.of("grpc-status-details-bin", "details"));
        }

        private static GrpcError error(int status, String suffix, String message) {
            return new GrpcError(status, PREFIX + suffix, message, Map.of());
        }
    }

    /**
     * The server ends the stream without an error. {@code PUBSUB_SUBSCRIBE}, {@code PUBSUB_DELIVERY} and
     * {@code PUBSUB_KEEPALIVE}.
     */
    record CompleteStream() implements Fault {}

    /**
     * Delivers only the first events of a batch, then ends the stream. {@code PUBSUB_DELIVERY}.
     *
     * @param events how many are delivered
     * @param error what ends it
     */
    record ErrorInBatch(int events, GrpcError error) implements Fault {}

    /** Delivers a batch twice. {@code PUBSUB_DELIVERY} and {@code COMETD_DELIVERY}. */
    record RepeatBatch() implements Fault {}

    /**
     * The stream stays open, but nothing comes any more, no events and no empty batches. {@code PUBSUB_SUBSCRIBE},
     * {@code PUBSUB_DELIVERY} and {@code PUBSUB_KEEPALIVE}; with {@code COMETD_CONNECT} and {@code COMETD_DELIVERY} the
     * client's connects are never answered again.
     */
    record StallStream() implements Fault {}

    /**
     * The event's definition has one more field from this batch on, and so another schema id. {@code PUBSUB_DELIVERY}.
     */
    record SchemaChange() implements Fault {}
}
