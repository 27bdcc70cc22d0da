package org.camelforce.salesforcecc.consoletests;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * A Camel application that queries and creates accounts, and hears of their changes. It reads key and secret where they
 * are kept, so that it survives a rotation.
 */
final class Load implements AutoCloseable {

    private final CamelContext context = new DefaultCamelContext();

    Load(SalesforceSimulator simulator) throws Exception {
        SalesforceCcComponent component = new SalesforceCcComponent();
        component.setLoginUrl(simulator.getLoginUrl());
        component.setCredentialsSource(
                () -> List.of(new ClientCredentials(simulator.getClientId(), simulator.getClientSecret())));
        context.addComponent("salesforce-cc", component);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:queries?period=120&synchronous=true")
                        .setBody(constant("SELECT Id, Name FROM Account LIMIT 5"))
                        .to("salesforce-cc:query?rawPayload=true");
                from("timer:accounts?period=1500&synchronous=true")
                        .setBody(constant("{\"Name\":\"Acme\"}"))
                        .to("salesforce-cc:createSObject?rawPayload=true&sObjectName=Account");
                from("salesforce-cc:subscribe:/data/AccountChangeEvent?rawPayload=true")
                        .stop();
            }
        });
        context.start();
    }

    @Override
    public void close() {
        context.stop();
    }
}
