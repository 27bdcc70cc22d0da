package org.camelforce.salesforcecc.internal.request;

import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.LoginException;

/** What came of a request. */
public enum RequestOutcome {
    /** Salesforce has done it. */
    SUCCESS,
    /** Salesforce has answered that it does not: a status below 500. */
    REJECTED,
    /** Salesforce, or a proxy, has answered that it cannot: a status from 500 on. */
    UNAVAILABLE,
    /** There is no answer, or no whole one. */
    NO_ANSWER,
    /** There was no token to send it with. */
    NO_LOGIN;

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int FIRST_SERVER_ERROR = 500;

    /**
     * @param status of an answer
     * @return what came of the request
     */
    public static RequestOutcome of(int status) {
        if (status >= FIRST_SERVER_ERROR) {
            return UNAVAILABLE;
        }
        return status >= OK && status < MULTIPLE_CHOICES ? SUCCESS : REJECTED;
    }

    /**
     * @param failure instead of an answer
     * @return what came of the request
     */
    public static RequestOutcome of(Throwable failure) {
        if (failure instanceof LoginException) {
            return NO_LOGIN;
        }
        return failure instanceof SalesforceException answered && answered.getStatusCode() > 0
                ? of(answered.getStatusCode())
                : NO_ANSWER;
    }
}
