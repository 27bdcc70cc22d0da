package org.camelforce.salesforcecc.reliability.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;

/** What can go wrong with each protocol, each as often as it comes up in a round of the draw. */
final class FaultProfile {

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final Fault UNAVAILABLE =
            new Fault.Answer(503, "text/html", "<html><body>Service Unavailable</body></html>");

    private FaultProfile() {}

    static List<Disturbance> of(Protocol protocol) {
        List<Disturbance> all = new ArrayList<>(protocol == Protocol.COMETD ? cometd() : pubSub());
        all.add(new Disturbance.EndSessions());
        all.add(new Disturbance.EndSessions());
        return all;
    }

    private static List<Disturbance> cometd() {
        return List.of(
                once(FaultPoint.COMETD_CONNECT, new Fault.EndAllSessions()),
                once(FaultPoint.COMETD_CONNECT, new Fault.ServerDisconnect()),
                once(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient()),
                once(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient()),
                once(FaultPoint.COMETD_CONNECT, Fault.MetaError.busyDisguisedAsUnauthenticated()),
                once(FaultPoint.COMETD_CONNECT, Fault.MetaError.authenticationInvalid()),
                once(FaultPoint.COMETD_CONNECT, Fault.MetaError.cookieLost()),
                once(FaultPoint.COMETD_CONNECT, new Fault.DropConnection()),
                once(FaultPoint.COMETD_CONNECT, UNAVAILABLE),
                once(FaultPoint.COMETD_CONNECT, new Fault.Delay(DELAY)),
                once(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDenied()),
                once(FaultPoint.COMETD_HANDSHAKE, Fault.MetaError.handshakeDeniedAsBusy()),
                once(FaultPoint.COMETD_HANDSHAKE, new Fault.DropConnection()),
                once(FaultPoint.COMETD_SUBSCRIBE, Fault.MetaError.busyDisguisedAsUnauthenticated()),
                once(FaultPoint.COMETD_SUBSCRIBE, new Fault.UnknownClient()),
                once(FaultPoint.COMETD_SUBSCRIBE, new Fault.DropConnection()),
                once(FaultPoint.COMETD_DELIVERY, new Fault.RepeatBatch()),
                once(FaultPoint.COMETD_DELIVERY, new Fault.DropConnection()),
                once(FaultPoint.COMETD_DELIVERY, new Fault.DropConnection()));
    }

    private static List<Disturbance> pubSub() {
        return List.of(
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream()),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream()),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.ErrorInBatch(1, Fault.GrpcError.internal())),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.ErrorInBatch(2, Fault.GrpcError.serviceUnavailable())),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.RepeatBatch()),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.SchemaChange()),
                once(FaultPoint.PUBSUB_DELIVERY, new Fault.EndAllSessions()),
                once(FaultPoint.PUBSUB_DELIVERY, Fault.GrpcError.binaryTrailer()),
                once(FaultPoint.PUBSUB_DELIVERY, Fault.GrpcError.authenticationError()),
                once(FaultPoint.PUBSUB_SUBSCRIBE, Fault.GrpcError.serviceUnavailable()),
                once(FaultPoint.PUBSUB_SUBSCRIBE, new Fault.CompleteStream()),
                once(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.serviceUnavailable()),
                once(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.internal()));
    }

    private static Disturbance once(FaultPoint point, Fault fault) {
        return new Disturbance.Inject(point, fault, 1);
    }
}
