package org.camelforce.salesforcecc.internal.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyConnectionEvent;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks4ProxyHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Leads a connection of Netty's to a {@link TunnelAddress} through its proxy: an HTTP proxy by CONNECT, or a SOCKS4
 * proxy. The password is for a proxy that asks for it, so another connection asks first; many proxies close the
 * connection on which they have asked.
 */
final class Tunnel extends ChannelDuplexHandler {

    private final HttpProxySettings settings;
    private final SSLContext tls;

    private Tunnel(HttpProxySettings settings, SSLContext tls) {
        this.settings = settings;
        this.tls = tls;
    }

    /**
     * @param settings the proxy
     * @param tls who is trusted if the proxy itself is reached over TLS
     * @return makes channels that know the way to tunnel addresses, and to all others
     */
    static ChannelFactory<Channel> channels(HttpProxySettings settings, SSLContext tls) {
        return () -> {
            Channel channel = new NioSocketChannel();
            channel.pipeline().addLast(new Tunnel(settings, tls));
            return channel;
        };
    }

    @Override
    public void connect(ChannelHandlerContext ctx, SocketAddress remote, SocketAddress local, ChannelPromise promise) {
        if (!(remote instanceof TunnelAddress way)) {
            ctx.connect(remote, local, promise);
            return;
        }
        HttpProxySettings.Login login = settings.login();
        if (login == null || settings.socks4()) {
            connect(ctx, way, local, promise, null);
            return;
        }
        TunnelQuestion.ask(ctx.channel(), pipeline -> addTo(pipeline, way, null), way, login)
                .addListener(answer -> {
                    if (answer.isSuccess()) {
                        connect(ctx, way, local, promise, (String) answer.getNow());
                    } else {
                        promise.tryFailure(answer.cause());
                        ctx.close();
                    }
                });
    }

    private void connect(
            ChannelHandlerContext ctx,
            TunnelAddress way,
            SocketAddress local,
            ChannelPromise promise,
            @Nullable String authorization) {
        if (!ctx.channel().isOpen()) {
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        addTo(ctx.pipeline(), way, authorization);
        ctx.connect(way.target(), local, promise);
    }

    /** What is agreed on with the proxy is not for those that speak to the server: they wait for that themselves. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (!handshake.isSuccess()) {
                ctx.fireExceptionCaught(handshake.cause());
            }
        } else if (!(event instanceof ProxyConnectionEvent)) {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Those that speak to the proxy stand before all others. */
    private void addTo(ChannelPipeline pipeline, TunnelAddress way, @Nullable String authorization) {
        pipeline.addFirst(toProxy(way, authorization));
        if (settings.secure()) {
            pipeline.addFirst(new TlsToProxy(engine(way.proxy())));
        }
    }

    private ProxyHandler toProxy(TunnelAddress way, @Nullable String authorization) {
        if (settings.socks4()) {
            return new Socks4ProxyHandler(way.proxy());
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        if (authorization != null) {
            headers.set(HttpHeaderNames.PROXY_AUTHORIZATION, authorization);
        }
        return new HttpProxyHandler(way.proxy(), headers);
    }

    private SSLEngine engine(InetSocketAddress proxy) {
        SSLEngine engine = tls.createSSLEngine(settings.host(), proxy.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** gRPC asks the first TLS of a channel what has been agreed on with the server, and this one is the first. */
    private static final class TlsToProxy extends SslHandler {

        private @Nullable ChannelPipeline pipeline;

        TlsToProxy(SSLEngine engine) {
            super(engine);
        }

        @Override
        public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
            pipeline = ctx.pipeline();
            super.handlerAdded(ctx);
        }

        @Override
        public @Nullable String applicationProtocol() {
            SslHandler server = toServer();
            return server == null ? super.applicationProtocol() : server.applicationProtocol();
        }

        @Override
        public SSLEngine engine() {
            SslHandler server = toServer();
            return server == null ? super.engine() : server.engine();
        }

        private @Nullable SslHandler toServer() {
            SslHandler last = null;
            if (pipeline != null) {
                for (Map.Entry<String, ChannelHandler> entry : pipeline) {
                    if (entry.getValue() instanceof SslHandler tls) {
                        last = tls;
                    }
                }
            }
            return last == this ? null : last;
        }
    }
}
