package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.builder.RouteBuilder;

public final class OrderSubscriptions extends RouteBuilder {

    @Override
    public void configure() {
        // tag::durable[]
        from("salesforce-cc:subscribe:/event/Order__e?durable=true&subscriptionName=orders")
                .to("log:orders");
        // end::durable[]
        // tag::pubsub[]
        from("salesforce-cc:pubSubSubscribe:/data/AccountChangeEvent?durable=true&subscriptionName=accounts")
                .to("log:accounts");
        // end::pubsub[]
    }
}
