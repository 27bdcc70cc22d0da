package org.camelforce.salesforcecc.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Dictionary;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.cm.ConfigurationException;

class SettingsReaderTest {

    @Test
    void singleWhenKeysHaveDashesThenTheyMeanTheSame() throws Exception {
        Settings settings = SettingsReader.single(TestConfiguration.of(
                "login-url", "https://acme.my.salesforce.com",
                "client-id", "key",
                "client-secret", "hush",
                "next.client-secret", "hush-next",
                "token-policy.login-burst", "5"));

        assertThat(settings.component()).isEqualTo("salesforce-cc");
        assertThat(settings.loginUrl()).isEqualTo("https://acme.my.salesforce.com");
        assertThat(settings.options()).containsOnlyKeys("loginUrl", "tokenPolicy.loginBurst");
        assertThat(settings.credentials())
                .containsExactly(new ClientCredentials("key", "hush"), new ClientCredentials("key", "hush-next"));
    }

    @Test
    void singleWhenKeysAreConfigAdminsThenIgnored() throws Exception {
        Settings settings = SettingsReader.single(TestConfiguration.from(
                "org.camelforce.salesforcecc.cfg",
                complete(
                        "service.pid", "org.camelforce.salesforcecc",
                        "service.factoryPid", "org.camelforce.salesforcecc",
                        "service.bundleLocation", "?",
                        "org.apache.karaf.features.configKey", "org.camelforce.salesforcecc",
                        "org.apache.karaf.features.configLocation", "mvn:x")));

        assertThat(settings.options()).containsOnlyKeys("loginUrl");
    }

    @Test
    void singleWhenAValueIsEmptyThenItIsNotSet() throws Exception {
        assertThat(SettingsReader.single(complete("credentialsLocation", " ")).options())
                .doesNotContainKey("credentialsLocation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientSceret", "tokenPolicy.logins", "component"})
    void singleWhenAKeyIsUnknownThenRefusedWithKeyAndFile(String key) {
        assertThatThrownBy(() -> SettingsReader.single(
                        TestConfiguration.from("org.camelforce.salesforcecc.cfg", complete(key, "hush2"))))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.getProperty())
                        .isEqualTo(key))
                .hasMessageContaining(
                        "Key " + key + " in file:/opt/karaf/etc/org.camelforce.salesforcecc.cfg is not an option")
                .hasMessageNotContaining("hush");
    }

    @Test
    void singleWhenAKeyIsThereTwiceThenRefused() {
        assertThatThrownBy(() -> SettingsReader.single(complete("client-secret", "hush2")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is there twice")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientId", "clientSecret"})
    void singleWhenThePairIsIncompleteThenRefusedWithKeyAndFile(String missing) {
        Dictionary<String, Object> properties = TestConfiguration.from("org.camelforce.salesforcecc.cfg", complete());
        properties.remove(missing);

        assertThatThrownBy(() -> SettingsReader.single(properties))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.getProperty())
                        .isEqualTo(missing))
                .hasMessageContaining("org.camelforce.salesforcecc.cfg: Option " + missing + " is missing")
                .hasMessageNotContaining("hush");
    }

    @Test
    void singleWhenThePairIsAPlaceholderOfCamelsThenRefusedWithWhatGoesThere() {
        Dictionary<String, Object> properties = complete();
        properties.put("clientSecret", "{{env:HUSH}}");

        assertThatThrownBy(() -> SettingsReader.single(properties))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clientSecret")
                .hasMessageContaining("${env:NAME}")
                .hasMessageNotContaining("HUSH");
    }

    @Test
    void singleWhenTheSecretIsWithLocationThenNoPairIsNeeded() throws Exception {
        Settings settings = SettingsReader.single(TestConfiguration.of("credentialsLocation", "/run/secrets/sales"));

        assertThat(settings.credentials()).isEmpty();
        assertThat(settings.options()).containsKey("credentialsLocation");
    }

    @Test
    void singleWhenThereIsAPairAndALocationThenRefused() {
        assertThatThrownBy(() -> SettingsReader.single(complete("credentialsLocation", "/run/secrets/sales")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("credentialsLocation")
                .hasMessageContaining("clientId, clientSecret");
    }

    @Test
    void singleWhenAValueIsAListThenRefused() {
        Dictionary<String, Object> properties = complete();
        properties.put("clientSecret", new String[] {"hush", "hush2"});

        assertThatThrownBy(() -> SettingsReader.single(properties))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("must be a single value")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "org.camelforce.salesforcecc-sales.cfg, sales",
        "org.camelforce.salesforcecc-sales-eu.cfg, sales-eu",
        "org.camelforce.salesforcecc~sales.config, sales"
    })
    void ofFactoryWhenThereIsAFileThenItsNameIsTheComponents(String file, String component) throws Exception {
        assertThat(SettingsReader.ofFactory("any", TestConfiguration.from(file, complete()))
                        .component())
                .isEqualTo(component);
    }

    @Test
    void ofFactoryWhenThereIsAKeyThenItWins() throws Exception {
        assertThat(SettingsReader.ofFactory(
                                "any",
                                TestConfiguration.from(
                                        "org.camelforce.salesforcecc-sales.cfg", complete("component", "crm")))
                        .component())
                .isEqualTo("crm");
    }

    @Test
    void ofFactoryWhenOnlyThePidHasANameThenItIsTheComponents() throws Exception {
        assertThat(SettingsReader.ofFactory("org.camelforce.salesforcecc~sales", complete())
                        .component())
                .isEqualTo("sales");
    }

    @Test
    void ofFactoryWhenNothingHasANameThenRefused() {
        assertThatThrownBy(() -> SettingsReader.ofFactory("org.camelforce.salesforcecc.1234", complete()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Key component in configuration org.camelforce.salesforcecc.1234 is missing")
                .hasMessageContaining("org.camelforce.salesforcecc-NAME.cfg");
    }

    @Test
    void ofFactoryWhenTheNameCannotBeASchemeThenRefused() {
        assertThatThrownBy(() -> SettingsReader.ofFactory("any", complete("component", "my sales")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("my sales");
    }

    @Test
    void toStringWhenThereAreSecretsThenNoneIsShown() throws Exception {
        assertThat(SettingsReader.single(complete("httpProxyPassword", "hush2")))
                .hasToString("Settings[salesforce-cc in configuration org.camelforce.salesforcecc]");
    }

    private static Dictionary<String, Object> complete(String... more) {
        Dictionary<String, Object> properties = TestConfiguration.of(
                "loginUrl", "https://acme.my.salesforce.com", "clientId", "key", "clientSecret", "hush");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return properties;
    }
}
