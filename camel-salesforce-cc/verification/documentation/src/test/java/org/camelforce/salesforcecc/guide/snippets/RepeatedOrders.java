package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.builder.RouteBuilder;

public final class RepeatedOrders extends RouteBuilder {

    @Override
    public void configure() {
        // tag::break[]
        from("salesforce-cc:subscribe:/event/Order__e?breakOnFirstError=true&backoffIncrement=100")
                .to("direct:book")
                .to("log:booked");
        // end::break[]
    }
}
