package org.camelforce.salesforcecc.internal.connection;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import javax.net.ssl.SSLContext;

/** TLS as HTTP/2 needs it: the protocol is agreed on while shaking hands (RFC 9113, section 3.2). */
public final class Http2Tls {

    private Http2Tls() {}

    /**
     * @param tls who is trusted, and the client's own certificate if there is one
     * @return the same for a client of gRPC
     */
    public static SslContext client(SSLContext tls) {
        ApplicationProtocolConfig http2 = new ApplicationProtocolConfig(
                Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "h2");
        return new JdkSslContext(
                tls, true, null, IdentityCipherSuiteFilter.INSTANCE, http2, ClientAuth.NONE, null, false);
    }
}
