package org.camelforce.salesforcecc;

import org.apache.camel.CamelContext;

/** The query that every org answers. */
final class TestQueries {

    private TestQueries() {}

    static String users(CamelContext context, String scheme) {
        return context.createProducerTemplate()
                .requestBody(scheme + ":query?rawPayload=true", "SELECT Id, Username FROM User", String.class);
    }
}
