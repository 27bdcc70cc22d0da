package org.camelforce.salesforcecc.internal.token;

/** How much a new token is needed. */
enum Urgency {
    /** Not at all. */
    NONE,
    /** Soon: in the background, while callers go on with the current one. */
    ADVISORY,
    /** Now: callers wait for it. */
    MANDATORY
}
