package org.camelforce.salesforcecc.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionCredentialsSourceTest {

    private final Map<String, String> options = new HashMap<>(Map.of("clientId", "key", "clientSecret", "secret"));

    @Test
    void candidatesWhenAnOptionIsSetAgainThenTheNewPair() {
        OptionCredentialsSource source = source();

        options.put("clientSecret", "two");

        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "two"));
    }

    @Test
    void candidatesWhenTheNextPairIsSetThenSecond() {
        options.put("next.clientId", "k2");
        options.put("next.clientSecret", "s2");

        assertThat(source().candidates())
                .containsExactly(new ClientCredentials("key", "secret"), new ClientCredentials("k2", "s2"));
    }

    @Test
    void candidatesWhenEvaluationChangesThenSeenAtTheNextLogin() {
        Map<String, String> vault = new HashMap<>(Map.of("{{s}}", "one"));
        options.put("clientSecret", "{{s}}");
        OptionCredentialsSource source =
                new OptionCredentialsSource(() -> options, (name, value) -> vault.getOrDefault(value, value));

        vault.put("{{s}}", "two");

        assertThat(source.candidates()).containsExactly(new ClientCredentials("key", "two"));
    }

    @ParameterizedTest
    @CsvSource({"clientId, Consumer Key", "clientSecret, Consumer Secret"})
    void createWhenOneIsMissingThenNamedWithTheFieldInSetup(String option, String field) {
        options.put(option, " ");

        assertThatThrownBy(this::source)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Option " + option + " is missing. Set it to the " + field);
    }

    @Test
    void candidatesWhenOneIsTakenAwayLaterThenNamedAndTheOtherNotShown() {
        OptionCredentialsSource source = source();
        options.remove("clientId");

        assertThatThrownBy(source::candidates)
                .hasMessageContaining("Option clientId is missing")
                .hasMessageNotContaining("secret,");
    }

    @Test
    void versionWhenASetterWasCalledThenAnotherUntilThenTheSame() {
        OptionCredentialsSource source = source();
        Object before = source.version();
        assertThat(source.version()).isEqualTo(before);

        options.put("next.clientSecret", "s2");

        assertThat(source.version()).isNotEqualTo(before);
    }

    @Test
    void equalsWhenTheSameValuesAtTheStartThenSameIdentity() {
        OptionCredentialsSource first = source();
        OptionCredentialsSource second = source();
        options.put("clientSecret", "two");
        OptionCredentialsSource third = source();

        assertThat(first).isEqualTo(second).hasSameHashCodeAs(second).isNotEqualTo(third);
    }

    @Test
    void toStringWhenThereIsASecretThenItsFingerprintOnly() {
        options.put("clientSecret", "hush");

        assertThat(source().toString()).contains("key").doesNotContain("hush");
    }

    private OptionCredentialsSource source() {
        return new OptionCredentialsSource(() -> options, (name, value) -> value);
    }
}
