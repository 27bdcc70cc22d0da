package org.camelforce.salesforcecc.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialValuesTest {

    private static final ClientCredentials CURRENT = new ClientCredentials("key", "secret");

    @ParameterizedTest
    @CsvSource({
        "consumerKey, consumerSecret",
        "clientId, clientSecret",
        "client_id, client_secret",
        "client-id, client-secret",
        "CLIENT_ID, CLIENT_SECRET",
        "salesforce.consumerKey, salesforce.consumerSecret",
        "camel.component.salesforce-cc.client-id, camel.component.salesforce-cc.client-secret"
    })
    void pairsWhenNamedInAnyOfTheKnownWaysThenFound(String key, String secret) {
        assertThat(values(key, "key", secret, "secret").pairs("Here")).containsExactly(CURRENT);
    }

    @Test
    void pairsWhenValuesHaveBlanksAroundThemThenTrimmed() {
        assertThat(values("clientId", " key\n", "clientSecret", "\tsecret\r\n").pairs("Here"))
                .containsExactly(CURRENT);
    }

    @Test
    void pairsWhenBothHalvesOfTheNextAreThereThenCurrentFirst() {
        assertThat(values("clientId", "key", "clientSecret", "secret", "nextClientId", "k2", "nextClientSecret", "s2")
                        .pairs("Here"))
                .containsExactly(CURRENT, new ClientCredentials("k2", "s2"));
    }

    @Test
    void pairsWhenTheNextIsNamedAsTheOptionsAreThenNotTakenForTheCurrent() {
        String prefix = "camel.component.salesforce-cc.";
        assertThat(values(
                                prefix + "client-id",
                                "key",
                                prefix + "client-secret",
                                "secret",
                                prefix + "next.client-id",
                                "k2",
                                "next.clientSecret",
                                "s2")
                        .pairs("Here"))
                .containsExactly(CURRENT, new ClientCredentials("k2", "s2"));
    }

    @Test
    void pairsWhenOnlyTheNextSecretIsThereThenItGoesWithTheCurrentKey() {
        assertThat(values("consumerKey", "key", "consumerSecret", "secret", "nextConsumerSecret", "s2")
                        .pairs("Here"))
                .containsExactly(CURRENT, new ClientCredentials("key", "s2"));
    }

    @Test
    void pairsWhenOnlyTheNextKeyIsThereThenItGoesWithTheCurrentSecret() {
        assertThat(values("consumerKey", "key", "consumerSecret", "secret", "next_consumer_key", "k2")
                        .pairs("Here"))
                .containsExactly(CURRENT, new ClientCredentials("k2", "secret"));
    }

    @Test
    void pairsWhenTheNextIsEmptyThenNone() {
        assertThat(values("clientId", "key", "clientSecret", "secret", "nextClientId", "", "nextClientSecret", " ")
                        .pairs("Here"))
                .containsExactly(CURRENT);
    }

    @Test
    void pairsWhenKeyIsMissingThenNamedWithThePlaceAndWithoutTheSecret() {
        assertThatThrownBy(() -> values("clientSecret", "hush").pairs("The file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The file has no value consumerKey")
                .hasMessageContaining("Consumer Key and Secret")
                .hasMessageNotContaining("hush");
    }

    @Test
    void pairsWhenSecretIsEmptyThenNamedWithThePlace() {
        assertThatThrownBy(() -> values("clientId", "key", "clientSecret", " ").pairs("The file"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The file has no value consumerSecret");
    }

    @ParameterizedTest
    @CsvSource({"baseUri", "base_uri", "loginUrl", "login-url", "LOGIN_URL"})
    void loginUrlWhenNamedInAnyOfTheKnownWaysThenFound(String name) {
        assertThat(values(name, "https://acme.my.salesforce.com\n").loginUrl())
                .isEqualTo("https://acme.my.salesforce.com");
    }

    @Test
    void loginUrlWhenMissingThenNull() {
        assertThat(values("clientId", "key").loginUrl()).isNull();
    }

    private static CredentialValues values(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new CredentialValues(values);
    }
}
