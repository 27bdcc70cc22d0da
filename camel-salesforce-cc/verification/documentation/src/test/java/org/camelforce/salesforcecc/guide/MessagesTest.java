package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator.Lifetime;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about troubleshooting has the messages that users meet. */
@WithSalesforceSimulator(lifetime = Lifetime.CLASS)
class MessagesTest {

    private static final Path SOURCES = Project.ROOT.resolve("camel-salesforce-cc/component/src/main/java");
    private static final Pattern OPTION = Pattern.compile("\"(Option [A-Za-z]+ [a-z][a-z ]+[a-z])");
    private static final Pattern EXCEPTION = Pattern.compile("new \\w+Exception\\(\\s*(?:[\\w.]+,\\s*)?\"[^;]+;");
    private static final Pattern NAMES_AN_OPTION = Pattern.compile("\\boptions? [a-z]");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final List<Pattern> ENTRIES = entries();

    @ParameterizedTest
    @MethodSource
    void componentWhenItRefusesAnOptionThenTheMessageHasAnEntry(
            Consumer<SalesforceCcComponent> wrong, SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = component(org);
        wrong.accept(salesforce);
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", salesforce);

            assertHasAnEntry(catchThrowable(context::start));
        }
    }

    static Stream<Named<Consumer<SalesforceCcComponent>>> componentWhenItRefusesAnOptionThenTheMessageHasAnEntry() {
        return Stream.of(
                wrong("no loginUrl", c -> c.setLoginUrl(null)),
                wrong("login.salesforce.com", c -> c.setLoginUrl("https://login.salesforce.com")),
                wrong("test.salesforce.com", c -> c.setLoginUrl("https://test.salesforce.com")),
                wrong("Lightning", c -> c.setLoginUrl("https://acme.lightning.force.com")),
                wrong("http", c -> c.setLoginUrl("http://acme.my.salesforce.com")),
                wrong("elsewhere", c -> c.setLoginUrl("https://acme.example")),
                wrong("no URL", c -> c.setLoginUrl("https://acme my.salesforce.com")),
                wrong("no scheme", c -> c.setLoginUrl("acme.my.salesforce.com")),
                wrong("query", c -> c.setLoginUrl("https://acme.my.salesforce.com?a=b")),
                wrong("path", c -> c.setLoginUrl("https://acme.my.salesforce.com/services")),
                wrong("no clientId", c -> c.setClientId(null)),
                wrong("no clientSecret", c -> c.setClientSecret(null)),
                wrong("two sources", c -> c.setCredentialsLocation("/etc/secrets")),
                wrong("no file", c -> {
                    c.setClientId(null);
                    c.setClientSecret(null);
                    c.setCredentialsLocation("/no/such/file.json");
                }),
                wrong("userName", c -> c.setUserName("u")),
                wrong("password", c -> c.setPassword("p")),
                wrong("refreshToken", c -> c.setRefreshToken("t")),
                wrong("keystore", c -> c.setKeystore(new KeyStoreParameters())),
                wrong("jwtAudience", c -> c.setJwtAudience("a")),
                wrong("authenticationType", c -> c.setAuthenticationType(AuthenticationType.JWT)),
                wrong("loginConfig.userName", c -> {
                    SalesforceLoginConfig config = new SalesforceLoginConfig();
                    config.setUserName("u");
                    c.setLoginConfig(config);
                }),
                wrong("httpRequestTimeout", c -> c.setHttpRequestTimeout(0)),
                wrong("instanceUrl", c -> c.setInstanceUrl("https://acme.example")),
                wrong("expectedOrgId", c -> c.setExpectedOrgId("1")),
                wrong("expectedUserId", c -> c.setExpectedUserId("1")));
    }

    @ParameterizedTest
    @MethodSource
    void routeWhenItsEndpointIsRefusedThenTheMessageHasAnEntry(String from, SalesforceSimulator org) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("salesforce-cc", component(org));
            context.start();

            assertHasAnEntry(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce-cc:" + from).to("log:events");
                }
            })));
        }
    }

    static Stream<String> routeWhenItsEndpointIsRefusedThenTheMessageHasAnEntry() {
        return Stream.of(
                "query",
                "subscribe:/event/E__e?durable=true",
                "subscribe:/event/E__e?durable=true&subscriptionName= ",
                "subscribe:/event/E__e?managedSubscription=m",
                "subscribe:/event/E__e?pubSubRawBitmaps=true",
                "subscribe:/event/E__e?maxInFlightEvents=-1",
                "subscribe:/event/E__e?maxInFlightEvents=0",
                "subscribe:/event/E__e?commitBatchSize=0",
                "subscribe:/event/E__e?commitInterval=0",
                "subscribe:/event/E__e?replayGapPolicy=never",
                "subscribe:/event/Missing__e",
                "subscribe:Missing",
                "pubSubSubscribe:/event/E__e?pubSubBatchSize=0",
                "pubSubSubscribe:/event/E__e?managedSubscription=m&durable=true&subscriptionName=s",
                "pubSubSubscribe:/event/E__e?replayPreset=CUSTOM",
                "pubSubSubscribe:/event/E__e?replayPreset=CUSTOM&pubSubReplayId=?");
    }

    @ParameterizedTest
    @MethodSource
    void sourceWhenItRefusesAnOptionThenTheMessageHasAnEntry(String message) {
        assertThat(Project.page("troubleshooting.md").contains(message)).isTrue();
    }

    static Stream<String> sourceWhenItRefusesAnOptionThenTheMessageHasAnEntry() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> OPTION.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .map(literal -> literal.substring(1))
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    /** Those that name an option, but do not begin with it. The doctor's findings say themselves what to do. */
    @ParameterizedTest
    @MethodSource
    void exceptionWhenItNamesAnOptionThenItsBeginningHasAnEntry(String message) {
        assertThat(Project.page("troubleshooting.md").contains(message)).isTrue();
    }

    static Stream<String> exceptionWhenItNamesAnOptionThenItsBeginningHasAnEntry() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains("doctor"))
                    .flatMap(file -> EXCEPTION.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .filter(thrown -> NAMES_AN_OPTION.matcher(thrown).find())
                    .map(thrown ->
                            thrown.substring(thrown.indexOf('"') + 1, thrown.indexOf('"', thrown.indexOf('"') + 1)))
                    .filter(literal -> !literal.startsWith("Option "))
                    .map(String::strip)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static void assertHasAnEntry(Throwable failure) {
        Throwable refusal = failure;
        while (refusal.getCause() != null
                && (refusal instanceof RuntimeCamelException
                        || !refusal.getClass().getPackageName().startsWith("java.lang"))) {
            refusal = refusal.getCause();
        }
        String message = refusal.getMessage();
        assertThat(ENTRIES).as(message).anyMatch(entry -> entry.matcher(message).lookingAt());
    }

    private static List<Pattern> entries() {
        return CODE.matcher(Project.page("troubleshooting.md"))
                .results()
                .map(code -> code.group(1))
                .filter(text -> text.length() > 12 && text.contains(" "))
                .map(text -> Pattern.compile(
                        Stream.of(text.split("\\.{3}", -1))
                                .map(Pattern::quote)
                                .reduce((a, b) -> a + ".*" + b)
                                .orElseThrow(),
                        Pattern.DOTALL))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Named<Consumer<SalesforceCcComponent>> wrong(String name, Consumer<SalesforceCcComponent> option) {
        return Named.of(name, option);
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        return salesforce;
    }
}
