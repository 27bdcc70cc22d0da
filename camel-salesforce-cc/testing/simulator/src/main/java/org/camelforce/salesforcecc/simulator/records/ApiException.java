package org.camelforce.salesforcecc.simulator.records;

import java.util.List;

/**
 * An error of the API, in the words of the REST API Developer Guide, "Status Codes and Error Responses".
 *
 * @serial exclude
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;
    private final transient List<String> fields;

    /**
     * @param status HTTP status
     * @param errorCode Salesforce error code, for example {@code MALFORMED_QUERY}
     * @param message what is wrong
     * @param fields the fields concerned; may be empty
     */
    public ApiException(int status, String errorCode, String message, String... fields) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = List.of(fields);
    }

    /** @return the HTTP status */
    public int status() {
        return status;
    }

    /** @return the Salesforce error code */
    public String errorCode() {
        return errorCode;
    }

    /** @return the fields concerned, possibly none */
    public List<String> fields() {
        return fields;
    }
}
