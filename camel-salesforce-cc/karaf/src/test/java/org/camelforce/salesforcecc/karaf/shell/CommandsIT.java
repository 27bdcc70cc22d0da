package org.camelforce.salesforcecc.karaf.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.felix.service.threadio.ThreadIO;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.apache.karaf.shell.support.parsing.CommandLineImpl;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.karaf.TestFramework;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.test.WithSalesforceSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The commands in a session of Karaf's shell. */
@WithSalesforceSimulator
class CommandsIT {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<CamelContext> contexts = new ArrayList<>();

    @TempDir
    private Path positions;

    private SalesforceSimulator org;
    private TestFramework framework;
    private SessionFactoryImpl shell;
    private ManagerImpl manager;
    private RegistryImpl services;
    private Session session;

    @BeforeEach
    void startShell(@TempDir Path folder, SalesforceSimulator simulator) throws Exception {
        org = simulator;
        framework = new TestFramework(folder);
        shell = new SessionFactoryImpl(new NoThreadIo());
        services = new RegistryImpl(shell.getRegistry());
        services.register(() -> framework.context(), BundleContext.class);
        manager = new ManagerImpl(services, shell.getRegistry());
        for (Class<?> type : List.of(
                StatusCommand.class,
                DoctorCommand.class,
                RenewCommand.class,
                PositionsCommand.class,
                ContextNames.class,
                ComponentNames.class)) {
            manager.register(type);
        }
        PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);
        session = shell.create(InputStream.nullInputStream(), out, out);
    }

    @AfterEach
    void stopShell() throws Exception {
        session.close();
        shell.stop();
        for (CamelContext context : contexts) {
            context.close();
        }
        framework.close();
        assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain(org.getClientSecret());
    }

    @Test
    void statusWhenNothingIsThereThenItSaysWhatToConfigure() throws Exception {
        assertThat(execute("status"))
                .contains("No Camel context uses salesforce-cc")
                .contains("etc/org.camelforce.salesforcecc.cfg");
    }

    @Test
    void statusWhenLoggedInThenARowForEachComponent() throws Exception {
        SalesforceCcComponent component = started("crm", "sales");
        started("crm2", "salesforce-cc");

        assertThat(execute("status").lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("crm ", "sales", component.getOrgId(), component.getRunAsUserId())
                        .contains(component.getTokenFingerprint() + " usable", "0/0"))
                .anySatisfy(line -> assertThat(line).contains("crm2", "salesforce-cc"));
    }

    @Test
    void statusWhenASubscriptionIsOpenThenItIsCounted() throws Exception {
        subscribed();

        assertThat(execute("status")).contains("1/1");
    }

    @Test
    void statusWhenTheLoginFailedThenItSaysWhy() throws Exception {
        SalesforceCcComponent component = started("crm", "sales");
        org.app().setBlocked(true);
        org.sessions().endAll();
        component.renewNow();

        assertThat(execute("status")).contains(component.getLastLoginFailure().substring(0, 20));
    }

    @Test
    void statusWhenTheComponentIsStoppedThenItSaysSo() throws Exception {
        started("crm", "sales").stop();

        assertThat(execute("status")).contains("stopped");
    }

    @Test
    void statusWhenAContextIsNamedThenTheOthersAreNotShown() throws Exception {
        started("crm", "sales");
        started("erp", "billing");

        assertThat(execute("status --context erp")).contains("billing").doesNotContain("sales");
    }

    @Test
    void statusWhenAComponentIsNamedThenTheOthersAreNotShown() throws Exception {
        started("crm", "sales");
        started("erp", "billing");

        assertThat(execute("status --component sales")).contains("crm").doesNotContain("erp");
    }

    @Test
    void statusWhenTheNameIsWrongThenItSaysWhichThereAre() throws Exception {
        started("crm", "sales");

        assertThat(execute("status --component salse")).contains("The components are crm/sales");
    }

    @Test
    void renewWhenLoggedInThenThereIsAnotherLogin() throws Exception {
        SalesforceCcComponent component = started("crm", "sales");

        assertThat(execute("renew")).contains("crm/sales: The token is now " + component.getTokenFingerprint());
        assertThat(org.tokenRequests()).isEqualTo(2);
    }

    @Test
    void positionsWhenThereIsASubscriptionThenItsLineIsShown() throws Exception {
        subscribed();

        assertThat(execute("positions")).contains("crm/sales").contains("accounts on /data/AccountChangeEvent: OPEN");
    }

    @Test
    void positionsWhenThereIsNoneThenItSaysSo() throws Exception {
        started("crm", "sales");

        assertThat(execute("positions")).contains("crm/sales: no subscriptions");
    }

    @Test
    void doctorWhenTheLoginWorksThenTheReportSaysSo() throws Exception {
        started("crm", "sales");

        assertThat(execute("doctor"))
                .contains("crm/sales", "Salesforce login at " + org.getLoginUrl())
                .containsPattern("\\[passed *] Token endpoint");
    }

    @Test
    void doctorWhenTheSecretIsWrongThenTheReportSaysSo() throws Exception {
        SalesforceCcComponent component = started("crm", "sales");
        component.setClientSecret("hush".repeat(16));

        assertThat(execute("doctor")).containsPattern("\\[failed *]").doesNotContain("hush");
    }

    @Test
    void doctorWhenThereIsNoPairThenItSaysWhy() throws Exception {
        started("crm", "sales").setClientSecret(null);

        assertThat(execute("doctor")).contains("cannot be examined: Option clientSecret is missing");
    }

    @Test
    void completeWhenComponentsAreThereThenTheirNamesAreOffered() throws Exception {
        started("crm", "sales");
        List<String> offered = new ArrayList<>();

        manager.instantiate(ContextNames.class)
                .complete(session, new CommandLineImpl(new String[] {""}, 0, 0, 0, ""), offered);
        manager.instantiate(ComponentNames.class)
                .complete(session, new CommandLineImpl(new String[] {""}, 0, 0, 0, ""), offered);

        assertThat(offered).map(String::trim).containsExactly("crm", "sales");
    }

    private String execute(String command) throws Exception {
        session.execute("salesforce-cc:" + command);
        return console.toString(StandardCharsets.UTF_8);
    }

    private SalesforceCcComponent started(String name, String componentName) {
        SalesforceCcComponent component = component();
        publish(name, componentName, component).start();
        component.start();
        return component;
    }

    private SalesforceCcComponent subscribed() throws Exception {
        SalesforceCcComponent component = component();
        CamelContext context = publish("crm", "sales", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("sales:subscribe:/data/AccountChangeEvent?rawPayload=true&durable=true&subscriptionName=accounts")
                        .to("mock:accounts");
            }
        });
        context.start();
        await().until(() -> component.showPositions().stream().anyMatch(line -> line.contains("OPEN")));
        return component;
    }

    private SalesforceCcComponent component() {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(org.getLoginUrl());
        component.setClientId(org.getClientId());
        component.setClientSecret(org.getClientSecret());
        component.setReplayStoreLocation(positions.toString());
        component.setPubSubHost("localhost");
        component.setPubSubPort(1);
        return component;
    }

    private CamelContext publish(String name, String componentName, SalesforceCcComponent component) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(name);
        context.addComponent(componentName, component);
        contexts.add(context);
        framework.context().registerService(CamelContext.class, context, null);
        return context;
    }

    /** Leaves the streams of this JVM alone. */
    private static final class NoThreadIo implements ThreadIO {

        @Override
        public void setStreams(InputStream in, PrintStream out, PrintStream err) {}

        @Override
        public void close() {}
    }
}
