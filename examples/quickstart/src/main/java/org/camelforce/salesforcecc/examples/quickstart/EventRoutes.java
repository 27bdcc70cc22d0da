package org.camelforce.salesforcecc.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/** What the tour does with events. Those of other users of the org are filtered out. */
public final class EventRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:placeOrder")
                .errorHandler(noErrorHandler())
                .setBody(simple("{\"Order_Number__c\": \"${body}\"}"))
                .to("salesforce-cc:createSObject?sObjectName=Order_Placed__e");

        from("salesforce-cc:subscribe:/event/Order_Placed__e")
                .setBody(simple("${body.eventData[Order_Number__c]}"))
                .filter(simple("${body} startsWith '{{quickstart.run}}'"))
                .to("seda:orders");

        from("salesforce-cc:subscribe:/data/AccountChangeEvent")
                .filter(simple("${body[Name]} startsWith 'Quickstart {{quickstart.run}}'"))
                .to("seda:accountChanges");
    }
}
