package org.camelforce.salesforcecc.internal.operation;

import java.io.IOException;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;

/**
 * Asks for what the first answer does not have, for example the next page. The thread that awaits an answer reads it;
 * no other thread is needed for that. Safe for use by several threads.
 */
public interface FurtherRequests {

    /**
     * Makes something of an answer.
     *
     * @param <T> what it makes
     */
    interface Reader<T> {

        /**
         * @param answer says that the request succeeded
         * @return what it has
         * @throws IOException if it cannot be read
         * @throws SalesforceException if it says that something has failed
         */
        T read(ApiAnswer answer) throws IOException, SalesforceException;
    }

    /**
     * A request on its way.
     *
     * @param <T> what the reader makes of its answer
     */
    interface Begun<T> {

        /**
         * Waits for the answer and reads it. Called once.
         *
         * @return what the reader has made
         * @throws SalesforceException if there is no answer, if it says that the request failed, or if it cannot be
         *     read; it shows no token
         */
        T await() throws SalesforceException;

        /** Lets the answer go as soon as it comes. It is not awaited any more. */
        void drop();
    }

    /**
     * Sends a request, and waits for nothing.
     *
     * @param request what to ask
     * @param reader reads the answer
     * @param <T> what it makes
     * @return the request, which tells whatever goes wrong when it is awaited
     */
    <T> Begun<T> begin(ApiRequest request, Reader<T> reader);
}
