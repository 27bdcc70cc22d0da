package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedHostsTest {

    private static final TrustedHosts HOSTS = TrustedHosts.and(List.of(" Gateway.example.com ", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com",
                "https://ACME.MY.SALESFORCE.COM:443/services",
                "https://acme.lightning.force.com",
                "https://acme.my.salesforce.mil",
                "https://acme.my.sfcrmapps.cn",
                "https://GATEWAY.example.com:8443",
                "http://localhost:8080",
                "https://localhost",
                "http://127.255.255.254:1",
                "http://[::1]:8080"
            })
    void trustsWhenSalesforcesOrLoopbackOrAllowedThenYes(String url) {
        assertThat(HOSTS.trusts(URI.create(url))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.example.com",
                "gateway.example.com:8443",
                "https://gateway.example.com",
                "gateway.example.com/services",
                "me@gateway.example.com",
                "gateway example.com",
                ".example.com",
                "gateway.example.com;other.example.com"
            })
    void andWhenAnEntryIsNoHostThenRefusedByName(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedHosts.and(List.of(entry)))
                .withMessageStartingWith("Option allowedHosts has the entry " + entry + ", which is not a hostname");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://x.localhost", "https://x.localhost", "http://127.0.0.1.localhost"})
    void trustsWhenANameBelowLocalhostThenNo(String url) {
        assertThat(TrustedHosts.salesforceOnly().trusts(URI.create(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.my.salesforce.com",
                "http://gateway.example.com",
                "https://evilsalesforce.com",
                "https://acme.evilsalesforce.com",
                "https://salesforce.com.evil.org",
                "https://acme.my.salesforce.com.evil.org",
                "https://evil.org/acme.my.salesforce.com",
                "https://evil.org?.salesforce.com",
                "https://evil.org#.salesforce.com",
                "https://acme.my.salesforce.com@evil.org",
                "https://evil.org@acme.my.salesforce.com",
                "https://user@gateway.example.com",
                "http://me@localhost",
                "https://sub.gateway.example.com",
                "https://localhost.evil.org",
                "http://127.0.0.1.evil.org",
                "http://10.0.0.1",
                "ftp://localhost",
                "//acme.my.salesforce.com",
                "https:acme.my.salesforce.com",
                "/services"
            })
    void trustsWhenAnythingElseThenNo(String url) {
        assertThat(HOSTS.trusts(URI.create(url))).isFalse();
    }
}
