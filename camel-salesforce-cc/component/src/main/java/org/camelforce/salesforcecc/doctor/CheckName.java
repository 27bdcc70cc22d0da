package org.camelforce.salesforcecc.doctor;

/** What is examined, in this order. */
public enum CheckName {
    /** Whether the flow can work on the login URL at all. */
    LOGIN_URL("login-url", "Login URL"),
    /** Whether its host is known and can be trusted. */
    NETWORK("network", "DNS and TLS"),
    /** Whether the token endpoint answers. */
    TOKEN_ENDPOINT("token-endpoint", "Token endpoint"),
    /** Whether key and secret are those of an app. */
    CREDENTIALS("credentials", "Consumer key and secret"),
    /** Whether the app may be used, and has the flow switched on. */
    FLOW("flow", "Client credentials flow"),
    /** Whether the app has a user to run as who may log in. */
    RUN_AS_USER("run-as-user", "Run As user"),
    /** Whether the token has the scope {@code api}. */
    SCOPES("scopes", "Scopes"),
    /** Whether it is the org and the user that were meant. */
    IDENTITY("identity", "Identity"),
    /** Whether the REST API answers in the wanted version. */
    API_ACCESS("api-access", "REST API"),
    /** Whether the app may ask about its tokens. */
    INTROSPECTION("introspection", "Token introspection"),
    /** Whether a streaming client can connect. */
    STREAMING("streaming", "Streaming API"),
    /** Whether the Pub/Sub API can be reached and takes the token. */
    PUB_SUB("pub-sub", "Pub/Sub API"),
    /** How many logins the user has left in this hour. */
    LOGIN_RATE("login-rate", "Logins left this hour"),
    /** How many API requests the org has left today. */
    API_LIMITS("api-limits", "API requests left today");

    private final String id;
    private final String title;

    CheckName(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** @return the name for machines, which does not change between releases */
    public String id() {
        return id;
    }

    /** @return the name for display */
    public String title() {
        return title;
    }
}
