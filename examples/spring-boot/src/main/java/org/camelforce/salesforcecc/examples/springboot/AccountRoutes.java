package org.camelforce.salesforcecc.examples.springboot;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.support.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes changes of accounts over into the table. Those that came from there change nothing. */
@Component
public final class AccountRoutes extends RouteBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(AccountRoutes.class);

    private final Customers customers;

    /** @param customers where they are */
    public AccountRoutes(Customers customers) {
        this.customers = customers;
    }

    @Override
    public void configure() {
        from("salesforce-cc:subscribe:/data/AccountChangeEvent"
                        + "?durable=true&subscriptionName=customers&replayStore=#positions")
                .routeId("accounts")
                .filter(header(SalesforceConstants.HEADER_SALESFORCE_CHANGE_TYPE)
                        .isEqualTo("UPDATE"))
                .process(this::takeOver);
    }

    /** The body has the fields that changed; one event may tell of several records. */
    private void takeOver(Exchange exchange) throws InvalidPayloadException {
        Map<?, ?> changed = exchange.getMessage().getMandatoryBody(Map.class);
        for (Object id : ObjectHelper.createIterable(
                exchange.getMessage().getHeader(SalesforceConstants.HEADER_SALESFORCE_RECORD_IDS))) {
            if (customers.changedInSalesforce(
                    id.toString(), (String) changed.get("Name"), (String) changed.get("Phone"))) {
                LOG.info("Account {} has changed, and so has the customer", id);
            }
        }
    }
}
