package org.camelforce.salesforcecc.auth;

/** How the consumer key and secret travel to the token endpoint (RFC 6749, section 2.3.1). */
public enum ClientAuthenticationMethod {
    /** As parameters of the request body. The default, and what Salesforce's own guides show. */
    CLIENT_SECRET_POST,
    /** In an HTTP Basic header. */
    CLIENT_SECRET_BASIC
}
