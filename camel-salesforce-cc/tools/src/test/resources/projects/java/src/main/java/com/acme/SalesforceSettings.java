package com.acme;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties(prefix = "salesforce")
public class SalesforceSettings {
    private String loginUrl = "https://acme.my.salesforce.com";
    private String clientId;
    private String userName;
    private String password;

    public String getClientId() {
        return clientId;
    }
}
