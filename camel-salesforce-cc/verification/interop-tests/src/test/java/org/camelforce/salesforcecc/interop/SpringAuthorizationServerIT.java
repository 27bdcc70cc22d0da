package org.camelforce.salesforcecc.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.DenialReason;
import org.camelforce.salesforcecc.auth.Introspection;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.internal.oauth.ClientCredentialsAuthenticationStrategy;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.OAuthClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.token.Expiry;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.camelforce.salesforcecc.token.TokenStatus;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** OAuth as another server speaks it: what the component believes about the protocol is not ours alone. */
class SpringAuthorizationServerIT {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @ParameterizedTest
    @EnumSource(ClientAuthenticationMethod.class)
    void loginWhenClientAuthenticatesEitherWayThenTokenOpensTheResource(ClientAuthenticationMethod method)
            throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque())) {
            SalesforceCcComponent component = server.component();
            component.setClientAuthenticationMethod(method);
            try (CamelContext context = started(component)) {
                assertThat(query(context).getException()).isNull();

                assertThat(server.granted()).isEqualTo(1);
                assertThat(server.resource().served()).isEqualTo(1);
            }
        }
    }

    @Test
    void loginWhenTheAnswerNamesAnIdentityThenOrgAndUserAreKnown() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque());
                CamelContext context = started(server.component())) {
            AccessToken token = status(context).entry().token();

            assertThat(token.orgId()).isEqualTo(TokenAnswer.ORG);
            assertThat(token.userId()).isEqualTo(TokenAnswer.USER);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void r2LoginWhenTheTokenTellsItsExpiryThenTheMostReliableSourceIsBelieved(TokenShape shape, ExpirySource source)
            throws Exception {
        try (SpringServer server = SpringServer.start(shape)) {
            Instant before = Instant.now();
            try (CamelContext context = started(server.component())) {
                await().untilAsserted(() -> assertThat(expiry(context).source()).isEqualTo(source));

                Instant after = Instant.now();
                assertThat(expiry(context).at())
                        .isBetween(
                                before.plus(TWO_HOURS).minusSeconds(1),
                                after.plus(TWO_HOURS).plusSeconds(1));
            }
        }
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(TokenShape.opaque().sayingExpiresIn(), ExpirySource.TOKEN_RESPONSE),
                Arguments.of(TokenShape.jwt().sayingExpiresIn(), ExpirySource.TOKEN_RESPONSE),
                Arguments.of(TokenShape.jwt(), ExpirySource.JWT),
                Arguments.of(TokenShape.opaque(), ExpirySource.INTROSPECTION));
    }

    @ParameterizedTest
    @MethodSource("renewed")
    void r4TokenWhenItsLifeIsShortThenRenewedAheadOfItsEndAndNoRequestIsRejected(TokenShape shape) throws Exception {
        try (SpringServer server = SpringServer.start(shape.living(Duration.ofSeconds(4)));
                CamelContext context = started(server.component())) {
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                assertThat(query(context).getException()).isNull();
                return server.granted() == 3;
            });

            assertThat(query(context).getException()).isNull();
            assertThat(server.resource().refused()).isZero();
        }
    }

    static Stream<TokenShape> renewed() {
        return Stream.of(TokenShape.opaque().sayingExpiresIn(), TokenShape.jwt(), TokenShape.opaque());
    }

    @Test
    void introspectWhenTokenIsGoodThenActiveUntilItsExpiry() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque());
                Client client = new Client(server, ServerConfiguration.SECRET)) {
            AccessToken token = client.strategy.authenticate().join();

            Introspection answer = client.strategy.introspect(token).join();

            assertThat(answer.active()).isTrue();
            assertThat(Duration.between(Instant.now(), answer.expiresAt()))
                    .isBetween(Duration.ofMinutes(119), TWO_HOURS);
        }
    }

    @Test
    void revokeWhenTokenIsGoodThenIntrospectionSaysInactiveAndTheResourceRejectsIt() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque());
                Client client = new Client(server, ServerConfiguration.SECRET)) {
            AccessToken token = client.strategy.authenticate().join();

            OAuthClient.revoke(client.http, request -> request, token, 5_000);

            assertThat(client.strategy.introspect(token).join()).isEqualTo(new Introspection(false, null));
            assertThat(server.isActive(token.value())).isFalse();
        }
    }

    @Test
    void revokeOnStopWhenSetThenTheTokenEndsWithTheComponent() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque())) {
            SalesforceCcComponent component = server.component();
            component.setRevokeOnStop(true);
            started(component).close();

            assertThat(server.isActive(server.grants().last())).isFalse();
        }
    }

    @Test
    void r5SessionWhenEndedThenOneLoginAndTheRequestIsSentAgain() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.jwt());
                CamelContext context = started(server.component())) {
            server.endAll();

            assertThat(query(context).getException()).isNull();
            assertThat(server.granted()).isEqualTo(2);
            assertThat(server.resource().refused()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ClientAuthenticationMethod.class)
    void r10LoginWhenSecretIsWrongThenDeniedWithTheRemedy(ClientAuthenticationMethod method) throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque())) {
            SalesforceCcComponent component = server.component();
            component.setClientSecret("wrong");
            component.setClientAuthenticationMethod(method);

            assertDenied(component, DenialReason.WRONG_CLIENT_SECRET);
            assertThat(server.granted()).isZero();
        }
    }

    @Test
    void r10LoginWhenTheGrantIsNotForThisClientThenDeniedWithTheRemedy() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque())) {
            SalesforceCcComponent component = server.component();
            component.setClientId(ServerConfiguration.CLIENT_OF_ANOTHER_FLOW);
            component.setClientSecret(ServerConfiguration.SECRET_OF_ANOTHER_FLOW);

            assertDenied(component, DenialReason.FLOW_NOT_ENABLED);
        }
    }

    @Test
    void introspectWhenTheAskersSecretIsWrongThenRefusedAndNothingSaidAboutTheToken() throws Exception {
        try (SpringServer server = SpringServer.start(TokenShape.opaque());
                Client client = new Client(server, "wrong")) {
            AccessToken token = AccessToken.of("any", URI.create(server.url()));

            assertThat(client.strategy.introspect(token))
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(LoginDeniedException.class);
        }
    }

    private static void assertDenied(SalesforceCcComponent component, DenialReason reason) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component);
            assertThatThrownBy(() -> {
                        context.start();
                        context.getComponent("salesforce-cc").start();
                    })
                    .rootCause()
                    .isInstanceOfSatisfying(LoginDeniedException.class, denial -> assertThat(denial.reason())
                            .isEqualTo(reason))
                    .hasMessageContaining(reason.remedy());
        }
    }

    private static CamelContext started(SalesforceCcComponent component) {
        CamelContext context = new DefaultCamelContext();
        context.addComponent("salesforce-cc", component);
        context.start();
        component.start();
        return context;
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static Expiry expiry(CamelContext context) {
        return status(context).entry().expiry();
    }

    private static TokenStatus status(CamelContext context) {
        return ((SalesforceCcComponent) context.getComponent("salesforce-cc"))
                .login()
                .status();
    }

    /** The login without a component around it. */
    private static final class Client implements AutoCloseable {

        private final HttpClient http = new HttpClient();
        private final ClientCredentialsAuthenticationStrategy strategy;

        private Client(SpringServer server, String secret) throws Exception {
            http.start();
            LoginUrl loginUrl = LoginUrl.parse(server.url(), TrustedHosts.salesforceOnly());
            ClientCredentials pair = new ClientCredentials(ServerConfiguration.CLIENT, secret);
            strategy = new ClientCredentialsAuthenticationStrategy(new OAuthClient(http, loginUrl), () -> pair);
        }

        @Override
        public void close() throws Exception {
            http.stop();
        }
    }
}
