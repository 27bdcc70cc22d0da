package com.acme.build;

class Setup {
    void main(Main main) {
        main.addInitialProperty("camel.component.salesforce.password", "open-sesame");
        ComponentsBuilderFactory.salesforce()
                .loginUrl("https://acme.my.salesforce.com")
                .userName("jane@acme.example")
                .password("open-sesame")
                .register(context, "salesforce");
        new SalesforceLoginConfig("https://login.salesforce.com", "key", "secret", "jane", "open-sesame", false);
    }
}
