package com.acme;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

@Component
public class FirstRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:accounts?repeatCount=1")
                .setBody(constant("SELECT Id, Name FROM Account ORDER BY Name LIMIT 10"))
                .to("salesforce-cc:query?rawPayload=true")
                .to("log:accounts");
    }
}
