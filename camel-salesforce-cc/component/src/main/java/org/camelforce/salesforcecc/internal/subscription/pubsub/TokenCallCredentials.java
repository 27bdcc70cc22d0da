package org.camelforce.salesforcecc.internal.subscription.pubsub;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.connection.PubSubChannel;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.text.RecordIds;
import org.jspecify.annotations.Nullable;

/** The token of one RPC (Pub/Sub API Guide, "Authentication"), which remembers what was sent. */
final class TokenCallCredentials extends CallCredentials {

    private final OrgLogin login;
    private volatile @Nullable String sent;

    TokenCallCredentials(OrgLogin login) {
        this.login = login;
    }

    /** @return the token that was sent, null if none was */
    @Nullable
    String sent() {
        return sent;
    }

    @Override
    public void applyRequestMetadata(RequestInfo request, Executor executor, MetadataApplier applier) {
        login.tokens().obtain().whenComplete((entry, failure) -> {
            if (failure != null) {
                LoginException why = LoginException.of(failure);
                applier.fail(Status.UNAVAILABLE
                        .withDescription("No token: " + why.getMessage())
                        .withCause(why));
                return;
            }
            try {
                Metadata headers = headers(entry.token());
                sent = entry.token().value();
                applier.apply(headers);
            } catch (RuntimeException | Error e) {
                applier.fail(Status.UNAVAILABLE
                        .withDescription("The token cannot be sent")
                        .withCause(e));
            }
        });
    }

    private Metadata headers(AccessToken token) {
        String orgId = token.orgId();
        return PubSubChannel.headers(
                token.value(), login.instanceUrlOf(token), orgId == null ? "" : RecordIds.longForm(orgId));
    }
}
