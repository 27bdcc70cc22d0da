package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import org.camelforce.salesforcecc.simulator.setup.TestFiles;
import org.camelforce.salesforcecc.simulator.tls.LocalhostKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PubSubOptionsIT {

    private static final String TOPIC = "/event/Invoice_Paid__e";

    @TempDir
    private Path folder;

    @Test
    void runWhenPubSubPortGivenThenPrintedPropertiesAndTrustStoreReachTheTopic() {
        ProgramRun run = new ProgramRun(
                started -> assertThat(topic(started, printedTrustStore(started)).getTopicName())
                        .isEqualTo(TOPIC));

        int exitCode = run.execute(
                "--port=0", "--pubsub-port=0", "--schema", TestFiles.schema().toString());

        assertThat(run.err()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(run.out().lines()).contains("camel.component.salesforce-cc.pub-sub-host=localhost");
    }

    @Test
    void runWhenClientDoesNotTrustTheCertificateThenItIsRefused() {
        ProgramRun run = new ProgramRun(started -> assertThatThrownBy(() -> topic(started, null))
                .isInstanceOf(StatusRuntimeException.class)
                .hasStackTraceContaining("SSLHandshakeException"));

        assertThat(run.execute("--port=0", "--pubsub-port=0")).isZero();
    }

    @Test
    void runWhenItEndsThenTheTemporaryTrustStoreIsGone() {
        ProgramRun run =
                new ProgramRun(started -> assertThat(printedTrustStore(started)).isRegularFile());

        assertThat(run.execute("--port=0", "--pubsub-port=0")).isZero();
        assertThat(printedTrustStore(run)).doesNotExist();
    }

    @Test
    void runWhenTrustStoreGivenThenItStaysAndIsPrinted() throws Exception {
        Path file = folder.resolve("trust.p12");
        ProgramRun run = new ProgramRun();

        run.execute("--port=0", "--pubsub-port=0", "--trust-store", file.toString());

        assertThat(printedTrustStore(run)).isEqualTo(file.toAbsolutePath());
        assertThat(load(file).size()).isEqualTo(1);
    }

    @Test
    void runWhenTrustStoreHasOtherCertificatesThenTheyStayAndThatOfTheRunBeforeGoes() throws Exception {
        Path file = folder.resolve("trust.p12");
        new TrustStoreFile(file, false).addAs("other", LocalhostKey.create().certificate());
        new ProgramRun().execute("--port=0", "--pubsub-port=0", "--trust-store", file.toString());
        ProgramRun run = new ProgramRun(started -> topic(started, file));

        assertThat(run.execute(
                        "--port=0", "--pubsub-port=0", "--schema=" + TestFiles.schema(), "--trust-store=" + file))
                .isZero();
        assertThat(load(file).size()).isEqualTo(2);
    }

    @Test
    void runWhenTrustStoreIsSomethingElseThenItIsLeftAloneAndOneSentenceAndCodeOne() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "keep me");
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", "--pubsub-port=0", "--trust-store", file.toString()))
                .isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("cannot write the trust store " + file);
        assertThat(file).hasContent("keep me");
    }

    @Test
    void runWhenPubSubPortInUseThenOneSentenceAndCodeOne() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            ProgramRun run = new ProgramRun();

            assertThat(run.execute("--port=0", "--pubsub-port=" + other.getLocalPort()))
                    .isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void runWhenPubSubPortNotGivenThenNothingIsPrintedAboutIt() {
        ProgramRun run = new ProgramRun();

        run.execute("--port=0");

        assertThat(run.out()).doesNotContain("pub-sub", "trustStore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pubsub-port=x", "--pubsub-port=-1", "--pubsub-port=65536"})
    void runWhenArgumentIsWrongThenOneSentenceThatNamesItAndCodeTwo(String argument) {
        ProgramRun run = new ProgramRun();

        assertThat(run.execute("--port=0", argument)).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains(argument.substring(0, argument.indexOf('=')))
                .endsWith("(--help lists the options).");
        assertThat(run.out()).isEmpty();
    }

    private static Path printedTrustStore(ProgramRun run) {
        Matcher line = Pattern.compile("-Djavax\\.net\\.ssl\\.trustStore=(\\S+) .*Password=changeit")
                .matcher(run.out());
        assertThat(line.find()).isTrue();
        return Path.of(line.group(1));
    }

    private static TopicInfo topic(ProgramRun run, @Nullable Path trustStore) throws IOException, InterruptedException {
        JsonNode login = new ObjectMapper().readTree(run.login());
        Metadata headers = new Metadata();
        List.of("accesstoken", "instanceurl", "tenantid")
                .forEach(name ->
                        headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value(login, name)));
        ManagedChannel channel = NettyChannelBuilder.forAddress(
                        run.printed("pub-sub-host"), Integer.parseInt(run.printed("pub-sub-port")))
                .sslContext(GrpcSslContexts.forClient()
                        .trustManager(trust(trustStore))
                        .build())
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        try {
            return PubSubGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(30, TimeUnit.SECONDS)
                    .getTopic(TopicRequest.newBuilder().setTopicName(TOPIC).build());
        } finally {
            channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static String value(JsonNode login, String header) {
        return switch (header) {
            case "accesstoken" -> login.path("access_token").asText();
            case "instanceurl" -> login.path("instance_url").asText();
            default -> login.path("id").asText().replaceAll(".*/id/([^/]+)/.*", "$1");
        };
    }

    private static TrustManagerFactory trust(@Nullable Path file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file == null ? null : load(file));
            return factory;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, "changeit".toCharArray());
            return store;
        }
    }
}
