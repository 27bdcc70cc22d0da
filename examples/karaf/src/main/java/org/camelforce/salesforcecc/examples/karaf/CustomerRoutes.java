package org.camelforce.salesforcecc.examples.karaf;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.dto.PlatformEvent;
import org.apache.camel.util.json.JsonObject;

/** Brings customers to the org, asks what it has of them, and follows them when they move. */
public final class CustomerRoutes extends RouteBuilder {

    // no cities: a start would undo the moves
    private static final List<JsonObject> CUSTOMERS =
            List.of(customer("C-1001", "Acme"), customer("C-1002", "Brightwater"), customer("C-1003", "Zenith"));

    /** Added to a context by {@link RunningRoutes}. */
    public CustomerRoutes() {}

    @Override
    public void configure() {
        from("timer:customers?repeatCount=1")
                .routeId("customers")
                .setBody(constant(CUSTOMERS))
                .split(body())
                .stopOnException()
                .to("direct:upsert")
                .end()
                .to("direct:report");

        from("direct:upsert")
                .routeId("upsert")
                .process(CustomerRoutes::numberToHeader)
                .to("salesforce-cc:upsertSObject?rawPayload=true&sObjectName=Account&sObjectIdName=Legacy_Id__c")
                .log("Stored customer ${header.CamelSalesforceSObjectIdValue}");

        from("direct:report")
                .routeId("report")
                .setBody(constant("SELECT Legacy_Id__c, Name, BillingCity FROM Account"
                        + " WHERE Legacy_Id__c LIKE 'C-%' ORDER BY Legacy_Id__c"))
                .to("salesforce-cc:query?rawPayload=true")
                .log("The org has ${body}");

        // at least once: an event that comes twice sets the same city twice
        from("salesforce-cc:subscribe:/event/Customer_Moved__e"
                        + "?durable=true&subscriptionName=karaf-example&replayStore=#positions")
                .routeId("moves")
                .process(CustomerRoutes::moved)
                .to("direct:upsert");
    }

    /** The record's external id is part of the address, not of the body. */
    private static void numberToHeader(Exchange exchange) {
        JsonObject account = exchange.getMessage().getBody(JsonObject.class);
        JsonObject fields = new JsonObject(account);
        exchange.getMessage().setHeader("CamelSalesforceSObjectIdValue", fields.remove("Legacy_Id__c"));
        exchange.getMessage().setBody(fields.toJson());
    }

    private static void moved(Exchange exchange) {
        Map<String, String> event =
                exchange.getMessage().getBody(PlatformEvent.class).getEventData();
        JsonObject account = new JsonObject();
        account.put("Legacy_Id__c", event.get("Number__c"));
        account.put("BillingCity", event.get("City__c"));
        exchange.getMessage().setBody(account);
    }

    private static JsonObject customer(String number, String name) {
        JsonObject account = new JsonObject();
        account.put("Legacy_Id__c", number);
        account.put("Name", name);
        return account;
    }
}
