package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.builder.RouteBuilder;

public final class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // tag::query[]
        from("direct:query")
                .setBody(constant("SELECT Id, Name FROM Account ORDER BY Name"))
                .to("salesforce-cc:query?rawPayload=true")
                .to("log:accounts");
        // end::query[]
        // tag::create[]
        from("direct:create")
                .setBody(constant("{\"Name\": \"Acme\"}"))
                .to("salesforce-cc:createSObject?sObjectName=Account&rawPayload=true")
                .to("log:created");
        // end::create[]
        // tag::upsert[]
        from("direct:upsert")
                .setHeader("CamelSalesforceSObjectIdValue", simple("${header.number}"))
                .to("salesforce-cc:upsertSObject?sObjectName=Account&sObjectIdName=Legacy_Id__c&rawPayload=true")
                .to("log:upserted");
        // end::upsert[]
        // tag::stream[]
        from("direct:export")
                .setBody(constant("SELECT Id, Name FROM Account"))
                .toF("salesforce-cc:query?streamQueryResult=true&sObjectClass=%s", QueryRecordsAccount.class.getName())
                .split(body())
                .streaming()
                .to("log:account");
        // end::stream[]
        // tag::retry[]
        from("direct:retry")
                .setBody(constant("SELECT Id, Name FROM Account"))
                .to("salesforce-cc:query?rawPayload=true&maxRequestAttempts=3")
                .to("log:answered");
        // end::retry[]
    }
}
