package com.acme;

import javax.sql.DataSource;
import org.apache.camel.BindToRegistry;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

class Beans {

    @Value("${camel.component.salesforce.client-id}")
    private String clientId;

    @Value("${salesforce.password}")
    private String password;

    @Bean
    SalesforceComponent salesforce() {
        return new SalesforceComponent();
    }

    @BindToRegistry("salesforce")
    public SalesforceComponent second() {
        return new SalesforceComponent();
    }

    static class Other {
        @Bean("salesforce")
        DataSource salesforce() {
            return null;
        }
    }
}
