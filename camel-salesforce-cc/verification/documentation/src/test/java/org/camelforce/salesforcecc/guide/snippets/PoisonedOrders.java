package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.builder.RouteBuilder;

public final class PoisonedOrders extends RouteBuilder {

    @Override
    public void configure() {
        // tag::dead[]
        from("salesforce-cc:subscribe:/event/Order__e"
                        + "?breakOnFirstError=true&maxRedeliveries=5&deadLetterUri=direct:dead")
                .to("direct:book");
        from("direct:dead").to("log:dead?showHeaders=true");
        // end::dead[]
    }
}
