package com.acme;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.SalesforceComponent;

public class Routes extends RouteBuilder {

    private static final String ACCOUNTS = "salesforce:query?sObjectQuery=SELECT Id FROM Account";

    // salesforce.setPassword("in-a-comment"); from("salesforce:query")
    @Override
    public void configure() {
        SalesforceComponent salesforce = new SalesforceComponent();
        salesforce.setUserName("jane@acme.example");
        salesforce.setPassword("open-sesame");
        salesforce.setClientSecret("0123456789");
        salesforce.setRefreshToken(
                System.getProperty("token"));
        getContext().addComponent("salesforce", salesforce);
        Database database = new Database();
        database.setPassword("of-the-database");
        from("salesforce:subscribe:/data/ChangeEvents").routeId("changes").to("salesforce:query").to("salesforce-cc:limits");
        from("salesforce:CamelTestTopic?notifyForFields=ALL")
                .to("kamelet:salesforce-update-sink?sObjectName=Lead&password=RAW(open-sesame)")
                .log("salesforce: done");
        from("direct:one")
                .setHeader("sObjectId", body())
                .setHeader("limit", constant(10))
                .to("salesforce:getSObject?sObjectName=" + name());
        from("direct:two").setHeader("limit", constant(10)).to("direct:three");
        from("direct:salesforce").to(ACCOUNTS);
    }

    private static String name() {
        return "Account";
    }

    static class Database {
        void setPassword(String password) {}
    }
}
