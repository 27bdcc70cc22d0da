package org.camelforce.salesforcecc.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com",
                "https://acme--uat.sandbox.my.salesforce.com",
                "https://acme-dev-ed.develop.my.salesforce.com",
                "https://acme--x.scratch.my.salesforce.com",
                "https://acme.my.salesforce.mil",
                "https://acme.my.sfcrmproducts.cn",
                "https://acme.my.salesforce.com:8443",
                "https://localhost:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://[::1]:8080"
            })
    void parseWhenTheFlowCanWorkThereThenAccepted(String url) {
        assertThat(parse(url)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com/, https://acme.my.salesforce.com",
        "'  https://acme.my.salesforce.com  ', https://acme.my.salesforce.com",
        "HTTPS://Acme.my.salesforce.com, https://acme.my.salesforce.com"
    })
    void parseWhenWrittenInAnotherWayThenEqualToTheCommonForm(String url, String common) {
        assertThat(parse(url)).isEqualTo(parse(common));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void parseWhenMissingThenRefusedWithFormAndPlace(String url) {
        assertRefused(url, "is missing", "https://<my domain>.my.salesforce.com", "Setup > My Domain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.salesforce.com",
                "https://test.salesforce.com",
                "https://LOGIN.salesforce.com/",
                "http://login.salesforce.com"
            })
    void parseWhenGenericHostThenRefusedWithTheMyDomainForms(String url) {
        assertRefused(
                url,
                "client credentials flow does not work",
                "https://<my domain>.my.salesforce.com",
                "https://<my domain>--<sandbox>.sandbox.my.salesforce.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.lightning.force.com, https://acme.my.salesforce.com",
        "https://acme--uat.sandbox.lightning.force.com, https://acme--uat.sandbox.my.salesforce.com",
        "https://acme.lightning.crmforce.mil/one, https://acme.my.salesforce.mil",
        "https://acme.lightning.sfcrmapps.cn, https://acme.my.sfcrmproducts.cn"
    })
    void f26ParseWhenLightningAddressThenRefusedWithTheMyDomainOfThatOrg(String url, String use) {
        assertRefused(url, "Lightning", "Use " + use);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.site.com/portal",
                "https://attacker.secure.force.com",
                "https://acme.force.com",
                "https://acme.my.salesforce-sites.com/app",
                "https://acme.cloudforce.com",
                "https://acme--c.vf.force.com/apex/p",
                "https://na1.salesforce.com",
                "https://acme.salesforce.mil",
                "https://my.salesforce.com"
            })
    void f26ParseWhenAnAddressOfSalesforceIsNoMyDomainThenRefusedWithTheFormAndThePlace(String url) {
        assertRefused(
                url,
                "the client credentials flow does not work",
                "Use the org's My Domain, https://<my domain>.my.salesforce.com",
                "Setup > My Domain");
    }

    @Test
    void f26ParseWhenAddressOfSetupThenRefusedWithTheMyDomainOfThatOrg() {
        assertRefused("https://acme.my.salesforce-setup.com/lightning/setup", "Use https://acme.my.salesforce.com ");
    }

    @Test
    void parseWhenASiteIsAllowedThenAccepted() {
        assertThat(LoginUrl.parse("https://acme.my.site.com", TrustedHosts.and(List.of("acme.my.site.com"))))
                .hasToString("https://acme.my.site.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://acme.localhost:8080", "http://x.localhost", "http://127.0.0.1.nip.io"})
    void parseWhenANameIsAskedOfDnsThenNotTakenForLoopback(String url) {
        assertRefused(url, "starts with http");
    }

    @Test
    void parseWhenHttpThenRefusedWithTheHttpsForm() {
        assertRefused("http://acme.my.salesforce.com", "starts with http", "Use https://acme.my.salesforce.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com/services/oauth2/token",
                "https://acme.my.salesforce.com//",
                "https://acme.my.salesforce.com?x=1",
                "https://acme.my.salesforce.com#x",
                "https://me:hunter2@acme.my.salesforce.com",
                "http://me@localhost",
                "acme.my.salesforce.com",
                "ftp://acme.my.salesforce.com",
                "https://",
                "https:acme.my.salesforce.com",
                "https://acme my.salesforce.com"
            })
    void parseWhenNotJustSchemeAndHostThenRefusedWithTheForm(String url) {
        assertRefused(url, "Use the form https://<my domain>.my.salesforce.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example.com",
                "https://evilsalesforce.com",
                "https://acme.my.salesforce.com.evil.org",
                "https://salesforce.com"
            })
    void parseWhenNotASalesforceHostThenRefusedWithTheOptionThatAllowsIt(String url) {
        assertRefused(url, "not a Salesforce host", "option allowedHosts");
    }

    @Test
    void parseWhenHostIsAllowedThenOverHttpsOnly() {
        TrustedHosts hosts = TrustedHosts.and(List.of("gateway.example.com"));

        assertThat(LoginUrl.parse("https://gateway.example.com", hosts)).hasToString("https://gateway.example.com");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginUrl.parse("http://gateway.example.com", hosts))
                .withMessageContaining("starts with http");
    }

    private static void assertRefused(String url, String... parts) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(url)).satisfies(e -> assertThat(e.getMessage())
                .startsWith("Option loginUrl ")
                .contains(parts)
                .doesNotContain("hunter2"));
    }

    private static LoginUrl parse(String url) {
        return LoginUrl.parse(url, TrustedHosts.salesforceOnly());
    }
}
