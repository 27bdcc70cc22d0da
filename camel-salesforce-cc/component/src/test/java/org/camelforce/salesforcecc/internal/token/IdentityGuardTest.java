package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityGuardTest {

    private static final AccessToken TOKEN = Tokens.token("T", "00D000000000001AAA", "005000000000001AAA");
    private static final AccessToken NAMELESS = AccessToken.of("T", URI.create("https://acme.my.salesforce.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00D",
                "00D00000000001",
                "00D0000000000001",
                "00D000000000001AA",
                "00D000000000001AAAA",
                "00D00000000000_",
                " 00D000000000001",
                "00d000000000001",
                "005000000000001AAA"
            })
    void r16CreateWhenTheOrgIdIsNoneThenTheOptionAndTheFormAreNamed(String id) {
        assertThatThrownBy(() -> new IdentityGuard(id, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Option expectedOrgId must be an ID of 15 or 18 characters that begins with 00D, but is " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"005", "00500000000001", "0050000000000011", "00D000000000001AAA", "user@acme.example"})
    void r16CreateWhenTheUserIdIsNoneThenTheOptionAndTheFormAreNamed(String id) {
        assertThatThrownBy(() -> new IdentityGuard(null, id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Option expectedUserId must be an ID of 15 or 18 characters that begins with 005, but is "
                        + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00D000000000001", "00D000000000001AAA"})
    void r18ObjectionWhenTheOrgIsTheExpectedOneInEitherFormThenNone(String expected) {
        assertThat(new IdentityGuard(expected, null).objection(null, TOKEN)).isNull();
        assertThat(new IdentityGuard(expected, null)
                        .objection(null, Tokens.token("T", "00D000000000001", "005000000000001")))
                .isNull();
    }

    @Test
    void r18ObjectionWhenTheIdsDifferInCaseThenAnotherOrg() {
        assertThat(new IdentityGuard("00D00000000000a", null)
                        .objection(null, Tokens.token("T", "00D00000000000A", "005000000000001"))
                        .reason())
                .isEqualTo(DenialReason.UNEXPECTED_ORG);
    }

    @Test
    void r18ObjectionWhenTheAnswerNamesNobodyAndSomebodyIsExpectedThenRefused() {
        assertThat(new IdentityGuard("00D000000000001", null)
                        .objection(null, NAMELESS)
                        .reason())
                .isEqualTo(DenialReason.UNEXPECTED_ORG);
        assertThat(new IdentityGuard(null, "005000000000001")
                        .objection(null, NAMELESS)
                        .reason())
                .isEqualTo(DenialReason.UNEXPECTED_USER);
    }

    @Test
    void r18ObjectionWhenTheAnswerNamesNobodyAndNobodyIsExpectedThenNone() {
        assertThat(IdentityGuard.ANY.objection(null, NAMELESS)).isNull();
        assertThat(IdentityGuard.ANY.objection(TOKEN, NAMELESS)).isNull();
        assertThat(IdentityGuard.ANY.objection(NAMELESS, TOKEN)).isNull();
    }

    @Test
    void r18ObjectionWhenTheUserIsAnotherThanExpectedThenBothAreNamed() {
        assertThat(new IdentityGuard(null, "005999999999999").objection(null, TOKEN))
                .hasMessageContaining("user 005000000000001AAA")
                .hasMessageContaining("option expectedUserId is 005999999999999");
    }
}
