package org.camelforce.salesforcecc.examples.quickstart;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.api.dto.CreateSObjectResult;

/** The steps of the quickstart. The routes have been started, so that no event of a step is missed. */
final class Tour {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CamelContext camel;
    private final Report report;
    private final String run;

    /**
     * @param camel a started context
     * @param report where to print what is done
     * @param run marks this run's records and events
     */
    Tour(CamelContext camel, Report report, String run) {
        this.camel = camel;
        this.report = report;
        this.run = run;
    }

    /**
     * @throws MissingEventException if an event does not arrive in time
     * @throws IOException if a template does not close
     */
    void run() throws MissingEventException, IOException {
        try (ProducerTemplate template = camel.createProducerTemplate();
                Accounts accounts = new Accounts(template, report);
                Inbox inbox = new Inbox(camel.createConsumerTemplate(), PATIENCE)) {
            String acme = accounts.create(account(1, "Acme"));
            String borealis = accounts.create(account(2, "Borealis"));
            accounts.upsert(account(1, "Acme Renamed"));
            String cirrus = accounts.upsert(account(3, "Cirrus"));
            accounts.printAll();
            placeOrder(template, run + "-A");

            report.line("Received", "platform event Order_Placed__e, order " + inbox.awaitOrder(run + "-A"));
            inbox.awaitChanges(List.of("CREATE " + acme, "CREATE " + borealis, "UPDATE " + acme, "CREATE " + cirrus))
                    .forEach(change -> report.line("Received", "change event, " + change));
        }
    }

    private Account account(int number, String name) {
        return new Account(run + "-" + number, "Quickstart " + run + " " + name);
    }

    private void placeOrder(ProducerTemplate template, String number) {
        CreateSObjectResult result = template.requestBody("direct:placeOrder", number, CreateSObjectResult.class);
        report.line("Published", "platform event Order_Placed__e, order " + number + ", event " + result.getId());
    }
}
