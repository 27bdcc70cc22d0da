package com.acme;

import java.util.Map;
import org.apache.camel.ProducerTemplate;

class RoutesIT {
    void send(ProducerTemplate template) {
        template.requestBody("salesforce:limits", "");
        template.requestBodyAndHeaders("salesforce:query", "x", Map.of("sObjectQuery", "q"));
        Map<String, String> json = Map.of("sObjectName", "Account");
    }
}
