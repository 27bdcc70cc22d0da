package org.camelforce.salesforcecc.internal.operation.query;

import java.io.IOException;
import org.apache.camel.component.salesforce.SalesforceConstants;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.ExchangeEnd;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operations {@code query} and {@code queryAll}: the first page of what a SOQL query finds, or an iterator over all of
 * its records with {@code streamQueryResult} (REST API Developer Guide, "Query" and "QueryAll").
 */
public final class Query implements Operation {

    private final String resource;

    /** @param resource {@code query}, or {@code queryAll} for deleted records too */
    public Query(String resource) {
        this.resource = resource;
    }

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        if (isStreamed(parameters)) {
            requireRecords(parameters);
        }
        Target query = parameters
                .data()
                .path(resource)
                .path("")
                .query("q", Parameter.SOBJECT_QUERY, parameters.requiredTextOrBody(Parameter.SOBJECT_QUERY));
        return parameters.json("GET", query).build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return PageReader.read(answer, parameters);
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters, FurtherRequests further)
            throws IOException, SalesforceException {
        if (!isStreamed(parameters)) {
            return result(answer, parameters);
        }
        PageReader reader = PageReader.of(parameters);
        Page first = Page.of(reader.read(answer));
        parameters
                .exchange()
                .getMessage()
                .setHeader(SalesforceConstants.HEADER_SALESFORCE_QUERY_RESULT_TOTAL_SIZE, first.totalSize());
        boolean readsAhead = parameters.settings().streams().streamQueryReadAhead();
        RecordIterator records = new RecordIterator(answer.request(), first, reader, further, readsAhead);
        if (readsAhead) {
            ExchangeEnd.closes(parameters.exchange(), records);
        }
        return records;
    }

    private static boolean isStreamed(OperationParameters parameters) throws SalesforceException {
        return parameters.flag(Parameter.STREAM_QUERY_RESULT, false);
    }

    private static void requireRecords(OperationParameters parameters) throws SalesforceException {
        if (parameters.settings().isRawPayload()) {
            throw parameters.denied(
                    "streamQueryResult makes an iterator over objects of a page, and rawPayload the text"
                            + " of a page. Set only one of them");
        }
        Class<?> type = DtoClasses.chosen(parameters);
        if (type != null && !AbstractQueryRecordsBase.class.isAssignableFrom(type)) {
            throw parameters.denied("streamQueryResult needs a class that extends AbstractQueryRecordsBase, but "
                    + type.getName() + ", which sObjectClass or sObjectName names, does not");
        }
    }
}
