package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.NotFoundBehaviour;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class AutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, SalesforceCcAutoConfiguration.class));

    @Test
    void propertiesWhenOfSimpleTypesThenSetOptions() {
        runner.withPropertyValues(
                        "camel.component.salesforce-cc.login-url=https://acme.my.salesforce.com",
                        "camel.component.salesforce-cc.client-id=key",
                        "camel.component.salesforce-cc.clientSecret=secret",
                        "camel.component.salesforce-cc.worker-pool-size=3",
                        "camel.component.salesforce-cc.backoff-increment=5s",
                        "camel.component.salesforce-cc.client-authentication-method=client-secret-basic",
                        "camel.component.salesforce-cc.not-found-behaviour=NULL")
                .run(spring -> {
                    SalesforceCcComponent component = component(spring.getBean(CamelContext.class), "salesforce-cc");

                    assertThat(component.getLoginUrl()).isEqualTo("https://acme.my.salesforce.com");
                    assertThat(component.getClientId()).isEqualTo("key");
                    assertThat(component.getClientSecret()).isEqualTo("secret");
                    assertThat(component.getWorkerPoolSize()).isEqualTo(3);
                    assertThat(component.getClientAuthenticationMethod())
                            .isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
                    assertThat(component.getConfig().getBackoffIncrement()).isEqualTo(5_000);
                    assertThat(component.getConfig().getNotFoundBehaviour()).isEqualTo(NotFoundBehaviour.NULL);
                });
    }

    @Test
    void propertiesWhenNestedInTokenPolicyThenSetItsNumbers() {
        runner.withPropertyValues(
                        "camel.component.salesforce-cc.token-policy.advisory-window=5m",
                        "camel.component.salesforce-cc.token-policy.login-burst=20",
                        "camel.component.salesforce-cc.token-policy.introspection=false")
                .run(spring -> {
                    SalesforceCcComponent component = component(spring.getBean(CamelContext.class), "salesforce-cc");

                    assertThat(component.getTokenPolicy().getAdvisoryWindow()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(component.getTokenPolicy().getLoginBurst()).isEqualTo(20);
                    assertThat(component.getTokenPolicy().isIntrospection()).isFalse();
                });
    }

    @Test
    void propertiesWhenOfMapAndSetTypesThenSetThemWhole() {
        runner.withPropertyValues(
                        "camel.component.salesforce-cc.http-client-properties.maxConnectionsPerDestination=7",
                        "camel.component.salesforce-cc.http-proxy-excluded-addresses=a.example,b.example")
                .run(spring -> {
                    SalesforceCcComponent component = component(spring.getBean(CamelContext.class), "salesforce-cc");

                    assertThat(component.getHttpClientProperties())
                            .isEqualTo(Map.of("maxConnectionsPerDestination", "7"));
                    assertThat(component.getHttpProxyExcludedAddresses()).isEqualTo(Set.of("a.example", "b.example"));
                });
    }

    @Test
    void propertiesWhenReferringToBeansThenSetTheBeans() {
        CredentialsSource source = () -> List.of();

        runner.withBean("vault", CredentialsSource.class, () -> source)
                .withPropertyValues("camel.component.salesforce-cc.credentials-source=#bean:vault")
                .run(spring -> assertThat(component(spring.getBean(CamelContext.class), "salesforce-cc")
                                .getCredentialsSource())
                        .isSameAs(source));
    }

    @Test
    void propertiesWhenEnvironmentVariablesThenSetOptions() {
        Map<String, Object> variables = Map.of(
                "CAMEL_COMPONENT_SALESFORCECC_LOGINURL",
                "https://acme.my.salesforce.com",
                "CAMEL_COMPONENT_SALESFORCECC_TOKENPOLICY_LOGINBURST",
                "20",
                "CAMEL_COMPONENT_SALESFORCECC_INSTANCES_ASIA_CLIENTID",
                "asian");

        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables)))
                .run(spring -> {
                    CamelContext camel = spring.getBean(CamelContext.class);

                    assertThat(component(camel, "salesforce-cc").getLoginUrl())
                            .isEqualTo("https://acme.my.salesforce.com");
                    assertThat(component(camel, "salesforce-cc")
                                    .getTokenPolicy()
                                    .getLoginBurst())
                            .isEqualTo(20);
                    assertThat(component(camel, "asia").getClientId()).isEqualTo("asian");
                });
    }

    @Test
    void propertiesWhenNoOptionThenIsLoggedByName(CapturedOutput output) {
        runner.withPropertyValues("camel.component.salesforce-cc.client-key=key")
                .run(spring -> component(spring.getBean(CamelContext.class), "salesforce-cc"));

        assertThat(output).contains("camel.component.salesforce-cc.client-key");
    }

    @Test
    void instancesWhenNamedThenAreComponentsWithTheirOwnOptions() {
        runner.withPropertyValues(
                        "camel.component.salesforce-cc.client-id=european",
                        "camel.component.salesforce-cc.instances.asia.client-id=asian",
                        "camel.component.salesforce-cc.instances.asia.token-policy.login-burst=5",
                        "camel.component.salesforce-cc.instances.north-america.client-id=american")
                .run(spring -> {
                    CamelContext camel = spring.getBean(CamelContext.class);

                    assertThat(component(camel, "salesforce-cc").getClientId()).isEqualTo("european");
                    assertThat(component(camel, "asia").getClientId()).isEqualTo("asian");
                    assertThat(component(camel, "asia").getTokenPolicy().getLoginBurst())
                            .isEqualTo(5);
                    assertThat(component(camel, "north-america").getClientId()).isEqualTo("american");
                });
    }

    @Test
    void beanWhenOfTheApplicationThenIsLeftAsItIs() {
        runner.withBean("mine", SalesforceCcComponent.class, SalesforceCcComponent::new)
                .withPropertyValues("camel.component.salesforce-cc.client-id=key")
                .run(spring -> assertThat(component(spring.getBean(CamelContext.class), "mine")
                                .getClientId())
                        .isNull());
    }

    @Test
    void customizerWhenOfTheApplicationThenHasTheLastWord() {
        ComponentCustomizer last = ComponentCustomizer.builder(SalesforceCcComponent.class)
                .withOrder(100)
                .build(component -> component.setClientId("customized"));

        runner.withBean("last", ComponentCustomizer.class, () -> last)
                .withPropertyValues("camel.component.salesforce-cc.client-id=key")
                .run(spring -> assertThat(component(spring.getBean(CamelContext.class), "salesforce-cc")
                                .getClientId())
                        .isEqualTo("customized"));
    }

    @Test
    void configurationWhenComponentIsDisabledThenIsAbsent() {
        runner.withPropertyValues("camel.component.salesforce-cc.enabled=false")
                .run(spring -> assertThat(spring).doesNotHaveBean(SalesforceCcAutoConfiguration.class));
    }

    private static SalesforceCcComponent component(CamelContext camel, String name) {
        // not started: that would be a login
        return (SalesforceCcComponent) camel.getComponent(name, true, false);
    }
}
