package org.camelforce.salesforcecc.internal.subscription.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PubSubSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"api.pubsub.salesforce.com", "api.deu.pubsub.salesforce.com", "localhost", "127.0.0.1", "::1"})
    void requireTrustedWhenHostIsSalesforcesOrLoopbackThenTheSame(String host) {
        PubSubSettings settings = settings(host, 7443);

        assertThat(settings.requireTrusted(TrustedHosts.salesforceOnly())).isSameAs(settings);
    }

    @Test
    void requireTrustedWhenHostIsAllowedThenTheSame() {
        PubSubSettings settings = settings("pubsub.example.com", 7443);

        assertThat(settings.requireTrusted(TrustedHosts.and(List.of("pubsub.example.com"))))
                .isSameAs(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pubsub.example.com", "api.pubsub.salesforce.com.example.com", "salesforce.com", "10.0.0.1"})
    void requireTrustedWhenHostIsAnotherThenRefusedWithTheOptions(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(host, 7443).requireTrusted(TrustedHosts.salesforceOnly()))
                .withMessageContaining(host)
                .withMessageContaining("pubSubHost")
                .withMessageContaining("allowedHosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://api.pubsub.salesforce.com", "user@api.pubsub.salesforce.com", "a b"})
    void requireTrustedWhenItIsNoHostNameThenRefusedWithTheOption(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(host, 7443).requireTrusted(TrustedHosts.salesforceOnly()))
                .withMessageContaining("pubSubHost");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void requireTrustedWhenPortIsNoneThenRefusedWithTheOption(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> settings("api.pubsub.salesforce.com", port).requireTrusted(TrustedHosts.salesforceOnly()))
                .withMessageContaining("pubSubPort");
    }

    private static PubSubSettings settings(String host, int port) {
        return new PubSubSettings(host, port, false, null, TestTls.trusting(), "options");
    }
}
