package org.camelforce.salesforcecc.benchmarks.requests;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.JdkSslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.camelforce.salesforcecc.test.support.TestTls;

/**
 * A Pub/Sub API of all orgs, which takes every subscription and has no event. A program: its first line is its port and
 * the trust store of its certificate, and it ends when its input does.
 */
public final class CannedPubSub extends PubSubGrpc.PubSubImplBase {

    /** What many servers and proxies allow. */
    private static final int MAX_CALLS = 100;

    private CannedPubSub() {}

    /**
     * Runs the program.
     *
     * @param args none
     * @throws Exception if it cannot listen
     */
    public static void main(String... args) throws Exception {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(tls())
                .maxConcurrentCallsPerConnection(MAX_CALLS)
                .addService(new CannedPubSub())
                .build()
                .start();
        System.out.println(server.getPort() + " " + TestTls.trustStore());
        while (System.in.read() >= 0) {
            // until the one that has started it ends
        }
        server.shutdownNow();
    }

    @Override
    public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(FetchRequest request) {}

            @Override
            public void onError(Throwable cancelled) {}

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }

    @Override
    public void getTopic(TopicRequest request, StreamObserver<TopicInfo> answer) {
        answer.onNext(TopicInfo.newBuilder()
                .setTopicName(request.getTopicName())
                .setCanSubscribe(true)
                .build());
        answer.onCompleted();
    }

    private static JdkSslContext tls() {
        return new JdkSslContext(
                TestTls.server(),
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
