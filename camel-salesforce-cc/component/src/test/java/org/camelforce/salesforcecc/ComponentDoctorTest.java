package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camelforce.salesforcecc.auth.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithSalesforceSimulator
class ComponentDoctorTest {

    @Test
    void doctorWhenTheComponentIsStartedThenItExaminesItsPair(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = local(TestContexts.component(org));
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();

            assertPassed(component);
        }
    }

    @Test
    void doctorWhenThePairIsInALoginConfigThenItExaminesThat(SalesforceSimulator org) throws Exception {
        SalesforceLoginConfig config = new SalesforceLoginConfig();
        config.setLoginUrl(org.getLoginUrl());
        config.setClientId(org.getClientId());
        config.setClientSecret(org.getClientSecret());
        SalesforceCcComponent component = local(new SalesforceCcComponent());
        component.setLoginConfig(config);
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            component.start();

            assertPassed(component);
        }
    }

    @Test
    void doctorWhenTheComponentIsNotStartedThenItExaminesItsSource(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = local(new SalesforceCcComponent());
        component.setLoginUrl(org.getLoginUrl());
        component.setCredentialsSource(() -> List.of(new ClientCredentials(org.getClientId(), org.getClientSecret())));
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertPassed(component);
        }
    }

    @Test
    void doctorWhenAnotherOrgIsExpectedThenItIsNoticed(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = local(TestContexts.component(org));
        component.setExpectedOrgId("00D000000000000AAA");
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThat(component.doctor().examine().result(CheckName.IDENTITY).status())
                    .isEqualTo(CheckStatus.FAILED);
        }
    }

    @Test
    void doctorWhenAnInstanceUrlIsSetThenTheApiIsCalledThere(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = local(TestContexts.component(org));
        try (RecordingInstance other = new RecordingInstance();
                CamelContext context = TestContexts.contextWith(component)) {
            component.setInstanceUrl(other.url() + "/");

            component.doctor().examine();

            assertThat(other.takeCalls())
                    .extracting(RecordingInstance.Call::line)
                    .contains("GET /services/data/");
        }
    }

    @ParameterizedTest
    @EnumSource
    void doctorWhenASecretTravelsThenAsTheOptionSaysInEachRequest(ClientAuthenticationMethod method) throws Exception {
        try (RecordingInstance org = new RecordingInstance()) {
            org.setAnswer("{\"access_token\":\"00Dxx0000000001!token\",\"instance_url\":\"" + org.url()
                    + "\",\"scope\":\"api\",\"active\":true}");
            SalesforceCcComponent component = local(new SalesforceCcComponent());
            component.setLoginUrl(org.url());
            component.setClientId("3MVG9key");
            component.setClientSecret("hush");
            component.setClientAuthenticationMethod(method);
            try (CamelContext context = TestContexts.contextWith(component)) {
                component.doctor().examine();
            }

            assertThat(org.takeCalls())
                    .filteredOn(call -> call.uri().startsWith("/services/oauth2/")
                            && call.method().equals("POST"))
                    .extracting(RecordingInstance.Call::uri, call -> call.header("authorization")
                            .size())
                    .containsExactly(
                            tuple("/services/oauth2/token", method == CLIENT_SECRET_BASIC ? 1 : 0),
                            tuple("/services/oauth2/introspect", method == CLIENT_SECRET_BASIC ? 1 : 0));
        }
    }

    @Test
    void doctorWhenAStrategyLogsInThenThereIsNothingToExamine() throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setAuthenticationStrategy(() -> CompletableFuture.failedFuture(new IllegalStateException()));
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(component::doctor)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("authenticationStrategy");
        }
    }

    @Test
    void doctorWhenTheSecretIsMissingThenTheOptionIsNamed(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = local(TestContexts.component(org));
        component.setClientSecret(null);
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(component::doctor)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("clientSecret");
        }
    }

    /** Nobody listens there. */
    private static SalesforceCcComponent local(SalesforceCcComponent component) {
        component.setPubSubHost("localhost");
        component.setPubSubPort(1);
        return component;
    }

    private static void assertPassed(SalesforceCcComponent component) throws Exception {
        assertThat(component.doctor().examine().result(CheckName.API_ACCESS).status())
                .isEqualTo(CheckStatus.PASSED);
    }
}
