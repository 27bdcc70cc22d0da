package org.camelforce.salesforcecc.doctor;

import java.net.URI;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.jspecify.annotations.Nullable;

/** The settings of one examination, as they were when it began. */
record DoctorSettings(
        @Nullable String loginUrl,
        ClientCredentials credentials,
        ClientAuthenticationMethod method,
        TrustedHosts trustedHosts,
        SSLContext sslContext,
        long timeoutMillis,
        @Nullable URI instanceUrl,
        String apiVersion,
        String pubSubHost,
        int pubSubPort,
        @Nullable HttpProxySettings proxy,
        boolean systemProxy,
        @Nullable String expectedOrgId,
        @Nullable String expectedUserId,
        InstantSource clock) {}
