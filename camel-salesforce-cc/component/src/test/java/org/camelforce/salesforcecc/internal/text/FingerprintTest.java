package org.camelforce.salesforcecc.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource({"abc, ba7816bf", "\u00fc, 607474ca"})
    void ofWhenTextThenFirstEightDigitsOfTheSha256OfItsUtf8Form(String text, String fingerprint) {
        assertThat(Fingerprint.of(text)).isEqualTo(fingerprint);
        assertThat(new ClientCredentials("key", text))
                .hasToString("ClientCredentials[clientId=key, secretFingerprint=" + fingerprint + "]");
    }
}
