package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the actuator shows of secrets that stand in the properties as they are, when it may show values. */
@WithSalesforceSimulator
class SecretOptionsTest {

    private static final String PREFIX = "camel.component.salesforce-cc.";
    private static final String LITERAL = "HUSHLITERAL0123456789";

    @ParameterizedTest
    @MethodSource
    void actuatorWhenASecretOptionIsALiteralThenMasked(String option, SalesforceSimulator org) throws Exception {
        try (ConfigurableApplicationContext spring = start(org, PREFIX + option)) {
            String shown = new ObjectMapper()
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .writeValueAsString(List.of(
                            spring.getBean(EnvironmentEndpoint.class).environment(null),
                            spring.getBean(EnvironmentEndpoint.class).environmentEntry(PREFIX + option),
                            spring.getBean(ConfigurationPropertiesReportEndpoint.class)
                                    .configurationProperties()));

            assertThat(shown).contains(PREFIX + option, org.getLoginUrl()).doesNotContain(LITERAL);
        }
    }

    static Stream<String> actuatorWhenASecretOptionIsALiteralThenMasked() {
        return Stream.of(
                "next.client-id",
                "next.client-secret",
                "http-proxy-password",
                "instances.asia.client-secret",
                "instances.asia.next.client-secret",
                "instances.asia.password",
                "instances.asia.refresh-token");
    }

    /** The property of the application's own that holds the secret, and the option that refers to it. */
    @ParameterizedTest
    @CsvSource({
        "client-secret, ${acme.key}",
        "client-secret, {{acme.key}}",
        "client-secret, {{sys:acme.key}}",
        "next.client-secret, {{acme.key:none}}",
        "instances.asia.client-secret, ${acme.key}",
        "instances.asia.http-proxy-password, ${acme.key}"
    })
    void actuatorWhenASecretStandsElsewhereThenMaskedThereToo(String option, String value, SalesforceSimulator org)
            throws Exception {
        String json = "{\"user\": \"jane\", \"key\": \"" + LITERAL + "\"}";
        try (ConfigurableApplicationContext spring = start(
                org, Map.of(PREFIX + option, value, "acme.key", LITERAL, "acme.json", json, "acme.other", "shown"))) {
            String shown = new ObjectMapper()
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .writeValueAsString(List.of(
                            spring.getBean(EnvironmentEndpoint.class).environment(null),
                            spring.getBean(EnvironmentEndpoint.class).environmentEntry("acme.key")));

            assertThat(shown).contains("acme.key", "\"shown\"").doesNotContain(LITERAL);
        }
    }

    /** A refresh may take away what a secret refers to. */
    @Test
    void isInWhenASecretRefersToNothingThenTheOthersAreFound() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "a",
                        Map.of(
                                PREFIX + "instances.asia.client-secret",
                                "${acme.none}",
                                PREFIX + "client-secret",
                                LITERAL,
                                PREFIX + "next.client-secret",
                                "abc")));
        SecretValues secrets = new SecretValues(environment);

        assertThat(secrets.isIn("--secret=" + LITERAL)).isTrue();
        assertThat(secrets.isIn("abcdefgh")).isFalse();
        assertThat(secrets.isIn(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"next-client-secret", "nextClientId"})
    void startWhenTheNextPairHasItsFormerNameThenRefusedWithTheNewOne(String option, SalesforceSimulator org) {
        assertThatThrownBy(() -> {
                    try (ConfigurableApplicationContext spring = start(org, PREFIX + option)) {
                        spring.getBean(CamelContext.class).getComponent("salesforce-cc");
                    }
                })
                .hasStackTraceContaining("next.client" + (option.endsWith("Id") ? "Id" : "Secret"))
                .satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain(LITERAL);
                    }
                });
    }

    private static ConfigurableApplicationContext start(SalesforceSimulator org, String property) {
        return start(org, Map.of(property, LITERAL));
    }

    private static ConfigurableApplicationContext start(SalesforceSimulator org, Map<String, Object> more) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "management.endpoints.web.exposure.include",
                        "*",
                        "management.endpoint.env.show-values",
                        "ALWAYS",
                        "management.endpoint.configprops.show-values",
                        "ALWAYS",
                        PREFIX + "login-url",
                        org.getLoginUrl(),
                        PREFIX + "client-id",
                        org.getClientId(),
                        PREFIX + "client-secret",
                        org.getClientSecret(),
                        PREFIX + "lazy-login",
                        "true",
                        PREFIX + "autowired-enabled",
                        "false"))
                .properties(more)
                .run();
    }

    @SpringBootApplication
    static class Application {}
}
