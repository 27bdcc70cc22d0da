package org.camelforce.salesforcecc.internal.doctor;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/** The settings of one examination, as they were when it began. */
record DoctorSettings(
        @Nullable String loginUrl,
        List<ClientCredentials> pairs,
        ClientAuthenticationMethod method,
        TrustedHosts trustedHosts,
        TransportSettings transport,
        @Nullable URI instanceUrl,
        String apiVersion,
        String pubSubHost,
        int pubSubPort,
        boolean systemProxy,
        @Nullable String pubSubProblem,
        Map<String, Object> longPolling,
        @Nullable String expectedOrgId,
        @Nullable String expectedUserId,
        InstantSource clock) {

    long timeoutMillis() {
        return transport.requestTimeoutMillis();
    }
}
