package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.LogLines;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user that all calls act as is chosen in the org, and may be another one at the next login. */
@WithSalesforceSimulator(settings = WithOrders.class)
class RunAsUserIT {

    @Test
    void r18RunAsUserWhenChangedThenOneEventAndOneWarningAndRequestsGoOn(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (LogLines warnings = LogLines.from(Level.WARN);
                CamelContext context = started(component)) {
            Queue<TokenEvent> events = new ConcurrentLinkedQueue<>();
            component.login().addEventListener(events::add);
            String before = org.runAsUserId().orElseThrow();
            User second = second(org);
            org.sessions().endAll();

            assertThat(query(context).getException()).isNull();
            org.sessions().endAll();
            assertThat(query(context).getException()).isNull();

            assertThat(events)
                    .filteredOn(TokenEvent.RunAsUserChanged.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(TokenEvent.RunAsUserChanged.class, changed -> {
                        assertThat(changed.before().userId()).isEqualTo(before);
                        assertThat(changed.now().userId()).isEqualTo(second.id());
                    });
            assertThat(warnings.with("Run As"))
                    .containsExactly("WARN The Run As user has changed from " + before + " to " + second.id());
        }
    }

    @Test
    void r18StartWhenTheOrgIsAnotherThanExpectedThenDeniedWithTheOptionsName(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setExpectedOrgId("00D999999999999AAA");

        assertRefused(component, DenialReason.UNEXPECTED_ORG, "option expectedOrgId is 00D999999999999AAA");
    }

    @Test
    void r18StartWhenTheUserIsAnotherThanExpectedThenDeniedWithTheOptionsName(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setExpectedUserId("005999999999999AAA");

        assertRefused(component, DenialReason.UNEXPECTED_USER, "option expectedUserId is 005999999999999AAA");
    }

    @Test
    void r18StartWhenOrgAndUserAreTheExpectedOnesThenAccepted(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setExpectedOrgId(org.org().id().substring(0, 15));
        component.setExpectedUserId(org.runAsUserId().orElseThrow());
        try (CamelContext context = started(component)) {
            assertThat(query(context).getException()).isNull();
        }
    }

    @Test
    void r18RenewalWhenTheUserIsNoLongerTheExpectedOneThenRequestsFailWithTheRemedy(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setExpectedUserId(org.runAsUserId().orElseThrow());
        try (CamelContext context = started(component)) {
            second(org);
            org.sessions().endAll();

            assertThat(query(context).getException())
                    .isInstanceOf(LoginDeniedException.class)
                    .hasMessageContaining("option expectedUserId")
                    .hasMessageContaining("Run As");
        }
    }

    @ParameterizedTest
    @CsvSource({"expectedOrgId, 005000000000001AAA", "expectedUserId, 00D000000000001AAA"})
    void r16StartWhenAnExpectedIdIsOfAnotherKindThenTheOptionIsNamed(
            String option, String value, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        if (option.equals("expectedOrgId")) {
            component.setExpectedOrgId(value);
        } else {
            component.setExpectedUserId(value);
        }
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> {
                        context.start();
                        component.start();
                    })
                    .hasRootCauseInstanceOf(IllegalArgumentException.class)
                    .rootCause()
                    .hasMessageContaining("Option " + option);
        }
        assertThat(org.tokenRequests()).isZero();
    }

    /** A CometD client belongs to the user that shook hands; the next token's user is answered with an error. */
    @Test
    void l10SubscriptionWhenTheRunAsUserChangesThenItConnectsAgainAndEveryEventComesOnce(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (LogLines warnings = LogLines.from(Level.WARN);
                CamelContext context = TestContexts.contextWith(component)) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:subscribe:/event/Order__e").to("mock:events");
                }
            });
            context.start();
            MockEndpoint events = context.getEndpoint("mock:events", MockEndpoint.class);
            events.expectedMessageCount(4);
            TestRecords.publish(org, "Order__e", "Number__c", "1");
            await().until(() -> events.getReceivedCounter() == 1);

            second(org);
            TokenManager tokens = TestContexts.orgLogin(component).tokens();
            tokens.renew(tokens.current().orElseThrow().token().value()).get(30, TimeUnit.SECONDS);
            TestRecords.publish(org, "Order__e", "Number__c", "2");
            TestRecords.publish(org, "Order__e", "Number__c", "3");
            await().until(() ->
                    warnings.with("does not match the session's user id").size() == 1);
            TestRecords.publish(org, "Order__e", "Number__c", "4");

            events.assertIsSatisfied();
            assertThat(numbers(events)).containsExactly("1", "2", "3", "4");
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    private static User second(SalesforceSimulator org) {
        User second = org.org().addUser("second@simulator.example");
        org.app().setRunAsUsername(second.username());
        return second;
    }

    private static CamelContext started(SalesforceCcComponent component) {
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        component.start();
        return context;
    }

    private static void assertRefused(SalesforceCcComponent component, DenialReason reason, String message)
            throws Exception {
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> {
                        context.start();
                        component.start();
                    })
                    .rootCause()
                    .isInstanceOfSatisfying(LoginDeniedException.class, denial -> assertThat(denial.reason())
                            .isEqualTo(reason))
                    .hasMessageContaining(message);
        }
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static List<Object> numbers(MockEndpoint events) {
        return events.getExchanges().stream()
                .map(exchange -> exchange.getIn().getBody(PlatformEvent.class).getEventData())
                .map(data -> (Object) data.get("Number__c"))
                .toList();
    }
}
