package org.camelforce.salesforcecc.doctor;

import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.TrustedHosts;
import org.camelforce.salesforcecc.connection.HttpProxySettings;
import org.jspecify.annotations.Nullable;

/** The settings of one examination, as they were when it began. */
record DoctorSettings(
        @Nullable String loginUrl,
        ClientCredentials credentials,
        ClientAuthenticationMethod method,
        TrustedHosts trustedHosts,
        SSLContext sslContext,
        long timeoutMillis,
        String apiVersion,
        String pubSubHost,
        int pubSubPort,
        @Nullable HttpProxySettings proxy,
        @Nullable String expectedOrgId,
        @Nullable String expectedUserId,
        InstantSource clock) {}
