package org.camelforce.salesforcecc.internal.subscription.stream;

import java.util.Map;
import org.apache.camel.component.salesforce.SalesforceConstants;

/** The message headers of events, the same for both APIs. */
public final class EventHeaders {

    /** The event's own id. Upstream has the constant since 4.14.8, 4.18.3 and 4.21. */
    public static final String EVENT_UUID = "CamelSalesforceEventUuid";

    /**
     * The payload of an event that cannot be decoded, as it came: JSON text from the Streaming API, the bytes of the
     * Avro record from the Pub/Sub API. With {@code bridgeErrorHandler=true} the error handler gets it.
     */
    public static final String UNDECODED_PAYLOAD = "CamelSalesforceUndecodedPayload";

    /** How often the route has failed to process an event that is sent to {@code deadLetterUri}. */
    public static final String FAILURES = "CamelSalesforceFailures";

    /** The header of a change event by the message header that contains it. */
    public static final Map<String, String> CHANGE_EVENT = Map.of(
            SalesforceConstants.HEADER_SALESFORCE_CHANGE_TYPE, "changeType",
            SalesforceConstants.HEADER_SALESFORCE_CHANGE_ORIGIN, "changeOrigin",
            SalesforceConstants.HEADER_SALESFORCE_TRANSACTION_KEY, "transactionKey",
            SalesforceConstants.HEADER_SALESFORCE_SEQUENCE_NUMBER, "sequenceNumber",
            SalesforceConstants.HEADER_SALESFORCE_IS_TRANSACTION_END, "isTransactionEnd",
            SalesforceConstants.HEADER_SALESFORCE_COMMIT_TIMESTAMP, "commitTimestamp",
            SalesforceConstants.HEADER_SALESFORCE_COMMIT_USER, "commitUser",
            SalesforceConstants.HEADER_SALESFORCE_COMMIT_NUMBER, "commitNumber",
            SalesforceConstants.HEADER_SALESFORCE_ENTITY_NAME, "entityName",
            SalesforceConstants.HEADER_SALESFORCE_RECORD_IDS, "recordIds");

    private EventHeaders() {}
}
