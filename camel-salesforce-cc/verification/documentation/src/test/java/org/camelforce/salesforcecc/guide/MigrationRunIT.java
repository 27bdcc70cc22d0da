package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.InterceptSendToMockEndpointStrategy;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spring.SpringCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.guide.migrations.after.ContactRoutes;
import org.camelforce.salesforcecc.guide.migrations.after.Names;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericXmlApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Runs the applications of the page about migration: those after the move, and those that were left half way. */
@WithSalesforceSimulator
class MigrationRunIT {

    private static final String QUERY = "SELECT Id, Name FROM Account";

    @Test
    void contactsWhenMovedThenRun(SalesforceSimulator org) throws Exception {
        Main main = contacts(org, new ContactRoutes());
        main.init();
        try {
            CamelContext context = main.getCamelContext();
            context.getCamelContextExtension()
                    .registerEndpointCallback(new InterceptSendToMockEndpointStrategy("log:*"));
            MockEndpoint created = expecting(context, "mock:log:created");
            MockEndpoint changed = expecting(context, "mock:log:changed");
            main.start();
            await().until(() -> org.subscriptions() == 1);

            context.createProducerTemplate().sendBody("direct:contact", "{\"LastName\":\"Meyer\"}");

            created.assertIsSatisfied();
            changed.assertIsSatisfied();
            assertThat(changed.getExchanges().get(0).getMessage().getBody())
                    .asString()
                    .contains("Meyer");
            assertThat(context.hasComponent("salesforce")).isNull();
        } finally {
            main.stop();
        }
    }

    @Test
    void contactsWhenAnOldKeyIsLeftThenTheOldComponentStartsAndFails(SalesforceSimulator org) {
        Main main = contacts(org, new ContactRoutes());
        main.addOverrideProperty("camel.component.salesforce.config.raw-payload", "true");
        try {
            assertThat(catchThrowable(main::start)).rootCause().hasMessage("loginUrl must be specified");
            assertThat(Project.page("troubleshooting.md")
                            .contains("`Failed to start component salesforce because of loginUrl must be specified`"))
                    .isTrue();
        } finally {
            main.stop();
        }
    }

    @Test
    void contactsWhenTheUriHasNoSubscribeThenRefused(SalesforceSimulator org) {
        Main main = contacts(org, new RouteBuilder() {
            @Override
            public void configure() {
                from("salesforce-cc:ContactChanges").to("log:changed");
            }
        });
        try {
            assertThat(catchThrowable(main::start))
                    .rootCause()
                    .hasMessageEndingWith("write salesforce-cc:subscribe:ContactChanges");
        } finally {
            main.stop();
        }
    }

    @Test
    void accountsWhenMovedInSpringXmlThenRun(SalesforceSimulator org) {
        account(org);
        try (GenericXmlApplicationContext spring = spring(org)) {
            spring.load("migrations/accounts-after.xml");
            spring.refresh();

            assertThat(query(spring.getBean(CamelContext.class), "direct:accounts"))
                    .contains("Acme");
        }
    }

    @Test
    void accountsWhenTheBeanKeepsItsIdThenTheEndpointsHaveAnotherComponent(SalesforceSimulator org) throws Exception {
        Path file = Path.of("src/test/resources/migrations/accounts-after.xml");
        String xml =
                java.nio.file.Files.readString(file).replace("bean id=\"salesforce-cc\"", "bean id=\"salesforce\"");
        try (GenericXmlApplicationContext spring = spring(org)) {
            spring.load(new ByteArrayResource(xml.getBytes(StandardCharsets.UTF_8)));

            assertThat(catchThrowable(spring::refresh)).rootCause().hasMessageContaining("is missing");
        }
    }

    @Test
    void componentWhenBoundByItsNameThenTheEndpointsHaveIt(SalesforceSimulator org) throws Exception {
        account(org);
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        login(org).forEach((name, value) -> main.addInitialProperty(name, String.valueOf(value)));
        main.configure().addConfiguration(Names.class);
        main.start();
        try {
            assertThat(query(main.getCamelContext(), "salesforce-cc:query?rawPayload=true"))
                    .contains("Acme");
        } finally {
            main.stop();
        }
    }

    @Test
    void componentWhenItIsABeanOfThatNameThenTheEndpointsHaveIt(SalesforceSimulator org) throws Exception {
        account(org);
        try (AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext()) {
            spring.registerBean("org", SalesforceSimulator.class, () -> org, bean -> bean.setDestroyMethodName(""));
            spring.register(Beans.class);
            spring.refresh();
            try (SpringCamelContext context = new SpringCamelContext(spring)) {
                context.start();

                assertThat(query(context, "salesforce-cc:query?rawPayload=true"))
                        .contains("Acme");
            }
        }
    }

    @Test
    void componentWhenAddedByItsNameThenGetComponentReturnsIt(SalesforceSimulator org) throws Exception {
        SalesforceCcComponent salesforce = component(org);
        try (CamelContext context = new DefaultCamelContext()) {
            Names.add(context, salesforce);
            context.start();

            assertThat(context.getComponent("salesforce-cc", SalesforceCcComponent.class))
                    .isSameAs(salesforce);
        }
    }

    @Test
    void componentWhenItHasTheNameOfCamelsOwnThenTheUrisStay(SalesforceSimulator org, @TempDir Path positions)
            throws Exception {
        account(org);
        SalesforceCcComponent salesforce = component(org);
        salesforce.setReplayStoreLocation(positions.toString());
        try (CamelContext context = new DefaultCamelContext()) {
            Names.keepScheme(context, salesforce);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("salesforce:subscribe:/data/AccountChangeEvent?rawPayload=true&durable=true&subscriptionName=a")
                            .to("mock:changes");
                }
            });
            context.start();
            await().until(() -> org.subscriptions() == 1);
            MockEndpoint changes = expecting(context, "mock:changes");

            assertThat(query(context, "salesforce:query?rawPayload=true")).contains("Acme");
            account(org);

            changes.assertIsSatisfied();
            assertThat(context.getComponent("salesforce", SalesforceComponent.class))
                    .isSameAs(salesforce);
        }
    }

    private static Main contacts(SalesforceSimulator org, RouteBuilder routes) {
        Main main = new Main();
        main.setDefaultPropertyPlaceholderLocation("classpath:migrations/contacts-after.properties");
        Properties login = new Properties();
        login.put("camel.component.salesforce-cc.login-url", org.getLoginUrl());
        login.put("camel.component.salesforce-cc.client-id", org.getClientId());
        login.put("camel.component.salesforce-cc.client-secret", org.getClientSecret());
        main.setOverrideProperties(login);
        main.configure().addRoutesBuilder(routes);
        return main;
    }

    private static GenericXmlApplicationContext spring(SalesforceSimulator org) {
        GenericXmlApplicationContext spring = new GenericXmlApplicationContext();
        spring.getEnvironment().getPropertySources().addFirst(new MapPropertySource("login", login(org)));
        return spring;
    }

    private static Map<String, Object> login(SalesforceSimulator org) {
        return Map.of(
                "salesforce.login-url", org.getLoginUrl(),
                "salesforce.client-id", org.getClientId(),
                "salesforce.client-secret", org.getClientSecret());
    }

    private static SalesforceCcComponent component(SalesforceSimulator org) {
        SalesforceCcComponent salesforce = new SalesforceCcComponent();
        salesforce.setLoginUrl(org.getLoginUrl());
        salesforce.setClientId(org.getClientId());
        salesforce.setClientSecret(org.getClientSecret());
        return salesforce;
    }

    private static void account(SalesforceSimulator org) {
        org.records().create("Account", JsonNodeFactory.instance.objectNode().put("Name", "Acme"), "");
    }

    private static MockEndpoint expecting(CamelContext context, String uri) {
        MockEndpoint mock = context.getEndpoint(uri, MockEndpoint.class);
        mock.expectedMinimumMessageCount(1);
        return mock;
    }

    private static String query(CamelContext context, String uri) {
        return context.createProducerTemplate().requestBody(uri, QUERY, String.class);
    }

    static class Beans {

        // tag::bean[]
        @Bean("salesforce-cc")
        SalesforceCcComponent salesforce(SalesforceSimulator org) {
            return component(org);
        }
        // end::bean[]
    }
}
