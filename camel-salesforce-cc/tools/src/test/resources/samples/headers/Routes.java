package com.acme;

class Routes extends org.apache.camel.builder.RouteBuilder {
    public void configure() {
        from("direct:a").setHeader("sObjectId", body()).to("salesforce-cc:deleteSObject?sObjectName=Account");
        // setHeader("sObjectId", body())
        from("direct:b")
                .setHeader("limit", constant(10))
                .removeHeader("allOrNone")
                .setHeader("CamelSalesforceSObjectName", constant("Account"))
                .log("${header.sObjectIdValue} and ${headers.other}");
        template.requestBodyAndHeaders("salesforce-cc:query", "x", java.util.Map.of("sObjectQuery", "q"));
        String json = "{\"limit\": 1}";
    }
}
