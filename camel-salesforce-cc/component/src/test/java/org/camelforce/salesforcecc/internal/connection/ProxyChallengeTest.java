package org.camelforce.salesforcecc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChallengeTest {

    private static final String TARGET = "api.pubsub.salesforce.com:7443";

    @Test
    void authorizationWhenBasicIsAskedForThenThePair() {
        assertThat(authorization(false, "Basic realm=\"proxy\"")).isEqualTo("Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl");
    }

    /** The values were worked out with another program, as RFC 7616 says. */
    @Test
    void authorizationWhenDigestIsAskedForThenTheAnswerOfTheRfc() {
        assertThat(authorization(
                        true,
                        "Digest realm=\"proxy\", qop=\"auth, auth-int\", nonce=\"7ypf/xlj9XXw\", opaque=\"5ccc\""))
                .startsWith(
                        "Digest username=\"Mufasa\", realm=\"proxy\", nonce=\"7ypf/xlj9XXw\", uri=\"" + TARGET + "\"")
                .contains(
                        "response=\"e2f53c166feeb609ce3d44887fa11672\"",
                        "opaque=\"5ccc\"",
                        "qop=auth, nc=00000001, cnonce=\"f2/wE4q74E6z\"")
                .doesNotContain("Circle");
    }

    @Test
    void authorizationWhenDigestIsAskedForWithSha256ThenThatHash() {
        assertThat(authorization(true, "Digest realm=\"proxy\", algorithm=SHA-256, qop=auth, nonce=\"7ypf/xlj9XXw\""))
                .contains(
                        "algorithm=SHA-256",
                        "response=\"0b8fadc64ce2a8f80df5ded2857b282a1d48bfc6f5fe1366bda5edadd419d5fb\"");
    }

    @Test
    void authorizationWhenDigestIsAskedForWithoutQopThenTheOlderAnswer() {
        assertThat(authorization(true, "Digest realm=\"proxy\", nonce=\"7ypf/xlj9XXw\""))
                .contains("response=\"a207e686162151b3ddaf7da55a092a0e\"")
                .doesNotContain("cnonce");
    }

    @Test
    void authorizationWhenSeveralAreOfferedThenTheOneOfTheOption() {
        String[] offered = {"Negotiate, Basic realm=\"proxy\", Digest realm=\"proxy\", nonce=\"n\"", "Bearer"};

        assertThat(authorization(false, offered)).startsWith("Basic ");
        assertThat(authorization(true, offered)).startsWith("Digest ");
    }

    @Test
    void authorizationWhenQuotedTextHasQuotationMarksThenTheyAreKept() {
        assertThat(ProxyChallenge.in(List.of("Basic realm=\"a \\\"b\\\", c\"")))
                .singleElement()
                .satisfies(challenge -> assertThat(challenge.parameters()).containsEntry("realm", "a \"b\", c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "Negotiate",
                "Basic",
                "Basic realm=\"another\"",
                "Digest realm=\"proxy\", nonce=\"n\"",
                "realm=\"proxy\"",
                "Basic realm=\"proxy"
            })
    void authorizationWhenNoSuchLoginIsAskedForThenNone(String header) {
        assertThat(authorization(false, header)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic realm=\"proxy\"",
                "Digest realm=\"proxy\", algorithm=MD5-sess, nonce=\"n\"",
                "Digest realm=\"proxy\", qop=auth-int, nonce=\"n\""
            })
    void authorizationWhenNoSuchDigestIsAskedForThenNone(String header) {
        assertThat(authorization(true, header)).isNull();
    }

    @Test
    void inWhenTheHeaderIsLongThenRead() {
        assertThat(ProxyChallenge.in(List.of("Basic realm=\"" + "\\a".repeat(100_000) + "\"")))
                .hasSize(1);
    }

    private static String authorization(boolean digest, String... headers) {
        HttpProxySettings.Login login = new HttpProxySettings.Login(
                "Mufasa", "Circle of Life", "proxy", URI.create("http://proxy:3128"), digest);
        return ProxyChallenge.authorization(List.of(headers), login, TARGET, "f2/wE4q74E6z");
    }
}
