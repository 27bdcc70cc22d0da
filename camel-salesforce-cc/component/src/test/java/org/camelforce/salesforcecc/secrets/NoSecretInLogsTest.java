package org.camelforce.salesforcecc.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@WithSalesforceSimulator
class NoSecretInLogsTest {

    private static final Logger LOG = LoggerFactory.getLogger(NoSecretInLogsTest.class);

    @Test
    void checkWhenSecretIsLoggedAtTraceThenFails(SalesforceSimulator org) {
        LOG.trace("secret {}", org.getClientSecret());

        assertThatThrownBy(NoSecretInLogs::check).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00Dxx0000001gPLEAY!AQ0AQBtoken",
                "token=00Dxx0000001gPLEAY%21AQ0AQBtoken",
                "00Dxx0000001gPLEAY%2521AQ0AQBtoken",
                "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwcyJ9.c2ln",
                "5Aep861TSESvWeug_xvFHRBTTbf_YrTWgEyjBJrr"
            })
    void checkWhenATokenOfAnyFormIsLoggedThenFails(String token) {
        LOG.debug("token {}", token);

        assertThatThrownBy(NoSecretInLogs::check).isInstanceOf(AssertionError.class);
    }

    @Test
    void checkWhenTokenIsInAnExceptionThenFails() {
        String token = "00Dxx0000001gPLEAY!AQ0AQBtoken";
        LOG.debug("failed", new IllegalStateException("wrapped", new IllegalArgumentException(token)));

        assertThatThrownBy(NoSecretInLogs::check).isInstanceOf(AssertionError.class);
    }

    @Test
    void checkWhenNothingIsLoggedThenPasses() {
        LOG.trace("nothing to see");

        NoSecretInLogs.check();
        assertThat(SecretScanner.events()).isPositive();
    }

    @Test
    void startWhenItsMBeansAreDescribedThenNoSecretIsLogged(SalesforceSimulator org) throws Exception {
        long before = SecretScanner.events();
        Configurator.setLevel(NoSecretInLogs.OF_MBEANS, Level.TRACE);
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component);
            context.start();
            context.getEndpoint("salesforce-cc:query");
        } finally {
            Configurator.setLevel(NoSecretInLogs.OF_MBEANS, Level.INFO);
        }

        NoSecretInLogs.check();
        assertThat(SecretScanner.events() - before).isGreaterThan(1_000);
    }

    @Test
    void secretsWhenFromTheSimulatorThenRecognized(SalesforceSimulator org) {
        assertThat(Secrets.in("x " + org.getClientSecret())).isPresent();
    }
}
