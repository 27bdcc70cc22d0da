package org.camelforce.salesforcecc.internal.request;

/** Why a request that failed may succeed soon. */
public enum RetryReason {
    /** Another request has locked the record. */
    RECORD_LOCKED,
    /** There are too many requests at the moment. */
    REQUEST_LIMIT,
    /** Salesforce, or a gateway, cannot answer at the moment. */
    UNAVAILABLE,
    /** There is no answer, or no whole one. */
    NO_ANSWER,
    /** There is no token at the moment. */
    NO_LOGIN
}
