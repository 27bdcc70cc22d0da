package org.camelforce.salesforcecc.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.camelforce.salesforcecc.karaf.TestFramework;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.ConfigurationException;

class ConfigurationsTest {

    private final ConfiguredNames names = new ConfiguredNames();
    private TestFramework framework;
    private Configurations configurations;

    @BeforeEach
    void startFramework(@TempDir Path folder) throws Exception {
        framework = new TestFramework(folder);
        configurations = new Configurations(framework.context(), names);
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.close();
    }

    @Test
    void putWhenTheNameIsTakenThenRefusedWithBothFiles() throws Exception {
        configurations.put(settings("org.camelforce.salesforcecc-sales.cfg"));

        assertThatThrownBy(
                        () -> configurations.put(settings("org.camelforce.salesforcecc-b.cfg", "component", "sales")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("org.camelforce.salesforcecc-sales.cfg already")
                .hasMessageContaining("org.camelforce.salesforcecc-b.cfg comes into force when that one is gone");
        assertThat(registered()).containsExactly("sales");
    }

    @Test
    void putWhenItIsRenamedThenTheOtherNameIsGivenUpToWhoWaits() throws Exception {
        configurations.put(settings("org.camelforce.salesforcecc-sales.cfg"));
        assertThatThrownBy(
                        () -> configurations.put(settings("org.camelforce.salesforcecc-b.cfg", "component", "sales")))
                .isInstanceOf(ConfigurationException.class);

        configurations.put(settings("org.camelforce.salesforcecc-sales.cfg", "component", "crm"));

        assertThat(registered()).containsExactlyInAnyOrder("crm", "sales");
    }

    @Test
    void putWhenTheNewNameIsTakenThenTheFormerOneIsKeptUntilItIsFree() throws Exception {
        configurations.put(settings("org.camelforce.salesforcecc-sales.cfg"));
        configurations.put(settings("org.camelforce.salesforcecc-crm.cfg"));
        assertThatThrownBy(
                        () -> configurations.put(settings("org.camelforce.salesforcecc-crm.cfg", "component", "sales")))
                .isInstanceOf(ConfigurationException.class);
        assertThat(registered()).containsExactlyInAnyOrder("crm", "sales");

        configurations.remove("org.camelforce.salesforcecc-sales.cfg");

        assertThat(registered()).containsExactly("sales");
        assertThat(names.contains("crm")).isFalse();
    }

    @Test
    void removeWhenItWaitedThenItDoesNotComeIntoForce() throws Exception {
        configurations.put(settings("org.camelforce.salesforcecc-sales.cfg"));
        assertThatThrownBy(
                        () -> configurations.put(settings("org.camelforce.salesforcecc-b.cfg", "component", "sales")))
                .isInstanceOf(ConfigurationException.class);
        configurations.remove("org.camelforce.salesforcecc-b.cfg");

        configurations.remove("org.camelforce.salesforcecc-sales.cfg");

        assertThat(registered()).isEmpty();
    }

    @Test
    void putWhenAContextIsThereThenAValueThatDoesNotFitIsRefused() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            framework.context().registerService(CamelContext.class, context, null);

            assertThatThrownBy(() -> configurations.put(
                            settings("org.camelforce.salesforcecc-sales.cfg", "tokenPolicy.maxLoginAttempts", "99")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("Key tokenPolicy.maxLoginAttempts in file:/opt/karaf/etc/org.camelforce");
            assertThat(registered()).isEmpty();
        }
    }

    @Test
    void putWhenOnlyAnotherContextHasTheBeanThenNotRefused() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            framework.context().registerService(CamelContext.class, context, null);
            Dictionary<String, Object> properties = TestConfiguration.of(
                    "credentialsSource",
                    "#bean:vault",
                    "replayStore",
                    "#bean:store",
                    "replayStore.table",
                    "positions",
                    "apiVersion",
                    "{{api}}");

            assertThatCode(() -> configurations.put(SettingsReader.ofFactory(
                            "any", TestConfiguration.from("org.camelforce.salesforcecc-sales.cfg", properties))))
                    .doesNotThrowAnyException();
        }
    }

    private List<String> registered() throws Exception {
        return Stream.of(framework.context().getBundle().getRegisteredServices())
                .filter(service -> List.of((String[]) service.getProperty("objectClass"))
                        .contains(ComponentResolver.class.getName()))
                .map(service -> String.valueOf(service.getProperty("component")))
                .toList();
    }

    private static Settings settings(String file, String... more) throws Exception {
        Dictionary<String, Object> properties = TestConfiguration.of(
                "loginUrl", "https://acme.my.salesforce.com", "clientId", "key", "clientSecret", "hush");
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return SettingsReader.ofFactory(file, TestConfiguration.from(file, properties));
    }
}
