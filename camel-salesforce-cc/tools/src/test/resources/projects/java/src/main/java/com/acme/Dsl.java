package com.acme;

import org.apache.camel.builder.component.ComponentsBuilderFactory;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;

public class Dsl extends EndpointRouteBuilder {
    @Override
    public void configure() {
        ComponentsBuilderFactory.salesforce()
                .loginUrl("https://acme.my.salesforce.com")
                .userName("jane@acme.example")
                .password("open-sesame")
                .register(getContext(), "salesforce");
        from(timer("t")).to(salesforce("query").sObjectQuery("SELECT Id FROM Account"));
    }
}
