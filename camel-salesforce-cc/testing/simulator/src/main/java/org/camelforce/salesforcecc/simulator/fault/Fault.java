package org.camelforce.salesforcecc.simulator.fault;

import java.time.Duration;
import java.util.Map;

/** What goes wrong. Which faults make sense where is said at each. */
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
    record Answer(int status, String contentType, String body, String... headers) implements Fault {}

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
    record MetaError(String error, String failureReason, String reconnect) implements Fault {}

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

        private static final int GREATEST_STATUS = 16;

        /** @throws IllegalArgumentException if the status is no gRPC error */
        public GrpcError {
            if (status < 1 || status > GREATEST_STATUS) {
                throw new IllegalArgumentException("a gRPC error has a status from 1 to 16, but this is " + status);
            }
            trailers = Map.copyOf(trailers);
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
