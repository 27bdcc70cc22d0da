package org.camelforce.salesforcecc.internal.operation.bulk;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Splits the queries of a job by the ids of records (Bulk API 2.0 and Bulk API Developer Guide, "PK Chunking Header").
 *
 * @param header the header's value, null for none
 */
record PkChunking(@Nullable String header) {

    private static final String NAME = "Sforce-Enable-PKChunking";

    /** What options and headers say. */
    static PkChunking of(OperationParameters parameters) throws SalesforceException {
        List<String> fields = new ArrayList<>();
        add(fields, parameters, "chunkSize", Parameter.PK_CHUNKING_CHUNK_SIZE);
        add(fields, parameters, "startRow", Parameter.PK_CHUNKING_START_ROW);
        add(fields, parameters, "parent", Parameter.PK_CHUNKING_PARENT);
        Boolean wanted = parameters.value(Parameter.PK_CHUNKING, Boolean.class);
        if (wanted == null && !fields.isEmpty()) {
            throw parameters.denied("without pkChunking=true, pkChunkingChunkSize, pkChunkingStartRow and"
                    + " pkChunkingParent have no effect. Set option pkChunking or header CamelSalesforcePkChunking");
        }
        if (wanted == null || !wanted) {
            return new PkChunking(null);
        }
        return new PkChunking(fields.isEmpty() ? "true" : String.join("; ", fields));
    }

    ApiRequest.Builder addTo(ApiRequest.Builder request) {
        return header == null ? request : request.header(NAME, header);
    }

    private static void add(List<String> fields, OperationParameters parameters, String field, Parameter parameter)
            throws SalesforceException {
        String value = parameters.text(parameter);
        if (value != null) {
            fields.add(field + "=" + parameters.checked(parameter, value));
        }
    }
}
