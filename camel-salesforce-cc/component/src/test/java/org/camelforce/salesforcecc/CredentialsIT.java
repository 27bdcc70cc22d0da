package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.auth.LoginUnavailableException.Reason;
import org.camelforce.salesforcecc.credentials.MountedSecret;
import org.camelforce.salesforcecc.credentials.TestVault;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.token.ExpirySource;
import org.camelforce.salesforcecc.token.TokenEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each source of credentials through a rotation without a restart: the former pair is denied at once. */
@WithSalesforceSimulator
class CredentialsIT {

    private static final int OK = 200;
    private static final int DENIED = 400;

    @TempDir
    private Path folder;

    private final Queue<TokenEvent> events = new ConcurrentLinkedQueue<>();

    private SalesforceSimulator org;

    @BeforeEach
    void hardCut(SalesforceSimulator simulator) {
        org = simulator;
        org.app().rotation().setBehavior(RotationBehavior.hardCut());
    }

    @Test
    void r11OptionsWhenTheNextPairIsSetThenItTakesOver() throws Exception {
        StagedCredentials staged = org.app().rotation().stage("");
        SalesforceCcComponent component = TestContexts.component(org);
        component.getNext().setClientId(staged.consumer().key());
        component.getNext().setClientSecret(staged.consumer().secret());
        try (CamelContext context = started(component)) {
            org.app().rotation().rotate(staged.id());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, DENIED, OK);
        }
    }

    @Test
    void r11OptionsWhenSetAgainThenUsedAtTheNextLogin() throws Exception {
        SalesforceCcComponent component = TestContexts.component(org);
        try (CamelContext context = started(component)) {
            ConsumerDetails next = org.app().rotation().rotate();
            component.setClientId(next.key());
            component.setClientSecret(next.secret());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void r11OptionsWhenSetAgainAfterADenialThenNotThrottledAnyMore() throws Exception {
        SalesforceCcComponent component = patient(TestContexts.component(org));
        try (CamelContext context = started(component)) {
            awaitIntrospection(component);
            // a secret alone, because another login could come between a new key and its secret
            String next = rotateSecret();
            assertThat(query(context).getException()).isInstanceOf(LoginDeniedException.class);

            component.setClientSecret(next);

            awaitLogin(component);
            assertThat(query(context).getException()).isNull();
            assertLogins(OK, DENIED, OK);
        }
    }

    @Tag("compatibility")
    @Test
    void r11FolderWhenKubernetesTurnsTheLinkThenUsedAtTheNextLogin() throws Exception {
        MountedSecret mounted = new MountedSecret(folder);
        mounted.write(org.getClientId(), org.getClientSecret());
        try (CamelContext context = started(located(mounted.path()))) {
            ConsumerDetails next = org.app().rotation().rotate();
            mounted.write(next.key(), next.secret());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void r11FolderWhenKubernetesIsLateThenLoggedInSoonAfterIt() throws Exception {
        MountedSecret mounted = new MountedSecret(folder);
        mounted.write(org.getClientId(), org.getClientSecret());
        SalesforceCcComponent component = patient(located(mounted.path()));
        try (CamelContext context = started(component)) {
            awaitIntrospection(component);
            ConsumerDetails next = org.app().rotation().rotate();
            assertThat(query(context).getException()).isInstanceOf(LoginDeniedException.class);

            mounted.write(next.key(), next.secret());

            awaitLogin(component);
            assertThat(query(context).getException()).isNull();
            assertLogins(OK, DENIED, OK);
        }
    }

    @Test
    void r11PropertiesFileWhenRewrittenThenUsedAtTheNextLogin() throws Exception {
        Path file = properties(org.app().consumer());
        try (CamelContext context = started(located(file))) {
            properties(org.app().rotation().rotate());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void r11JsonFileWhenItHasABaseUriThenThatIsTheLoginUrlAndARewriteIsUsedAtTheNextLogin() throws Exception {
        Path file = json(org.app().consumer());
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setCredentialsLocation(file.toString());
        try (CamelContext context = started(component)) {
            json(org.app().rotation().rotate());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void r11PlaceholdersWhenTheVaultHasAnotherSecretThenUsedAtTheNextLogin() throws Exception {
        TestVault vault = new TestVault();
        vault.put(org.getClientSecret());
        SalesforceCcComponent component = TestContexts.component(org);
        component.setClientSecret("{{vault:salesforce}}");
        try (CamelContext context = TestContexts.contextWith(component)) {
            context.getPropertiesComponent().addPropertiesFunction(vault);
            context.start();
            component.start();
            vault.put(rotateSecret());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void r11MainWhenThePropertyIsAVaultsFunctionThenItIsAskedAgainAtTheNextLogin() throws Exception {
        TestVault vault = new TestVault();
        vault.put(org.getClientSecret());
        Main main = main("{{vault:salesforce}}");
        main.addMainListener(new VaultOf(vault));
        main.start();
        try {
            assertThat(query(main.getCamelContext()).getException()).isNull();
            vault.put(rotateSecret());

            assertThat(query(main.getCamelContext()).getException()).isNull();
            assertLogins(OK, OK);
        } finally {
            main.stop();
        }
    }

    @Test
    void r11BeanWhenItYieldsAnotherPairThenUsedAtTheNextLogin() throws Exception {
        AtomicReference<ConsumerDetails> held = new AtomicReference<>(org.app().consumer());
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setCredentialsSource(() -> {
            ConsumerDetails pair = held.get();
            return List.of(new ClientCredentials(pair.key(), pair.secret()));
        });
        try (CamelContext context = started(component)) {
            held.set(org.app().rotation().rotate());

            assertThat(query(context).getException()).isNull();
            assertLogins(OK, OK);
        }
    }

    @Test
    void fileWhenItBreaksThenTheTokenInUseGoesOn() throws Exception {
        Path file = json(org.app().consumer());
        try (CamelContext context = started(located(file))) {
            Files.writeString(file, "{\"consumerKey\": ");

            assertThat(query(context).getException()).isNull();
            assertLogins(OK);
        }
    }

    @Test
    void fileWhenBrokenAtALoginThenFailureNamesThePathAndNotTheContentUntilItIsRepaired() throws Exception {
        Path file = json(org.app().consumer());
        try (CamelContext context = started(located(file))) {
            Files.writeString(file, "{\"consumerSecret\": " + org.getClientSecret());
            org.sessions().endAll();

            assertThat(query(context).getException())
                    .isInstanceOfSatisfying(LoginUnavailableException.class, failure -> assertThat(failure.reason())
                            .isEqualTo(Reason.NO_CREDENTIALS))
                    .hasMessageContaining(file + " is not a JSON object")
                    .hasMessageNotContaining(org.getClientSecret());

            json(org.app().consumer());
            await().untilAsserted(
                            () -> assertThat(query(context).getException()).isNull());
        }
    }

    @Test
    void r16StartWhenTheFileIsBrokenThenTheOptionAndThePathAreNamedButNotTheContent() throws Exception {
        Path file = Files.writeString(folder.resolve("secret.json"), "{\"consumerSecret\": hush");

        assertRefused(
                located(file),
                "Option credentialsLocation is " + file + ", which cannot be read",
                "is not a JSON object");
    }

    @Test
    void r16StartWhenThereIsNoFileThenTheOptionAndThePathAreNamed() throws Exception {
        Path missing = folder.resolve("missing.properties");

        assertRefused(located(missing), "Option credentialsLocation is " + missing + ", which cannot be read");
    }

    @Test
    void r16StartWhenAValueIsMissingThenItAndThePathAreNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.properties"), "consumerKey=key\n");

        assertRefused(located(file), file + " has no value consumerSecret", "Consumer Key and Secret");
    }

    @ParameterizedTest
    @MethodSource("severalSources")
    void r16StartWhenSeveralSourcesAreSetThenRefusedByName(Consumer<SalesforceCcComponent> second) throws Exception {
        SalesforceCcComponent component = located(properties(org.app().consumer()));
        second.accept(component);

        assertRefused(component, "clientId and clientSecret", "option credentialsLocation", "option credentialsSource");
        assertThat(org.tokenRequests()).isZero();
    }

    static Stream<Consumer<SalesforceCcComponent>> severalSources() {
        return Stream.of(
                component -> component.setClientId("key"),
                component -> component.setClientSecret("secret"),
                component -> component.getNext().setClientSecret("secret"),
                component -> component.setCredentialsSource(() -> List.of(new ClientCredentials("key", "secret"))));
    }

    private static void awaitLogin(SalesforceCcComponent component) {
        await().until(() -> component.login().status().usable());
    }

    /** The question that follows a login must not be the first to notice that the session has ended. */
    private static void awaitIntrospection(SalesforceCcComponent component) {
        await().until(() -> component.login().status().entry().expiry().source() == ExpirySource.INTROSPECTION);
    }

    /** A denied login is not tried again within this test, unless the credentials change. */
    private static SalesforceCcComponent patient(SalesforceCcComponent component) {
        component.getTokenPolicy().setDeniedBackoff(Duration.ofMinutes(5));
        component.getTokenPolicy().setRotationGracePeriod(Duration.ZERO);
        return component;
    }

    private String rotateSecret() {
        ConsumerDetails former = org.app().consumer();
        String secret = org.app().rotation().stage("").consumer().secret();
        org.app().setConsumer(new ConsumerDetails(former.key(), secret));
        org.sessions().endAll();
        return secret;
    }

    private Main main(String secret) {
        Properties three = new Properties();
        three.setProperty("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        three.setProperty("camel.component.salesforce-cc.client-id", org.getClientId());
        three.setProperty("camel.component.salesforce-cc.client-secret", secret);
        Main main = new Main();
        main.setOverrideProperties(three);
        return main;
    }

    private SalesforceCcComponent located(Path path) {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setCredentialsLocation(path.toString());
        return component;
    }

    private Path properties(ConsumerDetails pair) throws IOException {
        return Files.writeString(
                folder.resolve("salesforce.properties"),
                "client-id=" + pair.key() + "\nclient-secret=" + pair.secret() + "\n");
    }

    /** The form in which AWS Secrets Manager and Infisical keep a rotated Salesforce secret. */
    private Path json(ConsumerDetails pair) throws IOException {
        return Files.writeString(
                folder.resolve("salesforce.json"),
                """
                {"consumerKey": "%s", "consumerSecret": "%s", "baseUri": "%s", "appId": "0xI000000000001AAA"}"""
                        .formatted(pair.key(), pair.secret(), org.getLoginUrl()));
    }

    private CamelContext started(SalesforceCcComponent component) {
        CamelContext context = TestContexts.contextWith(component);
        context.start();
        component.start();
        component.login().addEventListener(events::add);
        return context;
    }

    /** What each token request was answered, so that one too many shows which one it is. */
    private void assertLogins(Integer... statuses) {
        assertThat(org.requestLog())
                .filteredOn(request -> request.path().equals("/services/oauth2/token"))
                .as(() -> "token requests of " + org.requestLog() + " after the events " + events)
                .extracting(RecordedRequest::status)
                .containsExactly(statuses);
    }

    private static Exchange query(CamelContext context) {
        return context.createProducerTemplate()
                .request("salesforce-cc:query?rawPayload=true", exchange -> exchange.getIn()
                        .setBody("SELECT Id FROM User"));
    }

    private static void assertRefused(SalesforceCcComponent component, String... parts) throws Exception {
        try (CamelContext context = TestContexts.contextWith(component)) {
            assertThatThrownBy(() -> {
                        context.start();
                        component.start();
                    })
                    .hasStackTraceContaining(IllegalArgumentException.class.getName())
                    .satisfies(failure ->
                            assertThat(allMessages(failure)).contains(parts).doesNotContain("hush"));
        }
    }

    private static String allMessages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause).append('\n');
        }
        return messages.toString();
    }

    /** Adds the function before Main reads its properties. */
    private static final class VaultOf extends MainListenerSupport {

        private final TestVault vault;

        private VaultOf(TestVault vault) {
            this.vault = vault;
        }

        @Override
        public void beforeInitialize(BaseMainSupport main) {
            main.getCamelContext().getPropertiesComponent().addPropertiesFunction(vault);
        }
    }
}
