package org.camelforce.salesforcecc.simulator.internal.pubsub;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.jspecify.annotations.Nullable;

/**
 * The Pub/Sub API of one org on a port of its own. The one thread that reads the connections also serves all RPCs, so
 * that what a client sends first is done first, and looks at the org's clock twenty times a second. It is a daemon,
 * carries the API's name and ends with {@link #close}. Safe for use by several threads.
 */
public final class PubSubServer implements AutoCloseable {

    private static final long TICK_MILLIS = 50;
    private static final long CLOSING_SECONDS = 5;

    private final PubSubContext context;
    private final EventLoopGroup network;
    private final Server server;

    /**
     * Opens the port and starts serving.
     *
     * @param org the org
     * @param managed its managed subscriptions
     * @param name prefix of the thread's name
     * @param address the address to listen on
     * @param port the port, 0 for any free one
     * @param tls key and certificate for TLS; null for plaintext
     * @throws UncheckedIOException if the port is in use
     */
    public PubSubServer(
            PubSubOrg org,
            InMemoryManagedSubscriptions managed,
            String name,
            String address,
            int port,
            @Nullable SSLContext tls) {
        context = PubSubContext.of(org);
        network = new NioEventLoopGroup(1, new DefaultThreadFactory(name, true));
        NettyServerBuilder builder = NettyServerBuilder.forAddress(new InetSocketAddress(address, port))
                .bossEventLoopGroup(network)
                .workerEventLoopGroup(network)
                .channelType(NioServerSocketChannel.class)
                .directExecutor()
                .maxInboundMessageSize(Publishing.MAX_BYTES_READ)
                .intercept(new AuthInterceptor(org))
                .addService(service(managed));
        if (tls != null) {
            builder.sslContext(http2(tls));
        }
        server = builder.build();
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("cannot listen on " + address + ":" + port, e);
        }
        org.log().addListener(event -> execute(context.streams()::deliver));
        org.sessions().addEndListener(session -> execute(() -> context.streams().end(session)));
        network.scheduleWithFixedDelay(
                () -> context.streams().tick(org.time().instant()), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** @return the port it listens on */
    public int port() {
        return server.getPort();
    }

    /** @return how many subscriptions have got their topic and are open */
    public int subscriptions() {
        return context.streams().subscriptions();
    }

    /** @return how many {@code PublishStream} RPCs are open */
    public int publishers() {
        return context.streams().publishers();
    }

    /** @return the subscriptions that have got their topic and are open */
    public List<OpenSubscription> openSubscriptions() {
        return context.streams().openSubscriptions();
    }

    /** Delivers nothing any more to the subscriptions that are open, and leaves them open. */
    public void stall() {
        execute(context.streams()::stall);
    }

    /**
     * Closes the port, cuts all RPCs and ends the thread. Returns when they have ended, or at once if the thread itself
     * calls it, for example in a listener: they end when the listener has returned. Safe to call again.
     */
    @Override
    public void close() {
        server.shutdownNow();
        if (network.next().inEventLoop()) {
            network.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS);
            return;
        }
        try {
            server.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
            network.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS).await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            network.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            Thread.currentThread().interrupt();
        }
    }

    /** Does nothing once the API is closed. */
    private void execute(Runnable work) {
        try {
            network.execute(work);
        } catch (RejectedExecutionException e) {
            if (!network.isShuttingDown()) {
                throw e;
            }
        }
    }

    private ServerServiceDefinition service(InMemoryManagedSubscriptions managed) {
        ServerServiceDefinition known = new PubSubService(context).bindService();
        ServerServiceDefinition.Builder all =
                ServerServiceDefinition.builder(known.getServiceDescriptor().getName());
        known.getMethods().forEach(all::addMethod);
        return all.addMethod(ManagedMessages.METHOD, ServerCalls.asyncBidiStreamingCall(answers -> {
                    ManagedStream stream = new ManagedStream(context, RpcCall.current(), answers, managed);
                    stream.register();
                    return stream;
                }))
                .build();
    }

    /** HTTP/2 is agreed on while shaking hands (RFC 7540, section 3.3). */
    private static JdkSslContext http2(SSLContext tls) {
        return new JdkSslContext(
                tls,
                false,
                null,
                IdentityCipherSuiteFilter.INSTANCE,
                new ApplicationProtocolConfig(
                        Protocol.ALPN,
                        SelectorFailureBehavior.NO_ADVERTISE,
                        SelectedListenerFailureBehavior.ACCEPT,
                        "h2"),
                ClientAuth.NONE,
                null,
                false);
    }
}
