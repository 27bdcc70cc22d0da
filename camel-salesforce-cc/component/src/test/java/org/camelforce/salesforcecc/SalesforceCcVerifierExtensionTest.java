package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.extension.ComponentVerifierExtension;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.camelforce.salesforcecc.auth.RejectionReason;
import org.camelforce.salesforcecc.doctor.PubSubServer;
import org.camelforce.salesforcecc.doctor.TestTls;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@WithSalesforceSimulator
@SuppressWarnings("deprecation") // Camel deprecates the verifier without offering another
class SalesforceCcVerifierExtensionTest {

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
                assertThat(remedy(error)).isEqualTo(RejectionReason.WRONG_DOMAIN.remedy());
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
    void connectivityWhenSecretIsWrongThenAuthenticationErrorWithRemedy(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("clientSecret", "0".repeat(64));

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);

            assertThat(result.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getCode())
                        .isEqualTo(ComponentVerifierExtension.VerificationError.StandardCode.AUTHENTICATION);
                assertThat(remedy(error)).isEqualTo(RejectionReason.WRONG_CLIENT_SECRET.remedy());
            });
        }
    }

    @Test
    void connectivityWhenNothingListensThenGenericError(SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Map<String, Object> parameters = parameters(org);
            parameters.put("loginUrl", "http://localhost:" + closedPort());

            ComponentVerifierExtension.Result result =
                    verifier(context).verify(ComponentVerifierExtension.Scope.CONNECTIVITY, parameters);

            assertThat(result.getErrors())
                    .extracting(ComponentVerifierExtension.VerificationError::getCode)
                    .containsExactly(ComponentVerifierExtension.VerificationError.StandardCode.GENERIC);
        }
    }

    @Test
    void connectivityWhenSetupIsSoundThenOk(SalesforceSimulator org) throws Exception {
        TestTls tls = TestTls.of(folder, "dns:localhost");
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

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
