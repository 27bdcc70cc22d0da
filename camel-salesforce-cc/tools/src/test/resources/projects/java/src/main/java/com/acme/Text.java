package com.acme;

class Text {
    static final String ROUTE = """
            - from:
                uri: timer:x
                steps:
                  - to: salesforce:query
            """;
    static final String NAME = "salesforce";
    static final String TITLE = "Salesforce: accounts";
    static final String TOKENS = "https://login.salesforce.com/services/oauth2/token";
}
