package org.camelforce.salesforcecc.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTextTest {

    @ParameterizedTest
    @MethodSource
    void textWhenFaultThenEffectAndName(Fault fault, String text) {
        assertThat(FaultText.text(fault)).isEqualTo(text);
    }

    static Stream<Arguments> textWhenFaultThenEffectAndName() {
        String busy = "503::Server is too busy.";
        String unauthenticated = "401::Authentication invalid";
        String denied = "403::Handshake denied";
        String code = "sfdc.platform.eventbus.grpc.service.auth.error";
        return Stream.of(
                Arguments.of(new Fault.EndAllSessions(), "ENDS_SESSIONS EndAllSessions"),
                Arguments.of(new Fault.RepeatBatch(), "REPEATS RepeatBatch"),
                Arguments.of(new Fault.SchemaChange(), "HARMLESS SchemaChange"),
                Arguments.of(new Fault.UnknownClient(), "BREAKS UnknownClient"),
                Arguments.of(new Fault.Answer(503, "text/html", "a\nb"), "BREAKS Answer 503"),
                Arguments.of(new Fault.Answer(401, "text/html", ""), "REJECTS_TOKEN Answer 401"),
                Arguments.of(
                        new Fault.MetaError(unauthenticated, busy, "none"),
                        "BREAKS MetaError " + unauthenticated + " / " + busy),
                Arguments.of(
                        new Fault.MetaError(denied, unauthenticated, "none"),
                        "REJECTS_TOKEN MetaError " + denied + " / " + unauthenticated),
                Arguments.of(Fault.GrpcError.authenticationError(), "REJECTS_TOKEN GrpcError 16 " + code),
                Arguments.of(
                        new Fault.ErrorInBatch(2, Fault.GrpcError.authenticationError()),
                        "REJECTS_TOKEN ErrorInBatch after 2: GrpcError 16 " + code));
    }
}
