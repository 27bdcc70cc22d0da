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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
                        "false",
                        property,
                        LITERAL))
                .run();
    }

    @SpringBootApplication
    static class Application {}
}
