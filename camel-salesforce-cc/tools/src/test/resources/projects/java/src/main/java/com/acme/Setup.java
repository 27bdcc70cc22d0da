package com.acme;

import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.*;

class Setup {

    private final Properties configuration = new Properties();
    private SalesforceLoginConfig config;

    void properties(Properties properties) {
        properties.setProperty("camel.component.salesforce.password", "open-sesame");
        properties.setProperty("camel.component.salesforce.packages", "com.acme");
        properties.setProperty("db.password", "of-the-database");
        String[] inline = {"camel.component.salesforce.client-id=3MVG9key", "camel.component.salesforce.userName=jane"};
        String password = System.getenv("SALESFORCE_PASSWORD");
    }

    SalesforceComponent component(CamelContext context) {
        SalesforceLoginConfig positional = new SalesforceLoginConfig(
                configuration.getProperty("loginUrl"),
                configuration.getProperty("clientId"),
                "0123456789",
                "jane@acme.example",
                "open-sesame",
                false);
        config = new SalesforceLoginConfig();
        config.setLoginUrl("https://login.salesforce.com");
        config.setClientId("3MVG9key");
        config.setUserName("jane@acme.example"); config.setPassword("open-sesame");
        this.config.setLazyLogin(true);
        SalesforceComponent component = context.getComponent("salesforce", SalesforceComponent.class);
        component.getLoginConfig().setPassword("open-sesame");
        if (context.isAutoStartup()) component.setPassword("open-sesame");
        component.setLoginConfig(config == null ? positional : config);
        return component;
    }
}
