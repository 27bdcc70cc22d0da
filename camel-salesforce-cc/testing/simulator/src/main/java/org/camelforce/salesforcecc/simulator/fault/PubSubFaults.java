package org.camelforce.salesforcecc.simulator.fault;

import java.util.Map;

/** Ready errors of the Pub/Sub API (Pub/Sub API guide, "Handle Errors"). Needs no gRPC. */
public final class PubSubFaults {

    private static final int INVALID_ARGUMENT = 3;
    private static final int RESOURCE_EXHAUSTED = 8;
    private static final int INTERNAL = 13;
    private static final int UNAVAILABLE = 14;
    private static final int UNAUTHENTICATED = 16;
    private static final String PREFIX = "sfdc.platform.eventbus.grpc.";

    private PubSubFaults() {}

    /** @return {@code UNAVAILABLE}, service unavailable */
    public static Fault.GrpcError serviceUnavailable() {
        return error(UNAVAILABLE, "service.unavailable", "The service is unavailable. Try again later.");
    }

    /** @return {@code INTERNAL} without an error code, as clients have reported it */
    public static Fault.GrpcError internal() {
        return new Fault.GrpcError(INTERNAL, "", "The service is unavailable. Try again later", Map.of());
    }

    /** @return {@code UNAUTHENTICATED}, although the session is alive */
    public static Fault.GrpcError authenticationError() {
        return error(
                UNAUTHENTICATED,
                "service.auth.error",
                "An authentication exception occurred. Provide valid authentication via metadata headers.");
    }

    /** @return {@code INVALID_ARGUMENT}, a replay id that is not valid or no longer */
    public static Fault.GrpcError corruptedReplayId() {
        return error(
                INVALID_ARGUMENT,
                "subscription.fetch.replayid.corrupted",
                "The Replay ID validation failed. Ensure that the Replay ID is valid and within the retention window.");
    }

    /** @return the org's allocation of delivered events is used up; the status is not confirmed */
    public static Fault.GrpcError deliveryLimitExceeded() {
        return error(
                RESOURCE_EXHAUSTED,
                "subscription.limit.exceeded",
                "You have exceeded the event delivery limit for your org.");
    }

    /** @return {@code UNAVAILABLE} with a binary trailer, as gRPC allows it */
    public static Fault.GrpcError binaryTrailer() {
        return new Fault.GrpcError(
                UNAVAILABLE,
                PREFIX + "service.unavailable",
                "The service is unavailable. Try again later.",
                Map.of("grpc-status-details-bin", "details"));
    }

    private static Fault.GrpcError error(int status, String suffix, String message) {
        return new Fault.GrpcError(status, PREFIX + suffix, message, Map.of());
    }
}
