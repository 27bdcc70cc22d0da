package org.camelforce.salesforcecc.guide.migrations.after;

import org.apache.camel.builder.RouteBuilder;

/** Writes contacts to Salesforce, and hears of those that others change. */
public final class ContactRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::routes[]
        from("direct:contact")
                .to("salesforce-cc:createSObject?sObjectName=Contact")
                .to("log:created");
        from("salesforce-cc:subscribe:ContactChanges?sObjectQuery=SELECT Id, LastName FROM Contact&updateTopic=true")
                .to("log:changed");
        // end::routes[]
    }
}
