package org.camelforce.salesforcecc.internal.doctor;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * A Pub/Sub API over TLS on the loopback address, which knows no topic and takes the live tokens of one org at a time.
 */
public final class PubSubServer implements AutoCloseable {

    private final EventLoopGroup thread = new NioEventLoopGroup(1);
    private final Server server;
    private volatile SalesforceSimulator org;

    public PubSubServer(SalesforceSimulator org, TestTls tls) throws Exception {
        this.org = org;
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(GrpcSslContexts.configure(SslContextBuilder.forServer(tls.serverKeys()), SslProvider.JDK)
                        .build())
                .bossEventLoopGroup(thread)
                .workerEventLoopGroup(thread)
                .channelType(NioServerSocketChannel.class)
                .directExecutor()
                .intercept(new Authentication())
                .addService(new Topics())
                .build()
                .start();
    }

    public void serve(SalesforceSimulator another) {
        org = another;
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        thread.shutdownGracefully(0, 10, TimeUnit.SECONDS).await(10_000);
    }

    private static final class Topics extends PubSubGrpc.PubSubImplBase {

        @Override
        public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
            answer.onError(Status.NOT_FOUND.withDescription("no such topic").asRuntimeException());
        }
    }

    private final class Authentication implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            SalesforceSimulator current = org;
            String token = header(headers, "accesstoken");
            boolean good = current.sessions().peek(token).isPresent()
                    && current.getLoginUrl().equals(header(headers, "instanceurl"))
                    && current.org().id().equals(header(headers, "tenantid"));
            if (!good) {
                call.close(
                        Status.UNAUTHENTICATED.withDescription("An authentication exception occurred."),
                        new Metadata());
                return new ServerCall.Listener<>() {};
            }
            return next.startCall(call, headers);
        }

        private static String header(Metadata headers, String name) {
            String value = headers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            return value == null ? "" : value;
        }
    }
}
