package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.camelforce.salesforcecc.internal.health.LoginHealthCheck;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.springboot.internal.ComponentHealth;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application whose only configuration is properties, against a simulated org. Each starter says how its Spring Boot
 * answers for the health.
 */
@WithSalesforceSimulator
abstract class StarterTest {

    private static final String QUERY = "SELECT Name FROM Account";

    @TempDir
    Path folder;

    private ConfigurableApplicationContext spring;

    @AfterEach
    void closeApplication() {
        if (spring != null) {
            spring.close();
        }
    }

    @Test
    void queryWhenConfiguredByPropertiesThenAnswersRecords(SalesforceSimulator org) {
        account(org, "Acme");
        start(credentials(org, "camel.component.salesforce-cc."));

        assertThat(query("salesforce-cc")).contains("Acme");
    }

    @Test
    void queryWhenInstanceThenAsksItsOwnOrg(SalesforceSimulator europe) {
        account(europe, "Acme");
        try (SalesforceSimulator asia = SalesforceSimulator.start()) {
            account(asia, "Umbrella");
            List<String> properties = credentials(europe, "camel.component.salesforce-cc.");
            properties.addAll(credentials(asia, "camel.component.salesforce-cc.instances.asia."));
            start(properties);

            assertThat(query("salesforce-cc")).contains("Acme");
            assertThat(query("asia")).contains("Umbrella");
            spring.close();
        }
    }

    @Test
    void queryWhenSecretInConfigTreeIsRotatedThenLogsInWithTheNewOne(SalesforceSimulator org) throws Exception {
        Files.writeString(folder.resolve("salesforce-secret"), org.getClientSecret());
        List<String> properties = credentials(org, "camel.component.salesforce-cc.");
        properties.add("camel.component.salesforce-cc.client-secret=${salesforce-secret}");
        properties.add("spring.config.import=configtree:" + folder + "/");
        start(properties);
        account(org, "Acme");
        assertThat(query("salesforce-cc")).contains("Acme");

        String rotated = rotate(org);
        Files.writeString(folder.resolve("salesforce-secret"), rotated);

        assertThat(query("salesforce-cc")).contains("Acme");
    }

    @Test
    void queryWhenSecretOfInstanceIsRotatedThenLogsInWithTheNewOne(SalesforceSimulator org) throws Exception {
        Path file = Files.writeString(folder.resolve("asia.properties"), secret(org.getClientSecret()));
        List<String> properties = credentials(org, "camel.component.salesforce-cc.instances.asia.");
        properties.removeIf(property -> property.contains("client-secret"));
        properties.add("spring.config.import=file:" + file);
        start(properties);
        account(org, "Acme");
        assertThat(query("asia")).contains("Acme");

        Files.writeString(file, secret(rotate(org)));

        assertThat(query("asia")).contains("Acme");
    }

    @Test
    void healthWhenLoggedInThenIsUpAndNamesOrg(SalesforceSimulator org) {
        start(credentials(org, "camel.component.salesforce-cc."));
        query("salesforce-cc");

        ComponentHealth.Report health = health(spring, "salesforce-cc");

        assertThat(health.up()).isTrue();
        assertThat(health.details())
                .containsKeys(LoginHealthCheck.ORG_ID, LoginHealthCheck.TOKEN_FINGERPRINT)
                .doesNotContainKey("check.id");
    }

    @Test
    void metersWhenActuatorIsThereThenCountLogins(SalesforceSimulator org) {
        start(credentials(org, "camel.component.salesforce-cc."));
        query("salesforce-cc");

        assertThat(spring.getBean(MeterRegistry.class)
                        .get("salesforce.cc.logins")
                        .counters())
                .isNotEmpty();
    }

    @Test
    void healthWhenSecretIsWrongThenIsDownWithRemedy(SalesforceSimulator org) {
        List<String> properties = credentials(org, "camel.component.salesforce-cc.");
        properties.add("camel.component.salesforce-cc.client-secret=wrong");
        properties.add("camel.component.salesforce-cc.lazy-login=true");
        start(properties);
        assertThat(spring.getBean(ProducerTemplate.class)
                        .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getMessage()
                                .setBody(QUERY))
                        .isFailed())
                .isTrue();

        ComponentHealth.Report health = health(spring, "salesforce-cc");

        assertThat(health.up()).isFalse();
        assertThat(health.details().get(LoginHealthCheck.LOGIN_REMEDY))
                .asString()
                .contains("clientSecret");
    }

    /** What the endpoint {@code health} says of the component. */
    abstract ComponentHealth.Report health(ConfigurableApplicationContext spring, String component);

    private String query(String component) {
        return spring.getBean(ProducerTemplate.class)
                .requestBody(component + ":query?rawPayload=true", QUERY, String.class);
    }

    private void start(List<String> properties) {
        spring = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("management.endpoint.health.show-details=always", "camel.main.name=starter")
                .properties(properties.toArray(String[]::new))
                .run();
    }

    private static List<String> credentials(SalesforceSimulator org, String prefix) {
        return new ArrayList<>(List.of(
                prefix + "login-url=" + org.getLoginUrl(),
                prefix + "client-id=" + org.getClientId(),
                prefix + "client-secret=" + org.getClientSecret()));
    }

    private static String secret(String value) {
        return "camel.component.salesforce-cc.instances.asia.client-secret=" + value;
    }

    private static void account(SalesforceSimulator org, String name) {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", name), "");
    }

    /** Ends all sessions, so that the next request needs a login. */
    private static String rotate(SalesforceSimulator org) {
        String secret = org.getClientSecret() + "-rotated";
        org.app().setConsumer(new ConsumerDetails(org.getClientId(), secret));
        org.sessions().endAll();
        return secret;
    }

    @SpringBootApplication
    static class Application {}
}
