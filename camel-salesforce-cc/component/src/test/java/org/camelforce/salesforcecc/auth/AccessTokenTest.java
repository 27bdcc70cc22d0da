package org.camelforce.salesforcecc.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.camelforce.salesforcecc.internal.text.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final AccessToken TOKEN =
            AccessToken.of("00Dx!secret", URI.create("https://acme.my.salesforce.com/"));

    @ParameterizedTest
    @CsvSource({
        "https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA, 00D000000000001AAA, 005000000000001AAA",
        "https://acme.my.salesforce.com/id/00D000000000001/005000000000001/, 00D000000000001, 005000000000001"
    })
    void identityWhenUrlHasOrgAndUserThenBoth(String url, String org, String user) {
        AccessToken token = TOKEN.withIdentityUrl(URI.create(url));

        assertThat(token.orgId()).isEqualTo(org);
        assertThat(token.userId()).isEqualTo(user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.salesforce.com/id/00D000000000001AAA",
                "mailto:someone@example.com",
                "https://login.salesforce.com/id/short/005000000000001AAA"
            })
    void identityWhenUrlHasAnotherFormThenUnknown(String url) {
        AccessToken token = TOKEN.withIdentityUrl(URI.create(url));

        assertThat(token.orgId()).isNull();
        assertThat(token.userId()).isNull();
    }

    @Test
    void identityWhenThereIsNoUrlThenUnknown() {
        assertThat(TOKEN.orgId()).isNull();
    }

    @Test
    void instanceUrlWhenItEndsWithASlashThenWithoutIt() {
        assertThat(TOKEN.instanceUrl()).hasToString("https://acme.my.salesforce.com");
    }

    @Test
    void toStringWhenReadThenShowsTheFingerprintOnly() {
        assertThat(TOKEN.toString()).contains(Fingerprint.of("00Dx!secret")).doesNotContain("secret");
    }
}
