package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.internal.doctor.PubSubServer;
import org.camelforce.salesforcecc.internal.doctor.TestTls;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.support.RefusingPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithSalesforceSimulator
@SuppressWarnings("deprecation") // Camel deprecates the verifier without offering another
class SalesforceCcVerifierExtensionIT {

    @TempDir
    private Path folder;

    @Test
    void getExtensionWhenAskedThenItIsOurs() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            assertThat(verifier(context)).isInstanceOf(SalesforceCcVerifierExtension.class);
            assertThat(new SalesforceCcComponent(context).getExtension(ComponentVerifierExtension.class))
                    .get()
                    .isInstanceOf(SalesforceCcVerifierExtension.class);
        }
    }

    @Test
    void parametersWhenNoneGivenThenEachIsMissing() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of());

            assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.ERROR);
            assertThat(result.getErrors())
                    .allSatisfy(error -> assertThat(error.getCode())
                            .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.MISSING_PARAMETER))
                    .flatExtracting(ComponentVerifierExtension.VerificationError::getParameterKeys)
                    .containsExactly("clientId", "clientSecret", "loginUrl");
        }
    }

    @Test
    void parametersWhenPasswordIsGivenThenIllegal(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("password", "x");

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.PARAMETERS, parameters);

            assertThat(result.getErrors())
                    .extracting(ComponentVerifierExtension.VerificationError::getCode)
                    .containsExactly(ComponentVerifierExtension.VerificationError.StandardCode.ILLEGAL_PARAMETER);
        }
    }

    @Test
    void parametersWhenLoginUrlIsGenericThenRemedyIsMyDomain(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("loginUrl", "https://test.salesforce.com");

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.PARAMETERS, parameters);

            assertThat(result.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getParameterKeys()).containsExactly("loginUrl");
                assertThat(remedy(error)).isEqualTo(DenialReason.WRONG_DOMAIN.remedy());
            });
        }
    }

    @Test
    void parametersWhenTheComponentHasThemThenOk(SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.contextWith(TestContexts.component(org))) {
            assertThat(verifier(context)
                            .verify(ComponentVerifierExtension.Scope.PARAMETERS, Map.of())
                            .getStatus())
                    .isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        }
    }

    @Test
    void parametersWhenTheFileHasThemThenOk(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters =
                    Map.of("credentialsLocation", credentialsFile(org).toString());

            assertThat(errors(context, ComponentVerifierExtension.Scope.PARAMETERS, parameters))
                    .isEmpty();
        }
    }

    @Test
    void parametersWhenTheFileCannotBeReadThenItsOption() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters =
                    Map.of("credentialsLocation", folder.resolve("none.json").toString());

            assertThat(errors(context, ComponentVerifierExtension.Scope.PARAMETERS, parameters))
                    .singleElement()
                    .satisfies(error -> assertThat(error.getParameterKeys()).containsExactly("credentialsLocation"));
        }
    }

    @Test
    void parametersWhenASourceHasThemThenOk(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("vault", (CredentialsSource)
                    () -> List.of(new ClientCredentials(org.getClientId(), org.getClientSecret())));
            Map<String, Object> parameters = Map.of("credentialsSource", "#vault", "loginUrl", org.getLoginUrl());

            assertThat(errors(context, ComponentVerifierExtension.Scope.PARAMETERS, parameters))
                    .isEmpty();
        }
    }

    @Test
    void parametersWhenTheLoginConfigBeanHasThemThenOk(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            SalesforceLoginConfig bean = new SalesforceLoginConfig();
            bean.setLoginUrl(org.getLoginUrl());
            bean.setClientId(org.getClientId());
            bean.setClientSecret(org.getClientSecret());

            assertThat(errors(context, ComponentVerifierExtension.Scope.PARAMETERS, Map.of("loginConfig", bean)))
                    .isEmpty();
        }
    }

    @Test
    void parametersWhenAnOptionCannotBeConvertedThenItsName(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("clientAuthenticationMethod", "by-pigeon");

            assertThat(errors(context, ComponentVerifierExtension.Scope.PARAMETERS, parameters))
                    .singleElement()
                    .satisfies(error ->
                            assertThat(error.getParameterKeys()).containsExactly("clientAuthenticationMethod"));
        }
    }

    @Test
    void parametersWhenTheComponentHasOthersThenItKeepsIts(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("60.0");
        component.setConfig(config);
        try (CamelContext context = TestContexts.contextWith(component)) {
            errors(
                    context,
                    ComponentVerifierExtension.Scope.PARAMETERS,
                    Map.of(
                            "apiVersion",
                            "62.0",
                            "expectedOrgId",
                            "00D000000000000",
                            "tokenPolicy.loginBurst",
                            "3",
                            "next.clientId",
                            "other"));

            assertThat(component.getConfig().getApiVersion()).isEqualTo("60.0");
            assertThat(component.getExpectedOrgId()).isNull();
            assertThat(component.getTokenPolicy().getLoginBurst()).isNotEqualTo(3);
            assertThat(component.getNext().getClientId()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyWhenTheComponentHasStartedThenItsOptionsMayBecomeOthers(
            ComponentVerifierExtension.Scope scope, SalesforceSimulator org) throws Exception {
        try (CamelContext context = TestContexts.started(org)) {
            context.getComponent("salesforce-cc").start();
            Map<String, Object> parameters = Map.of("tokenPolicy.loginBurst", "3");

            assertThat(errors(context, scope, parameters))
                    .extracting(error -> error.getDetail("check"))
                    .isSubsetOf("pub-sub");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyWhenDoneThenTheContextIsAsBefore(ComponentVerifierExtension.Scope scope, SalesforceSimulator org)
            throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            ComponentVerifierExtension verifier = verifier(context);
            int strategies = context.getLifecycleStrategies().size();

            verifier.verify(scope, parameters(org));

            assertThat(context.getLifecycleStrategies()).hasSize(strategies);
        }
    }

    @Test
    void connectivityWhenTheFileHasTheSecretThenItLogsIn(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters =
                    Map.of("credentialsLocation", credentialsFile(org).toString());

            assertThat(errors(context, ComponentVerifierExtension.Scope.CONNECTIVITY, parameters))
                    .extracting(error -> error.getDetail("check"))
                    .containsExactly("pub-sub");
        }
    }

    @Test
    void connectivityWhenTheRunAsUserIsAnotherThenError(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("expectedUserId", "005000000000999");

            assertThat(errors(context, ComponentVerifierExtension.Scope.CONNECTIVITY, parameters))
                    .extracting(error -> error.getDetail("check"))
                    .contains("identity");
        }
    }

    @Test
    void connectivityWhenSecretIsWrongThenAuthenticationErrorWithRemedy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("clientSecret", "0".repeat(64));

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);

            assertThat(result.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getCode())
                        .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION);
                assertThat(remedy(error)).isEqualTo(DenialReason.WRONG_CLIENT_SECRET.remedy());
            });
        }
    }

    @Test
    void connectivityWhenNothingListensThenGenericError(SalesforceSimulator org) throws Exception {
        try (RefusingPort refusing = new RefusingPort();
                CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("loginUrl", "http://localhost:" + refusing.number());

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);

            assertThat(result.getErrors())
                    .extracting(ComponentVerifierExtension.VerificationError::getCode)
                    .containsExactly(ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        }
    }

    @Test
    void connectivityWhenSetupIsSoundThenOk(SalesforceSimulator org) throws Exception {
        TestTls tls = TestTls.of("localhost");
        try (PubSubServer pubSub = new PubSubServer(org, tls);
                CamelContext context = new DefaultCamelContext()) {
            SSLContextParameters trust = new SSLContextParameters();
            TrustManagersParameters managers = new TrustManagersParameters();
            managers.setTrustManager(tls.trustManager());
            trust.setTrustManagers(managers);
            Map<String, Object> parameters = parameters(org);
            parameters.put("sslContextParameters", trust);
            parameters.put("pubSubHost", "localhost");
            parameters.put("pubSubPort", pubSub.port());

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);

            assertThat(result.getErrors())
                    .extracting(ComponentVerifierExtension.VerificationError::getDescription)
                    .isEqualTo(List.of());
            assertThat(result.getStatus()).isEqualTo(ComponentVerifierExtension.Result.Status.OK);
        }
    }

    private static ComponentVerifierExtension verifier(CamelContext context) {
        return context.getComponent("salesforce-cc", true, false)
                .getExtension(ComponentVerifierExtension.class)
                .orElseThrow();
    }

    private Path credentialsFile(SalesforceSimulator org) throws Exception {
        return Files.writeString(
                folder.resolve("salesforce.properties"),
                "consumerKey=" + org.getClientId() + "\nconsumerSecret=" + org.getClientSecret() + "\nbaseUri="
                        + org.getLoginUrl() + "\n");
    }

    private static List<ComponentVerifierExtension.VerificationError> errors(
            CamelContext context, ComponentVerifierExtension.Scope scope, Map<String, Object> parameters) {
        return verifier(context).verify(scope, parameters).getErrors();
    }

    private static Object remedy(ComponentVerifierExtension.VerificationError error) {
        return error.getDetail(SalesforceCcVerifierExtension.REMEDY);
    }

    private static Map<String, Object> parameters(SalesforceSimulator org) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("loginUrl", org.getLoginUrl());
        parameters.put("clientId", org.getClientId());
        parameters.put("clientSecret", org.getClientSecret());
        return parameters;
    }
}
