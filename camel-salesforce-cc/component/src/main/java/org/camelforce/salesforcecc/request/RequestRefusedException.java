package org.camelforce.salesforcecc.request;

import org.apache.camel.component.salesforce.api.SalesforceException;

/**
 * A request was not sent, because an option, a header or the body would have made it another one than the route says:
 * it would have left the org's instance, reached another resource, or carried a credential that is not the component's.
 * The message names the option or header. Nothing has been sent, nor has a host name been looked up.
 */
public final class RequestRefusedException extends SalesforceException {

    private static final long serialVersionUID = 1L;

    /** @param message names the option or header, and what it must be */
    public RequestRefusedException(String message) {
        super(message, 0);
    }
}
