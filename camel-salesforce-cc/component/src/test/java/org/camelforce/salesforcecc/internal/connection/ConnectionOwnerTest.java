package org.camelforce.salesforcecc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionOwnerTest {

    private final ApiHttpClient http = new ApiHttpClient(TransportSettings.ofPlatform());
    private final ConnectionOwner owner = new ConnectionOwner(response -> {});

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPERATIONS")
    void ownWhenNobodyDecompressesTheAnswerThenTheServerIsToldNotToCompressIt(ConnectionOwner.Use use) {
        assertThat(owned(use).getHeaders().get(HttpHeader.ACCEPT_ENCODING)).isEqualTo("identity");
    }

    @Test
    void ownWhenItIsAnOperationThenWhoSendsItNamesTheEncodings() {
        assertThat(owned(ConnectionOwner.Use.OPERATIONS).getHeaders().contains(HttpHeader.ACCEPT_ENCODING))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void ownWhenTheUseIsAnotherThenTheConnectionsAreOthers(ConnectionOwner.Use use) {
        for (ConnectionOwner.Use other : ConnectionOwner.Use.values()) {
            assertThat(owned(use).getTag().equals(owned(other).getTag())).isEqualTo(use == other);
        }
    }

    private Request owned(ConnectionOwner.Use use) {
        return owner.own(http.newRequest("http://127.0.0.1/services/data"), use);
    }
}
