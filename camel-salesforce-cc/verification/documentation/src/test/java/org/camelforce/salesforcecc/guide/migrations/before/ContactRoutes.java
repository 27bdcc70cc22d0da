package org.camelforce.salesforcecc.guide.migrations.before;

import org.apache.camel.builder.RouteBuilder;

/** Writes contacts to Salesforce, and hears of those that others change. */
public final class ContactRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::routes[]
        from("direct:contact")
                .to("salesforce:createSObject?sObjectName=Contact")
                .to("log:created");
        from("salesforce:ContactChanges?sObjectQuery=SELECT Id, LastName FROM Contact&updateTopic=true")
                .to("log:changed");
        // end::routes[]
    }
}
