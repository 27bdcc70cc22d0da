package org.camelforce.salesforcecc.internal.operation.report;

import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.jspecify.annotations.Nullable;

/** An operation on reports. A report is no record, and a request without a result leaves no body. */
interface ReportOperation extends Operation {

    @Override
    default @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        return null;
    }

    @Override
    default boolean isOfRecord() {
        return false;
    }
}
