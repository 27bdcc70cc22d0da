package org.camelforce.salesforcecc.internal.connection;

import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.proxy.ProxyConnectException;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The way to the Pub/Sub API, and the headers of a call. Loads gRPC and Netty. */
public final class PubSubChannel {

    private static final Metadata.Key<String> TOKEN = key("accesstoken");
    private static final Metadata.Key<String> INSTANCE_URL = key("instanceurl");
    private static final Metadata.Key<String> ORG_ID = key("tenantid");

    private PubSubChannel() {}

    /**
     * @param host the API's host
     * @param port its port
     * @param tls who is trusted, and the client's own certificate if there is one
     * @param proxy the proxy on the way, or null
     * @param systemProxy whether to go through the proxy that the JVM's system properties name, if there is no other
     * @param network carries the connection
     * @param executor resolves host names, and runs what follows from answers to calls that name no other
     * @return a channel to be refined, which connects to nothing yet
     */
    public static NettyChannelBuilder to(
            String host,
            int port,
            SSLContext tls,
            @Nullable HttpProxySettings proxy,
            boolean systemProxy,
            EventLoopGroup network,
            Executor executor) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(host, port)
                .sslContext(http2(tls))
                .eventLoopGroup(network)
                .executor(executor)
                .offloadExecutor(executor);
        if (proxy != null) {
            return builder.proxyDetector(target -> TunnelAddress.of(proxy, target))
                    .channelFactory(Tunnel.channels(proxy, tls));
        }
        if (!systemProxy) {
            builder.proxyDetector(target -> null);
        }
        return builder.channelType(NioSocketChannel.class);
    }

    /**
     * Proves who calls (Pub/Sub API Guide, "Authentication").
     *
     * @param token the access token
     * @param instanceUrl the org's instance
     * @param orgId the org's id of 18 characters, empty if it is not known
     * @return the headers of a call
     */
    public static Metadata headers(String token, URI instanceUrl, String orgId) {
        Metadata headers = new Metadata();
        headers.put(TOKEN, token);
        headers.put(INSTANCE_URL, instanceUrl.toString());
        headers.put(ORG_ID, orgId);
        return headers;
    }

    /**
     * @param failure why the API is not reached, or null
     * @return sentences that name the options to look at, without the last full stop; empty if the failure does not
     *     tell
     */
    public static String remedy(@Nullable Throwable failure) {
        String ofProxy = ConnectionRemedy.first(failure, PubSubChannel::ofProxy);
        return ofProxy.isEmpty() ? ConnectionRemedy.of(failure) : ofProxy;
    }

    /** Netty ends its text with the status. */
    private static String ofProxy(Throwable failure) {
        List<String> challenges = TunnelQuestion.challenges(failure);
        if (!challenges.isEmpty()) {
            return ConnectionRemedy.denied(challenges);
        }
        String said = String.valueOf(failure.getMessage());
        int status = said.lastIndexOf("status: ");
        return failure instanceof ProxyConnectException && status >= 0
                ? ConnectionRemedy.notConnected(said.substring(status).replace(":", ""))
                : "";
    }

    /** TLS as HTTP/2 needs it: the protocol is agreed on while shaking hands (RFC 9113, section 3.2). */
    private static SslContext http2(SSLContext tls) {
        ApplicationProtocolConfig http2 = new ApplicationProtocolConfig(
                Protocol.ALPN, SelectorFailureBehavior.NO_ADVERTISE, SelectedListenerFailureBehavior.ACCEPT, "h2");
        return new JdkSslContext(
                tls, true, null, IdentityCipherSuiteFilter.INSTANCE, http2, ClientAuth.NONE, null, false);
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }
}
