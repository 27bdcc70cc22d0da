package org.camelforce.salesforcecc.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.credentials.TestVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyPlaceholdersTest {

    private final Properties properties = new Properties();
    private final TestVault vault = new TestVault();
    private final CamelContext context = context();
    private final PropertyPlaceholders placeholders = new PropertyPlaceholders(context, List.of("salesforce-cc"));

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    @Test
    void resolveWhenNotSetThenNull() {
        assertThat(placeholders.resolve("clientSecret", null)).isNull();
    }

    @Test
    void resolveWhenAPlainValueThenItself() {
        assertThat(placeholders.resolve("clientSecret", "plain")).isEqualTo("plain");
    }

    @Test
    void resolveWhenAPlaceholderThenEvaluatedEachTime() {
        vault.put("one");
        assertThat(placeholders.resolve("clientSecret", "{{vault:sf}}")).isEqualTo("one");

        vault.put("two");

        assertThat(placeholders.resolve("clientSecret", "{{vault:sf}}")).isEqualTo("two");
    }

    @Test
    void resolveWhenAPlaceholderIsUnknownThenItIsNamed() {
        assertThatThrownBy(() -> placeholders.resolve("clientSecret", "{{nowhere}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.salesforce-cc.client-secret",
                "camel.component.salesforce-cc.clientSecret",
                "camel.beans.salesforce-cc.client-secret"
            })
    void resolveWhenCamelSetTheValueFromAPropertyThenThePropertyIsLookedUpEachTime(String property) {
        properties.setProperty(property, "{{vault:sf}}");
        vault.put("one");
        assertThat(placeholders.resolve("clientSecret", "one")).isEqualTo("one");

        vault.put("two");

        assertThat(placeholders.resolve("clientSecret", "one")).isEqualTo("two");
    }

    @Test
    void resolveWhenASetterReplacedTheValueThenTheSettersIsTaken() {
        properties.setProperty("camel.component.salesforce-cc.client-secret", "one");
        placeholders.resolve("clientSecret", "one");

        assertThat(placeholders.resolve("clientSecret", "of the setter")).isEqualTo("of the setter");
    }

    @Test
    void resolveWhenThePropertyHadAnotherValueFromTheStartThenTheSettersIsTaken() {
        properties.setProperty("camel.component.salesforce-cc.client-secret", "of the property");

        assertThat(placeholders.resolve("clientSecret", "of the setter")).isEqualTo("of the setter");
    }

    @Test
    void resolveWhenAnotherComponentsPropertyHasTheValueThenItIsNotFollowed() {
        properties.setProperty("camel.component.other.client-secret", "one");
        assertThat(placeholders.resolve("clientSecret", "one")).isEqualTo("one");

        properties.setProperty("camel.component.other.client-secret", "two");

        assertThat(placeholders.resolve("clientSecret", "one")).isEqualTo("one");
    }

    private CamelContext context() {
        CamelContext created = new DefaultCamelContext();
        created.getPropertiesComponent().setInitialProperties(properties);
        created.getPropertiesComponent().addPropertiesFunction(vault);
        created.start();
        return created;
    }
}
