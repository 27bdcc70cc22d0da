package org.camelforce.salesforcecc.examples.springboot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service, started as {@link CustomerSync#main} does it, with the database in a folder. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext spring;
    private final JdbcClient jdbc;
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    RunningService(SimulatedOrg org, Path folder, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("customers"),
                "--spring.config.import=configtree:" + org.secrets() + "/",
                "--SALESFORCE_LOGIN_URL=" + org.simulator().getLoginUrl(),
                "--SALESFORCE_CLIENT_ID=" + org.simulator().getClientId(),
                "--customers.period=100"));
        arguments.addAll(List.of(more));
        spring = SpringApplication.run(CustomerSync.class, arguments.toArray(String[]::new));
        jdbc = spring.getBean(JdbcClient.class);
        noteFailures(spring.getBean(CamelContext.class));
    }

    /** Numbers from C{@code first} on. */
    void addCustomers(int first, int count) {
        jdbc.sql("insert into customer (number, name, phone) select 'C' || x, 'Customer ' || x, '+44 20 ' || x"
                        + " from system_range(:first, :last)")
                .param("first", first)
                .param("last", first + count - 1)
                .update();
    }

    void addCustomer(String number, String name, String phone) {
        jdbc.sql("insert into customer (number, name, phone) values (?, ?, ?)")
                .params(number, name, phone)
                .update();
    }

    int unsynced() {
        return jdbc.sql("select count(*) from customer where version > synced_version")
                .query(Integer.class)
                .single();
    }

    String column(String column, String number) {
        return String.valueOf(jdbc.sql("select " + column + " from customer where number = ?")
                .param(number)
                .query()
                .singleRow()
                .values()
                .iterator()
                .next());
    }

    /** Exchanges that have failed since the start. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** What {@code curl} of the path shows. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = spring.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        spring.close();
    }

    private void noteFailures(CamelContext camel) throws Exception {
        EventNotifierSupport notifier = new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeFailedEvent failed) {
                    failures.add(String.valueOf(failed.getCause()));
                }
            }
        };
        notifier.start();
        camel.getManagementStrategy().addEventNotifier(notifier);
    }
}
