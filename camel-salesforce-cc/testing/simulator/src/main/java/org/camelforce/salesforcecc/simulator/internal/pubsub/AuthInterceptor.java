package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.UUID;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.internal.oauth.BearerToken;
import org.camelforce.salesforcecc.simulator.oauth.Session;

/**
 * Lets in who shows a live session of the org in the headers of the RPC (Pub/Sub API guide, "Authentication"). A
 * JWT-based access token is rejected.
 */
final class AuthInterceptor implements ServerInterceptor {

    private static final int ID_LENGTH = 15;

    private final PubSubOrg org;

    AuthInterceptor(PubSubOrg org) {
        this.org = org;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String rpcId = new UUID(org.random().nextLong(), org.random().nextLong()).toString();
        try {
            injectFault(rpcId);
            RpcCall rpc = new RpcCall(rpcId, authenticate(headers, rpcId));
            return Contexts.interceptCall(rpc.bind(Context.current()), call, headers, next);
        } catch (StatusRuntimeException e) {
            Metadata trailers = e.getTrailers();
            call.close(e.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
    }

    private void injectFault(String rpcId) {
        Optional<Fault> fault = org.faults().next(FaultPoint.PUBSUB_REQUEST);
        if (fault.isPresent()) {
            if (fault.get() instanceof Fault.GrpcError error) {
                throw PubSubError.injected(error, rpcId);
            }
            org.endAllSessions().run();
        }
    }

    private Session authenticate(Metadata headers, String rpcId) {
        String token = header(headers, "accesstoken");
        String instanceUrl = header(headers, "instanceurl");
        String tenantId = header(headers, "tenantid");
        if (token.isBlank() || instanceUrl.isBlank() || tenantId.isBlank()) {
            throw PubSubError.HEADERS.in(rpcId);
        }
        boolean here = org.instanceUrls().test(instanceUrl) && isSameOrg(tenantId);
        if (!here || BearerToken.isJwt(token)) {
            throw PubSubError.AUTHENTICATION.in(rpcId);
        }
        return org.sessions().use(token).orElseThrow(() -> PubSubError.AUTHENTICATION.in(rpcId));
    }

    private boolean isSameOrg(String tenantId) {
        return tenantId.equals(org.id()) || tenantId.equals(org.id().substring(0, ID_LENGTH));
    }

    private static String header(Metadata headers, String name) {
        String value = headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        return value == null ? "" : value;
    }
}
