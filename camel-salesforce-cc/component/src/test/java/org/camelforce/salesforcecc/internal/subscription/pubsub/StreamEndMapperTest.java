package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.subscription.StreamEnd;
import org.camelforce.salesforcecc.subscription.StreamEnd.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamEndMapperTest {

    private static final String PREFIX = "sfdc.platform.eventbus.grpc.";
    private static final String TOKEN = "00D!token";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwcyJ9.c2lnbmF0dXJl";

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, service.auth.error, TOKEN_REJECTED",
        "INVALID_ARGUMENT, service.auth.headers.invalid, TOKEN_REJECTED",
        "UNAVAILABLE, service.unavailable, INTERRUPTED",
        "RESOURCE_EXHAUSTED, subscription.limit.exceeded, BUSY",
        "UNKNOWN, concurrent.client.limit.exceeded, BUSY",
        "INVALID_ARGUMENT, subscription.fetch.replayid.corrupted, POSITION_REJECTED",
        "INVALID_ARGUMENT, subscription.fetch.replayid.validation.failed, POSITION_REJECTED",
        "NOT_FOUND, topic.notfound, FATAL",
        "PERMISSION_DENIED, topic.denied, FATAL",
        "FAILED_PRECONDITION, managed.subscription.config.stopped, FATAL",
        "NOT_FOUND, managed.subscription.developer.name.not.found, FATAL",
        "ALREADY_EXISTS, managed.subscription.already.active, INTERRUPTED"
    })
    void ofWhenThereIsAnErrorCodeThenItSaysWhatToDo(Status.Code status, String errorCode, Kind kind) {
        assertThat(end(status, PREFIX + errorCode, TOKEN).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHENTICATED, TOKEN_REJECTED",
        "UNAVAILABLE, INTERRUPTED",
        "INTERNAL, INTERRUPTED",
        "CANCELLED, INTERRUPTED",
        "UNKNOWN, INTERRUPTED",
        "DEADLINE_EXCEEDED, INTERRUPTED",
        "RESOURCE_EXHAUSTED, BUSY",
        "NOT_FOUND, FATAL",
        "PERMISSION_DENIED, FATAL",
        "UNIMPLEMENTED, FATAL"
    })
    void ofWhenThereIsNoErrorCodeThenTheStatusSaysWhatToDo(Status.Code status, Kind kind) {
        assertThat(end(status, "", TOKEN).kind()).isEqualTo(kind);
    }

    @Test
    void ofWhenServerIsNotReachedThenNamesTheOptions() {
        assertThat(end(Status.Code.UNAVAILABLE, "", TOKEN).text())
                .isEqualTo(
                        "UNAVAILABLE, as the test says. If this continues, check options pubSubHost and pubSubPort, proxy"
                                + " and firewall");
    }

    @Test
    void ofWhenServerIsUnavailableThenNamesNoOption() {
        assertThat(end(Status.Code.UNAVAILABLE, PREFIX + "service.unavailable", TOKEN)
                        .text())
                .doesNotContain("option");
    }

    @Test
    void ofWhenThereWasNoTokenThenNamesNoOptionOfThePubSubApi() {
        LoginException why = LoginException.of(new IOException("as the test says"));
        RpcException failure = RpcException.of(Status.UNAVAILABLE.withCause(why), null, null);

        assertThat(StreamEndMapper.of(failure, PubSubWorld.TOPIC).text()).doesNotContain("pubSub");
    }

    @Test
    void ofWhenTheDescriptionHasLinesAndATokenThenOneLineWithoutIt() {
        StreamEnd end = StreamEndMapper.of(
                RpcException.of(
                        Status.UNAVAILABLE.withDescription("away\nERROR forged " + JWT + "z".repeat(5_000)),
                        null,
                        TOKEN),
                "/event/Order__e");

        assertThat(end.text())
                .hasSizeLessThan(600)
                .contains("away ERROR forged [hidden]")
                .doesNotContain("\n", "eyJ");
    }

    @Test
    void ofWhenRejectedTokenIsAJwtThenFailedForGoodWithWhatToChange() {
        StreamEnd end = end(Status.Code.UNAUTHENTICATED, PREFIX + "service.auth.error", JWT);

        assertThat(end.kind()).isEqualTo(Kind.FATAL);
        assertThat(end.text())
                .contains("JSON Web Token", "Setup > External Client App Manager")
                .doesNotContain(JWT);
    }

    @Test
    void ofWhenNoTokenWasSentThenNoneIsRejected() {
        assertThat(end(Status.Code.UNAUTHENTICATED, "", null).kind()).isEqualTo(Kind.INTERRUPTED);
    }

    @Test
    void ofWhenItIsAnotherFailureThenFailedWithIt() {
        IOException failure = new IOException("as the test says");

        assertThat(StreamEndMapper.of(failure, PubSubWorld.TOPIC).cause()).isSameAs(failure);
        assertThat(StreamEndMapper.of(failure, PubSubWorld.TOPIC).kind()).isEqualTo(Kind.INTERRUPTED);
    }

    @ParameterizedTest
    @CsvSource({"NOT_FOUND, INTERRUPTED", "PERMISSION_DENIED, INTERRUPTED", "UNAUTHENTICATED, TOKEN_REJECTED"})
    void ofSchemaWhenItIsNotToBeHadThenNeverRefusedForGood(Status.Code status, Kind kind) {
        assertThat(StreamEndMapper.ofSchema(failure(status, "", TOKEN), PubSubWorld.TOPIC)
                        .kind())
                .isEqualTo(kind);
    }

    private static StreamEnd end(Status.Code status, String errorCode, String token) {
        return StreamEndMapper.of(failure(status, errorCode, token), PubSubWorld.TOPIC);
    }

    private static RpcException failure(Status.Code status, String errorCode, String token) {
        Metadata trailers = new Metadata();
        if (!errorCode.isEmpty()) {
            trailers.put(Metadata.Key.of("error-code", Metadata.ASCII_STRING_MARSHALLER), errorCode);
        }
        return RpcException.of(status.toStatus().withDescription("as the test says"), trailers, token);
    }
}
