package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Properties;
import org.apache.camel.main.Main;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tokenPolicy} in the words of an application.properties. */
@WithSalesforceSimulator
class TokenPolicyOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "token-policy.mandatory-window, 90s, PT90S",
        "tokenPolicy.mandatoryWindow, 90s, PT90S",
        "tokenPolicy.mandatory-window, 1m30s, PT90S",
        "token-policy.mandatoryWindow, 90000, PT90S",
        "token-policy.mandatory-window, PT90S, PT90S",
        "token-policy.mandatory-window, 10m, PT10M",
        "token-policy.mandatory-window, 0, PT0S",
    })
    void durationWhenWrittenAsCamelUsersDoThenSet(
            String option, String text, Duration expected, SalesforceSimulator org) throws Exception {
        assertThat(started(org, option, text).getMandatoryWindow()).isEqualTo(expected);
    }

    @Test
    void durationWhenItIsOneThatMayBeUnsetThenSet(SalesforceSimulator org) throws Exception {
        assertThat(started(org, "token-policy.assumed-token-lifetime", "2h").getAssumedTokenLifetime())
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void numbersWhenSetThenSet(SalesforceSimulator org) throws Exception {
        assertThat(started(org, "token-policy.logins-per-hour", "120").getLoginsPerHour())
                .isEqualTo(120);
        assertThat(started(org, "token-policy.advisory-jitter", "0.1").getAdvisoryJitter())
                .isEqualTo(0.1);
        assertThat(started(org, "token-policy.introspection", "false").isIntrospection())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "token-policy.mandatory-window, 2h, mandatoryWindow must be between PT0S and PT1H",
        "token-policy.max-login-attempts, 0, maxLoginAttempts must be between 1 and 10",
        "tokenPolicy.loginsPerHour, 3601, loginsPerHour must be between 1 and 3600",
        "token-policy.advisory-jitter, 0.6, advisoryJitter must be between 0 and 0.5",
    })
    void r16StartWhenOutOfRangeThenFailsWithTheOptionAndTheRange(
            String option, String text, String message, SalesforceSimulator org) {
        assertThatThrownBy(() -> started(org, option, text))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageContaining("Option tokenPolicy." + message);
        assertThat(org.tokenRequests()).isZero();
    }

    @Test
    void r16StartWhenNoDurationThenFailsWithTheOptionsName(SalesforceSimulator org) {
        assertThatThrownBy(() -> started(org, "token-policy.mandatory-window", "soon"))
                .hasStackTraceContaining("mandatory");
        assertThat(org.tokenRequests()).isZero();
    }

    @Test
    void r16StartWhenThereIsNoSuchNumberThenFailsWithItsName(SalesforceSimulator org) {
        assertThatThrownBy(() -> started(org, "token-policy.mandatory-windows", "90s"))
                .hasStackTraceContaining("mandatory");
    }

    private static TokenPolicy started(SalesforceSimulator org, String option, String text) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        properties.setProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        properties.setProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        properties.setProperty("camel.component.salesforce-cc." + option, text);
        Main main = new Main();
        main.setOverrideProperties(properties);
        main.start();
        try {
            return main.getCamelContext()
                    .getComponent("salesforce-cc", SalesforceCcComponent.class)
                    .getTokenPolicy();
        } finally {
            main.stop();
        }
    }
}
