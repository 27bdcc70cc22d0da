package org.camelforce.salesforcecc.examples.springboot;

import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.UpsertSObjectResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends changed customers to the org, {@value Customers#BATCH} in one request. */
@Component
public final class CustomerRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerRoutes.class);
    private static final String BATCH = "batch";

    private final Customers customers;

    /** @param customers where they are */
    public CustomerRoutes(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void configure() {
        // synchronous: the next run begins when this one has its answers
        from("timer:customers?period={{customers.period}}&synchronous=true")
                .routeId("customers")
                .process(this::nextBatch)
                .loopDoWhile(simple("${exchangeProperty.batch.size} > 0"))
                .process(exchange -> exchange.getMessage()
                        .setBody(batch(exchange).stream().map(Account::new).toList()))
                .to("salesforce-cc:compositeUpsertSObjectCollections?sObjectName=Account"
                        + "&sObjectIdName=Customer_Number__c&allOrNone=false")
                .process(this::takeResults)
                .process(this::nextBatch)
                .end();
    }

    private void nextBatch(Exchange exchange) {
        exchange.setProperty(BATCH, customers.changed());
    }

    /** One for each record, in the order of the request. */
    private void takeResults(Exchange exchange) throws InvalidPayloadException {
        List<Customer> batch = batch(exchange);
        List<?> results = exchange.getMessage().getMandatoryBody(List.class);
        int refused = 0;
        for (int i = 0; i < batch.size(); i++) {
            UpsertSObjectResult result = (UpsertSObjectResult) results.get(i);
            if (result.getSuccess()) {
                customers.stored(batch.get(i), result.getId());
            } else {
                refused++;
                customers.refused(batch.get(i), String.valueOf(result.getErrors()));
            }
        }
        LOG.info("{} customers sent, {} of them refused", batch.size(), refused);
    }

    @SuppressWarnings("unchecked")
    private static List<Customer> batch(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(BATCH, List.class), BATCH);
    }
}
