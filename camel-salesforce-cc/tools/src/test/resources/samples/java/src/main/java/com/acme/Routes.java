package com.acme;

import org.apache.camel.component.salesforce.SalesforceComponent;

class Routes extends RouteBuilder {
    // salesforce.setPassword("in-a-comment"); from("salesforce:query")
    void configure() {
        SalesforceComponent salesforce = new SalesforceComponent();
        salesforce.setUserName("jane@acme.example");
        salesforce.setPassword("open-sesame");
        salesforce.setClientSecret("0123456789");
        database.setPassword("of-the-database");
        from("salesforce:subscribe:/data/ChangeEvents")
                .to("kamelet:salesforce-update-sink?sObjectName=Lead&password=RAW(open-sesame)")
                .to("salesforce-cc:query");
    }
}
