package org.camelforce.salesforcecc.karaf.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.karaf.TestFramework;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.RotationBehavior;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;

/** The bundle in an OSGi framework with Config Admin, asked for components as camel-core-osgi asks. */
@WithSalesforceSimulator
class ConfigAdminIT {

    private static final String PID = "org.camelforce.salesforcecc";

    private SalesforceSimulator org;
    private TestFramework framework;
    private Bundle routes;
    private Bundle ours;

    @BeforeEach
    void startFramework(@TempDir Path folder, SalesforceSimulator simulator) throws Exception {
        org = simulator;
        framework = new TestFramework(folder);
        // any bundle but ours and the system bundle, which hooks do not restrict
        routes = framework.startConfigAdmin();
        ours = framework.startOurs();
    }

    @AfterEach
    void stopFramework() throws Exception {
        framework.close();
    }

    @Test
    void configurationWhenItIsTheSingleOneThenSalesforceCcLogsInWithIt() throws Exception {
        single().update(TestConfiguration.of(org));

        try (CamelContext context = contextWith("salesforce-cc")) {
            assertThat(query(context, "salesforce-cc").getException()).isNull();
        }
    }

    @Test
    void configurationWhenItIsOfTheFactoryThenItsComponentLogsInWithIt() throws Exception {
        sales().update(TestConfiguration.of(org));

        try (CamelContext context = contextWith("sales")) {
            assertThat(query(context, "sales").getException()).isNull();
        }
    }

    @Test
    void configurationWhenItIsInForceThenItsServiceShowsNoOption() throws Exception {
        single().update(TestConfiguration.of(org));

        ServiceReference<?> service = awaitResolver("salesforce-cc");
        assertThat(service.getPropertyKeys())
                .containsExactlyInAnyOrder(
                        "component",
                        "org.camelforce.salesforcecc.configured",
                        "objectClass",
                        "service.id",
                        "service.bundleid",
                        "service.scope");
        assertThat(routes.getBundleContext()
                        .getServiceReferences(
                                ComponentResolver.class,
                                "(&(component=salesforce-cc)(org.camelforce.salesforcecc.configured=true))"))
                .hasSize(1);
        assertThat(Stream.of(ours.getRegisteredServices())
                        .flatMap(any -> Arrays.stream(any.getPropertyKeys()).map(any::getProperty))
                        .map(String::valueOf))
                .noneMatch(value -> value.contains(org.getClientSecret()));
    }

    @Test
    void configurationWhenThereAreBothKindsThenOneDoesNotDisturbTheOther() throws Exception {
        Configuration single = single();
        Configuration sales = sales();
        single.update(TestConfiguration.of(org));
        sales.update(TestConfiguration.of(org));
        awaitResolver("salesforce-cc");
        awaitResolver("sales");

        single.delete();
        awaitNoResolver("salesforce-cc");
        assertThat(resolvers("sales")).hasSize(1);

        single().update(TestConfiguration.of(org));
        awaitResolver("salesforce-cc");
        sales.delete();
        awaitNoResolver("sales");
        assertThat(resolvers("salesforce-cc")).hasSize(1);
    }

    @Test
    void configurationWhenThePairChangesThenARunningComponentHasIt() throws Exception {
        org.app().rotation().setBehavior(RotationBehavior.hardCut());
        Configuration sales = sales();
        sales.update(TestConfiguration.of(org));
        try (CamelContext context = contextWith("sales")) {
            Dictionary<String, Object> changed =
                    TestConfiguration.with(org.app().rotation().rotate(), TestConfiguration.of(org));
            sales.update(changed);
            awaitPair(context, changed);
            org.sessions().endAll();

            assertThat(query(context, "sales").getException()).isNull();
            assertThat(org.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void configurationWhenAnUpdateIsIncompleteThenTheFormerStaysInForce() throws Exception {
        Configuration sales = sales();
        sales.update(TestConfiguration.of(org));
        try (CamelContext context = contextWith("sales")) {
            Dictionary<String, Object> incomplete = TestConfiguration.of(org);
            incomplete.put("clientId", "other");
            incomplete.remove("clientSecret");
            sales.update(incomplete);
            // an update that is handled after it
            single().update(TestConfiguration.of(org));
            awaitResolver("salesforce-cc");

            assertThat(resolvers("sales")).hasSize(1);
            assertThat(pairs(context)).containsExactly(new ClientCredentials(org.getClientId(), org.getClientSecret()));
        }
    }

    @Test
    void configurationWhenItIsDeletedThenARunningComponentKeepsItsPair() throws Exception {
        Configuration sales = sales();
        sales.update(TestConfiguration.of(org));
        try (CamelContext context = contextWith("sales")) {
            sales.delete();
            awaitNoResolver("sales");
            org.sessions().endAll();

            assertThat(query(context, "sales").getException()).isNull();
        }
    }

    @Test
    void configurationWhenItIsInForceThenTheResolverOfCamelCoreOsgiIsHidden() throws Exception {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("component", new String[] {"salesforce-cc"});
        ComponentResolver other = (name, context) -> null;
        routes.getBundleContext().registerService(ComponentResolver.class, other, properties);
        assertThat(resolvers("salesforce-cc")).hasSize(1);

        Configuration single = single();
        single.update(TestConfiguration.of(org));
        await().until(() -> resolvers("salesforce-cc").stream().noneMatch(found -> service(found) == other));
        assertThat(resolvers("salesforce-cc")).hasSize(1);

        single.delete();
        await().until(() -> resolvers("salesforce-cc").stream().anyMatch(found -> service(found) == other));
        assertThat(resolvers("salesforce-cc")).hasSize(1);
    }

    @Test
    void configurationWhenAResolverIsForOtherNamesTooThenItIsNotHidden() throws Exception {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("component", new String[] {"salesforce-cc", "salesforce"});
        routes.getBundleContext().registerService(ComponentResolver.class, (name, context) -> null, properties);

        single().update(TestConfiguration.of(org));
        awaitConfigured("salesforce-cc");

        assertThat(resolvers("salesforce")).hasSize(1);
    }

    @Test
    void configurationWhenTheNameIsTakenThenItComesIntoForceAfterTheOther() throws Exception {
        Configuration first = sales();
        first.update(TestConfiguration.of(org));
        awaitResolver("sales");
        Dictionary<String, Object> another = TestConfiguration.of(
                "component", "sales", "loginUrl", org.getLoginUrl(), "clientId", "other", "clientSecret", "hush");
        framework.configAdmin().getFactoryConfiguration(PID, "another", "?").update(another);
        single().update(TestConfiguration.of(org));
        awaitResolver("salesforce-cc");
        assertThat(pairsOf("sales")).containsExactly(new ClientCredentials(org.getClientId(), org.getClientSecret()));

        first.delete();

        await().untilAsserted(
                        () -> assertThat(pairsOf("sales")).containsExactly(new ClientCredentials("other", "hush")));
    }

    @Test
    void stopWhenConfigurationsAreInForceThenEverythingIsUnregistered() throws Exception {
        single().update(TestConfiguration.of(org));
        sales().update(TestConfiguration.of(org));
        awaitResolver("salesforce-cc");
        awaitResolver("sales");

        ours.stop();

        assertThat(ours.getRegisteredServices()).isNull();
        assertThat(resolvers("salesforce-cc")).isEmpty();
    }

    @Test
    void startWhenConfigurationsAreThereAlreadyThenTheyComeIntoForce() throws Exception {
        single().update(TestConfiguration.of(org));
        awaitResolver("salesforce-cc");
        ours.stop();

        ours.start();

        awaitResolver("salesforce-cc");
    }

    private Configuration single() throws Exception {
        return framework.configAdmin().getConfiguration(PID, "?");
    }

    private Configuration sales() throws Exception {
        return framework.configAdmin().getFactoryConfiguration(PID, "sales", "?");
    }

    private List<ServiceReference<?>> resolvers(String component) throws Exception {
        ServiceReference<?>[] found = routes.getBundleContext()
                .getServiceReferences(ComponentResolver.class.getName(), "(component=" + component + ")");
        return found == null ? List.of() : List.of(found);
    }

    private ServiceReference<?> awaitResolver(String component) throws Exception {
        await().until(() -> !resolvers(component).isEmpty());
        return resolvers(component).get(0);
    }

    private void awaitConfigured(String component) {
        await().until(() -> resolvers(component).stream()
                .anyMatch(found -> found.getProperty("org.camelforce.salesforcecc.configured") != null));
    }

    private void awaitNoResolver(String component) {
        await().until(() -> resolvers(component).isEmpty());
    }

    private Object service(ServiceReference<?> reference) {
        return routes.getBundleContext().getService(reference);
    }

    private Component resolve(String component, CamelContext context) throws Exception {
        return ((ComponentResolver) service(awaitResolver(component))).resolveComponent(component, context);
    }

    private CamelContext contextWith(String component) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.addComponent(component, resolve(component, context));
        context.start();
        context.getComponent(component).start();
        return context;
    }

    private List<ClientCredentials> pairsOf(String component) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            return ((SalesforceCcComponent) resolve(component, context))
                    .getCredentialsSource()
                    .candidates();
        }
    }

    private static List<ClientCredentials> pairs(CamelContext context) throws Exception {
        return context.getComponent("sales", SalesforceCcComponent.class)
                .getCredentialsSource()
                .candidates();
    }

    private static void awaitPair(CamelContext context, Dictionary<String, Object> properties) {
        ClientCredentials pair = new ClientCredentials(
                String.valueOf(properties.get("clientId")), String.valueOf(properties.get("clientSecret")));
        await().atMost(Duration.ofSeconds(30)).until(() -> pairs(context).equals(List.of(pair)));
    }

    private static Exchange query(CamelContext context, String scheme) {
        return context.createProducerTemplate().request(scheme + ":query?rawPayload=true", exchange -> exchange.getIn()
                .setBody("SELECT Id FROM User"));
    }
}
