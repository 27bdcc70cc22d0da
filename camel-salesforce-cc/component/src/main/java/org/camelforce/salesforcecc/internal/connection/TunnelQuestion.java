package org.camelforce.salesforcecc.internal.connection;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.proxy.ProxyConnectionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.EOFException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks a proxy, on a connection for this alone, which login it wants. */
final class TunnelQuestion extends ChannelInboundHandlerAdapter {

    private final TunnelAddress way;
    private final HttpProxySettings.Login login;
    private final Promise<@Nullable String> answer;

    private TunnelQuestion(TunnelAddress way, HttpProxySettings.Login login, Promise<@Nullable String> answer) {
        this.way = way;
        this.login = login;
        this.answer = answer;
    }

    /**
     * @param channel waits for the answer
     * @param toProxy adds those that speak to the proxy
     * @param way target and proxy
     * @param login what to log in with
     * @return a future of the value of header {@code Proxy-Authorization}, null if the proxy wants no login; it fails
     *     if the proxy cannot be asked, or wants another login than this
     */
    static Future<@Nullable String> ask(
            Channel channel, Consumer<ChannelPipeline> toProxy, TunnelAddress way, HttpProxySettings.Login login) {
        Promise<@Nullable String> answer = channel.eventLoop().newPromise();
        ChannelFuture asked = new Bootstrap()
                .group(channel.eventLoop())
                .channel(NioSocketChannel.class)
                .resolver(NoopAddressResolverGroup.INSTANCE)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel asking) {
                        asking.pipeline().addLast(new TunnelQuestion(way, login, answer));
                        toProxy.accept(asking.pipeline());
                    }
                })
                .connect(way.target());
        asked.addListener(connected -> {
            if (!connected.isSuccess()) {
                answer.tryFailure(connected.cause());
            }
        });
        ChannelFutureListener end = closed -> asked.channel().close();
        channel.closeFuture().addListener(end);
        answer.addListener(answered -> {
            asked.channel().close();
            channel.closeFuture().removeListener(end);
        });
        return answer;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ProxyConnectionEvent) {
            answer.trySuccess(null);
        } else if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
            answer.tryFailure(handshake.cause());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        String target = way.target().getHostString() + ":" + way.target().getPort();
        String authorization = ProxyChallenge.authorization(
                challenges(cause), login, target, UUID.randomUUID().toString());
        if (authorization == null) {
            answer.tryFailure(cause);
        } else {
            answer.trySuccess(authorization);
        }
    }

    /** {@return which logins a proxy asks for that has not opened a tunnel; empty if that is not why} */
    static List<String> challenges(Throwable failure) {
        return failure instanceof HttpProxyConnectException answered && answered.headers() != null
                ? answered.headers().getAll(HttpHeaderNames.PROXY_AUTHENTICATE)
                : List.of();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        answer.tryFailure(new EOFException("The proxy has closed the connection"));
    }
}
