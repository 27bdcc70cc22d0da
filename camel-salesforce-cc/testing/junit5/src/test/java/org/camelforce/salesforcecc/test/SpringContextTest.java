package org.camelforce.salesforcecc.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

class SpringContextTest {

    private static final String LOGIN_URL = "${camel.component.salesforce-cc.login-url}";

    @Test
    void contextWhenClassSharesASimulatorThenItsPropertiesAreThereBeforeItStarts() {
        assertThat(run(SharedOrg.class).testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    void contextWhenSimulatorIsDeclaredLastThenItsPropertiesAreThereAsWell() {
        assertThat(run(DeclaredLast.class).testEvents().succeeded().count()).isEqualTo(1);
    }

    @Test
    void contextWhenEachTestHasItsOwnSimulatorThenTheMessageNamesTheAttribute() {
        run(OrgOfItsOwn.class)
                .allEvents()
                .assertThatEvents()
                .haveAtLeastOne(finishedWithFailure(
                        message(text -> text.contains("@WithSalesforceSimulator(lifetime = Lifetime.CLASS)"))));
    }

    private static EngineExecutionResults run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute();
    }

    private static void assertLogsInAt(String loginUrl, String clientId, String secret, SalesforceSimulator org) {
        assertThat(loginUrl).isEqualTo(org.getLoginUrl());
        assertThat(clientId).isEqualTo(org.getClientId());
        assertThat(secret).isEqualTo(org.getClientSecret());
    }

    @WithSalesforceSimulator(lifetime = Lifetime.CLASS)
    @SpringJUnitConfig(Empty.class)
    static class SharedOrg {

        @Value(LOGIN_URL)
        private String loginUrl;

        @Value("${camel.component.salesforce-cc.client-id}")
        private String clientId;

        @Value("${camel.component.salesforce-cc.client-secret}")
        private String secret;

        @Test
        void first(SalesforceSimulator org) {
            assertLogsInAt(loginUrl, clientId, secret, org);
        }

        @Test
        void second(SalesforceSimulator org) {
            assertLogsInAt(loginUrl, clientId, secret, org);
        }
    }

    @SpringJUnitConfig(Empty.class)
    @WithSalesforceSimulator(lifetime = Lifetime.CLASS)
    static class DeclaredLast {

        @Value(LOGIN_URL)
        private String loginUrl;

        @Test
        void test(SalesforceSimulator org) {
            assertThat(loginUrl).isEqualTo(org.getLoginUrl());
        }
    }

    @WithSalesforceSimulator
    @SpringJUnitConfig(Empty.class)
    static class OrgOfItsOwn {

        @Test
        void test() {}
    }

    @Configuration
    static class Empty {}
}
