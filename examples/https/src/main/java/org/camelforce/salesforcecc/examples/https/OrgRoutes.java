package org.camelforce.salesforcecc.examples.https;

import org.apache.camel.builder.RouteBuilder;

/**
 * Records through {@code salesforce-cc:}, and what camel-salesforce has no operation for through Camel's HTTP
 * component. GraphQL, Connect and Apex REST are called in the same way.
 */
public final class OrgRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // failures go to the caller, who prints them
        errorHandler(noErrorHandler());

        from("direct:createAccount").to("salesforce-cc:createSObject?sObjectName=Account&rawPayload=true");

        from("direct:findAccounts")
                .setBody(constant("SELECT Id, Name FROM Account"))
                .to("salesforce-cc:query?rawPayload=true");

        // tag::https[]
        from("direct:whoAmI").to("{{example.url}}/services/oauth2/userinfo?httpClientConfigurer=#salesforceCc");
        // end::https[]
    }
}
