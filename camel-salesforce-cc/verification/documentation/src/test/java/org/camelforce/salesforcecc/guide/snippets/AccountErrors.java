package org.camelforce.salesforcecc.guide.snippets;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;

public final class AccountErrors extends RouteBuilder {

    @Override
    public void configure() {
        // tag::errors[]
        onException(SalesforceException.class)
                .onWhen(simple("${exchangeProperty.CamelSalesforceRequestFailure.retryable}"))
                .handled(true)
                .to("direct:later");
        onException(SalesforceException.class).handled(true).to("log:failed?showCaughtException=true");

        from("direct:account").to("salesforce-cc:createSObject?sObjectName=Account&rawPayload=true");
        // end::errors[]
        from("direct:later").to("log:later");
    }
}
