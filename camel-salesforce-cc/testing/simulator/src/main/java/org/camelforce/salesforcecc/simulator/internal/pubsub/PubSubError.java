package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.fault.Fault;

/**
 * Why an RPC fails (Pub/Sub API guide, "Handle Errors", which gives the error codes; the statuses beside them are
 * confirmed only where clients have reported them).
 */
enum PubSubError {
    AUTHENTICATION(
            Status.UNAUTHENTICATED,
            "service.auth.error",
            "An authentication exception occurred. Provide valid authentication via metadata headers."),
    HEADERS(
            Status.UNAUTHENTICATED,
            "service.auth.headers.invalid",
            "The metadata headers accesstoken, instanceurl and tenantid can't be blank."),
    REPLAY_ID(
            Status.INVALID_ARGUMENT,
            "subscription.fetch.replayid.corrupted",
            "The Replay ID validation failed. Ensure that the Replay ID is valid and within the retention window."),
    NO_REPLAY_ID(
            Status.INVALID_ARGUMENT,
            "subscription.fetch.replayid.validation.failed",
            "The Replay ID validation failed. The Replay ID can't be blank with replay preset CUSTOM."),
    REQUESTED_EVENTS(
            Status.INVALID_ARGUMENT,
            "subscription.fetch.requested.events.invalid",
            "The number of requested events must be greater than zero."),
    TOPIC_MISMATCH(
            Status.INVALID_ARGUMENT,
            "subscription.fetch.topic.mismatch",
            "The topic name must be that of the first request of the stream."),
    NO_TOPIC(Status.INVALID_ARGUMENT, "topic.validation.empty", "The topic name can't be blank."),
    TOPIC_NOT_FOUND(Status.NOT_FOUND, "topic.not.found", "The topic information for org %s and topic %s not found."),
    SCHEMA_NOT_FOUND(Status.NOT_FOUND, "schema.meta.permission", "The schema information for ID %s not found."),
    NO_SCHEMA(
            Status.INVALID_ARGUMENT,
            "schema.validation.failed",
            "Schema validation failed. The schema ID can't be blank."),
    NOT_PUBLISHABLE(Status.PERMISSION_DENIED, "", "Events can't be published on topic %s."),
    PUBLISH_NO_TOPIC(Status.INVALID_ARGUMENT, "publish.topic.validation.empty", "The topic name can't be blank."),
    PUBLISH_TOPIC_MISMATCH(
            Status.INVALID_ARGUMENT,
            "publish.topic.mismatch",
            "The topic name must be that of the first request of the stream."),
    PUBLISH_NO_EVENTS(Status.INVALID_ARGUMENT, "publish.event.count.invalid", "A publish request must have events."),
    PUBLISH_IDLE(
            Status.DEADLINE_EXCEEDED, "publish.stream.sweeper.timeout", "No publish request was sent for too long."),
    MANAGED_NO_NAME(
            Status.INVALID_ARGUMENT,
            "managed.subscription.id.or.developer.name.empty",
            "Either the subscription ID or the developer name must be given."),
    MANAGED_NAME_NOT_FOUND(
            Status.NOT_FOUND,
            "managed.subscription.developer.name.not.found",
            "There is no managed event subscription with this developer name."),
    MANAGED_ID_NOT_FOUND(
            Status.NOT_FOUND,
            "managed.subscription.subscription.id.not.found",
            "There is no managed event subscription with this ID."),
    MANAGED_STOPPED(
            Status.FAILED_PRECONDITION,
            "managed.subscription.config.stopped",
            "The managed event subscription is in STOP state."),
    MANAGED_ALREADY_ACTIVE(
            Status.ALREADY_EXISTS,
            "managed.subscription.already.active",
            "The managed event subscription has an active client."),
    MANAGED_REQUESTED_EVENTS(
            Status.INVALID_ARGUMENT,
            "managed.subscription.fetch.request.events.invalid",
            "The number of requested events can't be negative."),
    MANAGED_COMMIT_RESTRICTED(
            Status.INVALID_ARGUMENT,
            "managed.subscription.fetch.request.commit.request.restricted",
            "The first request of a stream can't commit."),
    TOO_LARGE(
            Status.UNAVAILABLE,
            "",
            "upstream connect error or disconnect/reset before headers. reset reason: overflow");

    private static final int LONGEST_DETAIL = 255;
    private static final String PREFIX = "sfdc.platform.eventbus.grpc.";

    private final Status status;
    private final String errorCode;
    private final String message;

    PubSubError(Status status, String suffix, String message) {
        this.status = status;
        this.errorCode = suffix.isEmpty() ? "" : PREFIX + suffix;
        this.message = message;
    }

    StatusRuntimeException in(String rpcId, Object... details) {
        Object[] texts = Arrays.stream(details)
                .map(detail -> shortened(detail.toString()))
                .toArray();
        return exception(status, errorCode, message.formatted(texts), rpcId, Map.of());
    }

    /** A message is a header, and clients take 8 KiB of headers. Some of them lose the connection if there are more. */
    private static String shortened(String text) {
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "..." : text;
    }

    static StatusRuntimeException injected(Fault.GrpcError error, String rpcId) {
        return exception(
                Status.fromCodeValue(error.status()), error.errorCode(), error.message(), rpcId, error.trailers());
    }

    private static StatusRuntimeException exception(
            Status status, String errorCode, String message, String rpcId, Map<String, String> more) {
        Metadata trailers = new Metadata();
        if (!errorCode.isEmpty()) {
            put(trailers, "error-code", errorCode);
        }
        put(trailers, "rpc-id", rpcId);
        more.forEach((name, value) -> put(trailers, name, value));
        return status.withDescription(message + " rpcId: " + rpcId).asRuntimeException(trailers);
    }

    private static void put(Metadata trailers, String name, String value) {
        if (name.endsWith(Metadata.BINARY_HEADER_SUFFIX)) {
            trailers.put(
                    Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER), value.getBytes(StandardCharsets.UTF_8));
        } else {
            trailers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        }
    }
}
