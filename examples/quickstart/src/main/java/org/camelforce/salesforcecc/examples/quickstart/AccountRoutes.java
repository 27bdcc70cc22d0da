package org.camelforce.salesforcecc.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;

/** What the tour does with accounts. */
public final class AccountRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // failures go to the caller, who prints them
        errorHandler(noErrorHandler());

        from("direct:createAccount").to("salesforce-cc:createSObject");

        from("direct:upsertAccount").to("salesforce-cc:upsertSObject?sObjectName=Account&sObjectIdName=Legacy_Id__c");

        // streamQueryResult: the body is an iterator that fetches page after page
        from("direct:findAccounts")
                .setBody(simple("SELECT Id, Name, Legacy_Id__c FROM Account"
                        + " WHERE Legacy_Id__c LIKE '{{quickstart.run}}-%' ORDER BY Legacy_Id__c"))
                .toF("salesforce-cc:query?sObjectClass=%s&streamQueryResult=true", QueryRecordsAccount.class.getName());

        from("direct:deleteAccount").to("salesforce-cc:deleteSObject?sObjectName=Account");
    }
}
