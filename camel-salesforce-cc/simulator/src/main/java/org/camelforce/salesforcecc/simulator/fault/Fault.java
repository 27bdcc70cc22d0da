package org.camelforce.salesforcecc.simulator.fault;

import java.time.Duration;

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

    /** Closes the connection without an answer. Any HTTP point. */
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
     * @param reconnect {@code advice.reconnect}: {@code none}, {@code handshake} or {@code retry}
     */
    record MetaError(String error, String failureReason, String reconnect) implements Fault {}

    /** The server sends {@code /meta/disconnect} to the client. {@code COMETD_CONNECT}. */
    record ServerDisconnect() implements Fault {}
}
