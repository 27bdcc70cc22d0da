package org.camelforce.salesforcecc.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, https://acme.my.salesforce.com:443/services",
        "https://acme.my.salesforce.com, HTTPS://Acme.My.Salesforce.com",
        "http://localhost, http://localhost:80",
        "http://[::1]:8080, http://[::1]:8080/x"
    })
    void ofWhenSchemeHostAndPortAreTheSameThenEqual(URI one, URI other) {
        assertThat(Origin.of(one)).isEqualTo(Origin.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, http://acme.my.salesforce.com",
        "https://acme.my.salesforce.com, https://acme.my.salesforce.com:8443",
        "https://acme.my.salesforce.com, https://acme.my.salesforce.com.example.com",
        "https://acme.my.salesforce.com, https://evil.example.com/acme.my.salesforce.com"
    })
    void ofWhenOneOfThemDiffersThenNotEqual(URI one, URI other) {
        assertThat(Origin.of(one)).isNotEqualTo(Origin.of(other));
    }
}
