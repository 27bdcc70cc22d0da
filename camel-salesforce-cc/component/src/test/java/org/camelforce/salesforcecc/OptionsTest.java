package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.main.Main;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithSalesforceSimulator
class OptionsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionsOfOtherFlows")
    void startWhenOptionOfAnotherFlowIsSetThenRefusedByName(
            String option, Consumer<SalesforceCcComponent> setting, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        setting.accept(component);

        assertRefused(component, "Option " + option + " ");
        assertThat(org.tokenRequests()).isZero();
    }

    static Stream<Arguments> optionsOfOtherFlows() {
        return Stream.of(
                option("userName", component -> component.setUserName("a@b.example")),
                option("password", component -> component.setPassword("x")),
                option("refreshToken", component -> component.setRefreshToken("x")),
                option("jwtAudience", component -> component.setJwtAudience("x")),
                option("keystore", component -> component.setKeystore(new KeyStoreParameters())),
                option(
                        "authenticationType",
                        component -> component.setAuthenticationType(AuthenticationType.USERNAME_PASSWORD)),
                option("loginConfig.password", component -> {
                    SalesforceLoginConfig config = new SalesforceLoginConfig();
                    config.setPassword("x");
                    component.setLoginConfig(config);
                }),
                option("httpClient", component -> {
                    SalesforceEndpointConfig config = new SalesforceEndpointConfig();
                    config.setHttpClient(new SalesforceHttpClient());
                    component.setConfig(config);
                }),
                option("httpRequestTimeout", component -> component.setHttpRequestTimeout(0)),
                option("httpClientConnectionTimeout", component -> component.setHttpClientConnectionTimeout(0)),
                option("httpMaxContentLength", component -> component.setHttpMaxContentLength(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.salesforce.com, login.salesforce.com",
        "https://test.salesforce.com, sandbox.my.salesforce.com",
        "https://acme.lightning.force.com, https://acme.my.salesforce.com",
        "http://acme.my.salesforce.com, plain http",
        "https://acme.example.com, allowedHosts"
    })
    void r16StartWhenLoginUrlCannotWorkThenRefusedWithTheFormToUse(
            String loginUrl, String hint, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setLoginUrl(loginUrl);

        assertRefused(component, hint);
    }

    @Test
    void r16StartWhenOneOfTheThreeIsMissingThenNamed(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent withoutUrl = TestContexts.component(org);
        withoutUrl.setLoginUrl(null);
        SalesforceCcComponent withoutKey = TestContexts.component(org);
        withoutKey.setClientId(null);
        SalesforceCcComponent withoutSecret = TestContexts.component(org);
        withoutSecret.setClientSecret(" ");

        assertRefused(withoutUrl, "Option loginUrl is missing");
        assertRefused(withoutKey, "Option clientId is missing");
        assertRefused(withoutSecret, "Option clientSecret is missing");
    }

    @Test
    void startWhenInstanceUrlIsBlankThenAsIfItWereNotSet(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl(" ");

        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();

            assertThat(TestQueries.users(context, "salesforce-cc")).contains("\"done\":true");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.my.salesforce.com?tenant=hunter2",
                "https://acme.my.salesforce.com/#hunter2",
                "https://me:hunter2@acme.my.salesforce.com",
                "https://acme.my.salesforce.com/a/../hunter2",
                "https://acme.my.salesforce.com/a;hunter2",
                "https://acme.my.salesforce.com/hunter2%3F",
                "https://acme my.salesforce.com/hunter2"
            })
    void r16StartWhenNoPathCanGoBehindInstanceUrlThenRefusedByName(String instanceUrl, SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl(instanceUrl);

        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(context::start)
                    .rootCause()
                    .hasMessageStartingWith("Option instanceUrl must not carry ")
                    .hasMessageNotContaining("hunter2");
        }
        assertThat(org.tokenRequests()).isZero();
    }

    @Test
    void r17StartWhenInstanceUrlIsForeignThenRefused(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setInstanceUrl("https://acme.example.com");

        assertRefused(component, "Option instanceUrl");
        assertThat(org.tokenRequests()).isZero();
    }

    @Test
    void authenticationTypeWhenClientCredentialsThenAccepted(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);

        assertAnswers(component);
    }

    @Test
    void loginConfigWhenGivenAsBeanThenUsed(SalesforceSimulator org) throws Exception {
        SalesforceLoginConfig config = new SalesforceLoginConfig();
        config.setLoginUrl(org.getLoginUrl());
        config.setClientId(org.getClientId());
        config.setClientSecret(org.getClientSecret());
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginConfig(config);

        assertAnswers(component);
    }

    @Test
    void clientAuthenticationMethodWhenBasicThenLogsIn(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        component.setClientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);

        assertAnswers(component);
    }

    @Test
    void authenticationStrategyWhenBoundThenUsedInsteadOfTheFlow(SalesforceSimulator org) throws Exception {
        String token = org.sessions()
                .open(org.getClientId(), org.org().users().get(0), "api", Duration.ofHours(1))
                .orElseThrow()
                .token();
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setAuthenticationStrategy(
                () -> CompletableFuture.completedFuture(AccessToken.of(token, URI.create(org.getLoginUrl()))));

        assertAnswers(component);
        assertThat(org.tokenRequests()).isZero();
    }

    @Test
    void propertiesWhenOnlyTheThreeAreSetThenMainQueries(SalesforceSimulator org) throws Exception {
        Properties three = new Properties();
        three.setProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        three.setProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        three.setProperty("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        Main main = new Main();
        main.setOverrideProperties(three);
        main.start();
        try {
            assertThat(TestQueries.users(main.getCamelContext(), "salesforce-cc"))
                    .contains("integration@");
        } finally {
            main.stop();
        }
    }

    @Test
    void componentsWhenSeveralOrgsSideBySideThenEachHasItsOwn(SalesforceSimulator first) throws Exception {
        try (SalesforceSimulator second = SalesforceSimulator.builder()
                        .runAsUsername("second@simulator.example")
                        .start();
                CamelContext context = TestContexts.contextWith(TestContexts.component(first))) {
            context.addComponent("second-org", TestContexts.component(second));
            context.start();

            assertThat(TestQueries.users(context, "salesforce-cc")).contains("integration@");
            assertThat(TestQueries.users(context, "second-org")).contains("second@");
        }
    }

    @Test
    void r9ComponentsWhenSameIdentityInOneContextThenOneLogin(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.addComponent("again", TestContexts.component(org));
            context.start();

            TestQueries.users(context, "salesforce-cc");
            TestQueries.users(context, "again");

            assertThat(org.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void r18ComponentsWhenOnlyOneExpectsAnotherUserThenItDoesNotGetTheOthersToken(SalesforceSimulator org)
            throws Exception {
        SalesforceCcComponent strict = TestContexts.component(org);
        strict.setExpectedUserId("005000000000009AAA");
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            context.addComponent("strict", strict);

            assertThatThrownBy(context::start).hasRootCauseMessage(unexpectedUser(org));
        }
    }

    private static String unexpectedUser(SalesforceSimulator org) {
        return "The login returned a token of user " + org.runAsUserId().orElseThrow()
                + ", but option expectedUserId is 005000000000009AAA. " + DenialReason.UNEXPECTED_USER.remedy();
    }

    private static void assertAnswers(SalesforceCcComponent component) throws Exception {
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.start();
            assertThat(TestQueries.users(context, "salesforce-cc")).contains("integration@");
        }
    }

    private static void assertRefused(SalesforceCcComponent component, String message) throws Exception {
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> {
                        context.start();
                        TestQueries.users(context, "salesforce-cc");
                    })
                    .rootCause()
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message);
        }
    }

    private static Arguments option(String name, Consumer<SalesforceCcComponent> setting) {
        return Arguments.of(name, setting);
    }
}
