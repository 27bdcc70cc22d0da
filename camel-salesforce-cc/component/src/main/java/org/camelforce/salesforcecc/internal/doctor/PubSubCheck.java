package org.camelforce.salesforcecc.internal.doctor;

import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.connection.PubSubChannel;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.internal.text.RecordIds;

/**
 * Whether the Pub/Sub API can be reached and takes the token, by asking for a topic. Whatever it says about the topic,
 * it has taken the token for that (Pub/Sub API Guide, "Handle Errors").
 */
final class PubSubCheck implements Check {

    private static final String TOPIC = "/data/ChangeEvents";
    private static final Set<Status.Code> NOT_REACHED =
            EnumSet.of(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED);

    @Override
    public CheckName name() {
        return CheckName.PUB_SUB;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(examination.isApiLimitReached() ? CheckName.SCOPES : CheckName.API_ACCESS);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        DoctorSettings settings = examination.settings();
        String problem = settings.pubSubProblem();
        if (problem != null) {
            return Diagnosis.failed(
                    problem, "Correct the option of the component, or set it in each endpoint that subscribes.");
        }
        String place = settings.pubSubHost() + ":" + settings.pubSubPort();
        if (!settings.trustedHosts().trusts(URI.create("https://" + place))) {
            return Diagnosis.failed(
                    "No token is sent to " + place + ", which is not a Salesforce host",
                    "Check option pubSubHost. If you reach the Pub/Sub API through your own host,"
                            + " name it in option allowedHosts.");
        }
        EventLoopGroup thread = new NioEventLoopGroup(1);
        ManagedChannel channel = PubSubChannel.to(
                        settings.pubSubHost(),
                        settings.pubSubPort(),
                        settings.transport().tls(),
                        settings.transport().proxy(),
                        settings.systemProxy(),
                        thread,
                        thread)
                .build();
        try {
            return judge(place, ask(channel, headers(examination), settings.timeoutMillis()));
        } finally {
            channel.shutdownNow().awaitTermination(settings.timeoutMillis(), TimeUnit.MILLISECONDS);
            thread.shutdownGracefully(0, settings.timeoutMillis(), TimeUnit.MILLISECONDS)
                    .await(settings.timeoutMillis());
        }
    }

    private static Status ask(ManagedChannel channel, Metadata headers, long timeoutMillis) {
        try {
            PubSubGrpc.newBlockingStub(channel)
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .withDeadlineAfter(timeoutMillis, TimeUnit.MILLISECONDS)
                    .getTopic(TopicRequest.newBuilder().setTopicName(TOPIC).build());
            return Status.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus();
        }
    }

    private static Diagnosis judge(String place, Status status) {
        if (NOT_REACHED.contains(status.getCode())) {
            String remedy = PubSubChannel.remedy(status.getCause());
            return Diagnosis.failed(
                    place + " is not reached: " + describe(status), remedy.isEmpty() ? firewallRemedy() : remedy + ".");
        }
        if (status.getCode() == Status.Code.UNAUTHENTICATED) {
            return Diagnosis.failed(
                    place + " rejects the token: " + describe(status),
                    "If the token is a JWT, uncheck Issue JSON Web Token (JWT)-based access tokens for named users"
                            + " in Setup > External Client App Manager > your app > Settings > OAuth Settings.");
        }
        return Diagnosis.passed(place + " takes the token and answers " + status.getCode());
    }

    private static String firewallRemedy() {
        return "Allow this machine to connect to that host and port with HTTP/2 in the firewall,"
                + " or choose the other port, 443 or 7443, in option pubSubPort."
                + " Option pubSubHost is api.pubsub.salesforce.com,"
                + " in the European Union also api.deu.pubsub.salesforce.com.";
    }

    private static String describe(Status status) {
        Throwable cause = status.getCause();
        return status.getCode()
                + (status.getDescription() == null ? "" : ", " + OutsideText.said(status.getDescription()))
                + (cause == null ? "" : ", " + TlsProbe.reason(cause));
    }

    private static Metadata headers(DiagnosisContext examination) {
        String org = examination.token().orgId();
        return PubSubChannel.headers(
                examination.token().value(), examination.instanceUrl(), org == null ? "" : RecordIds.longForm(org));
    }
}
