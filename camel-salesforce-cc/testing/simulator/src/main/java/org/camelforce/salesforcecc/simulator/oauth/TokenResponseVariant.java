package org.camelforce.salesforcecc.simulator.oauth;

/** Which optional fields a token response has; published samples differ. */
public enum TokenResponseVariant {
    /** {@code token_format}, but no {@code scope} (Connect REST API Developer Guide). */
    CONNECT_GUIDE(false, true, false),
    /** {@code scope} (Salesforce Help). */
    HELP(true, false, false),
    /** {@code scope} and {@code api_instance_url} (Salesforce's Postman collection). */
    POSTMAN(true, false, true);

    private final boolean scope;
    private final boolean tokenFormat;
    private final boolean apiInstanceUrl;

    TokenResponseVariant(boolean scope, boolean tokenFormat, boolean apiInstanceUrl) {
        this.scope = scope;
        this.tokenFormat = tokenFormat;
        this.apiInstanceUrl = apiInstanceUrl;
    }

    /** @return whether the response has {@code scope} */
    public boolean hasScope() {
        return scope;
    }

    /** @return whether the response has {@code token_format} */
    public boolean hasTokenFormat() {
        return tokenFormat;
    }

    /** @return whether the response has {@code api_instance_url} */
    public boolean hasApiInstanceUrl() {
        return apiInstanceUrl;
    }
}
