package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.Status;
import java.util.Optional;
import org.camelforce.salesforcecc.internal.connection.PubSubChannel;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.StreamEnd.Kind;

/** What the end of a stream means: first by its error code, then by its status (Pub/Sub API Guide, "Handle Errors"). */
final class StreamEndMapper {

    private StreamEndMapper() {}

    static StreamEnd of(Throwable failure, String topic) {
        return RpcException.in(failure)
                .map(rpc -> of(rpc, topic))
                .orElseGet(() -> StreamEnd.of(Kind.INTERRUPTED, String.valueOf(failure.getMessage()), failure));
    }

    /** The end of a stream whose events cannot be read for now, because their schema is not to be had. */
    static StreamEnd ofSchema(Throwable failure, String topic) {
        StreamEnd end = of(failure, topic);
        return end.kind() == Kind.FATAL
                ? StreamEnd.of(
                        Kind.INTERRUPTED,
                        "The schema of an event of " + topic + " is not available. Salesforce said: "
                                + inner(failure).getMessage(),
                        failure)
                : end;
    }

    static StreamEnd of(RpcException failure, String topic) {
        Optional<String> rejected = failure.rejectedToken();
        if (rejected.isPresent()) {
            return Jwt.is(rejected.get())
                    ? StreamEnd.of(Kind.FATAL, Jwt.REJECTED + said(failure), failure)
                    : StreamEnd.tokenRejected(rejected.get(), String.valueOf(failure.getMessage()));
        }
        Kind kind = kind(failure);
        return StreamEnd.of(kind, kind == Kind.FATAL ? advice(failure, topic) + said(failure) : text(failure), failure);
    }

    private static Kind kind(RpcException failure) {
        if (failure.says(".replayid.corrupted") || failure.says(".replayid.validation.failed")) {
            return Kind.POSITION_REJECTED;
        }
        if (failure.says("limit.exceeded")) {
            return Kind.BUSY;
        }
        if (failure.says("managed.subscription.config.stopped")) {
            return Kind.FATAL;
        }
        if (failure.says("managed.subscription.already.active")) {
            return Kind.INTERRUPTED;
        }
        return switch (failure.code()) {
            case RESOURCE_EXHAUSTED -> Kind.BUSY;
            case NOT_FOUND, PERMISSION_DENIED, INVALID_ARGUMENT, UNIMPLEMENTED -> Kind.FATAL;
            default -> Kind.INTERRUPTED;
        };
    }

    private static String advice(RpcException failure, String topic) {
        if (failure.says("managed.subscription.config.stopped")) {
            return "The managed subscription is in state STOP. Set it to RUN in its metadata, ManagedEventSubscription.";
        }
        if (failure.says("managed.subscription.")) {
            return "The managed subscription cannot be used. Check option managedSubscription against the org's metadata,"
                    + " ManagedEventSubscription.";
        }
        if (failure.code() == Status.Code.UNIMPLEMENTED) {
            return "This is not the Pub/Sub API. Check options pubSubHost and pubSubPort.";
        }
        String page = topic.startsWith("/data/") ? "Setup > Change Data Capture" : "Setup > Platform Events";
        return "Salesforce does not let the user subscribe to " + topic + ". Check in " + page
                + " that it exists, and in the permission sets of the app's Run As user that the user can read it.";
    }

    private static String said(RpcException failure) {
        return " Salesforce said: " + failure.getMessage();
    }

    private static Throwable inner(Throwable failure) {
        return RpcException.in(failure).<Throwable>map(rpc -> rpc).orElse(failure);
    }

    private static String text(RpcException failure) {
        return failure.getMessage() + (failure.isOfTheWay() ? ". " + wayOut(failure) : "");
    }

    private static String wayOut(RpcException failure) {
        String remedy = PubSubChannel.remedy(failure.getCause());
        return remedy.isEmpty()
                ? "If this continues, check options pubSubHost and pubSubPort, proxy and firewall"
                : remedy;
    }
}
