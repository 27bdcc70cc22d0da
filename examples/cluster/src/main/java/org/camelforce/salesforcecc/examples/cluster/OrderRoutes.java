package org.camelforce.salesforcecc.examples.cluster;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.camelforce.salesforcecc.replay.ReplayId;

/** Takes orders, on one node at a time, and writes each to the ledger with the name of the node. */
public final class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::master[]
        from("master:salesforce:salesforce-cc:subscribe:/event/Order__e"
                        + "?durable=true&subscriptionName=orders&replayStore=#positions")
                .process(OrderRoutes::write);
        // end::master[]
    }

    private static void write(Exchange exchange) throws Exception {
        PlatformEvent order = exchange.getMessage().getBody(PlatformEvent.class);
        long replayId = exchange.getMessage().getHeader("CamelSalesforceReplayId", Long.class);
        exchange.getContext()
                .getRegistry()
                .lookupByNameAndType("ledger", Ledger.class)
                .write(
                        exchange.getContext().getName(),
                        String.valueOf(order.getEventData().get("Number__c")),
                        ReplayId.ofNumber(replayId));
    }
}
