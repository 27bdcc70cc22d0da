package org.camelforce.salesforcecc.internal.operation.query;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.OperationSettings;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of a query.
 *
 * @param settings of the request
 * @param chosen the class of a page, null for the one that belongs to the type of its first record
 */
record PageReader(OperationSettings settings, @Nullable Class<?> chosen) {

    private static final String PREFIX = "QueryRecords";
    private static final String AGGREGATE = "AggregateResult";

    /** One for the class that the parameters choose, which does not look at them later. */
    static PageReader of(OperationParameters parameters) throws SalesforceException {
        return new PageReader(parameters.settings(), DtoClasses.chosen(parameters));
    }

    /** A page as an object, or its body with {@code rawPayload}. */
    static @Nullable Object read(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        return parameters.settings().isRawPayload()
                ? answer.content()
                : of(parameters).read(answer);
    }

    /** A page as an object of its class. */
    Object read(ApiAnswer answer) throws IOException, SalesforceException {
        AnswerBody body = answer.body();
        if (body == null) {
            throw new IOException("it has no body");
        }
        Class<?> type = chosen == null ? detected(body) : chosen;
        Object page = settings.json().readValue((InputStream) body, type);
        if (page == null) {
            throw new IOException("it is null");
        }
        return page;
    }

    private Class<?> detected(AnswerBody body) throws IOException, SalesforceException {
        String type = DtoClasses.typeIn(body, settings);
        if (type == null) {
            // a count, or nothing found
            return AbstractQueryRecordsBase.class;
        }
        boolean isOfNoClass = type.equals(AGGREGATE) && settings.dtoClass(PREFIX + type) == null;
        return isOfNoClass ? Map.class : DtoClasses.named(PREFIX + type, settings);
    }
}
