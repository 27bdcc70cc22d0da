package org.camelforce.salesforcecc.internal.operation.bulk;

import java.util.Map;
import org.apache.camel.component.salesforce.api.dto.bulk.JobStateEnum;
import org.camelforce.salesforcecc.internal.operation.Operation;

/** The operations of Bulk API 1.0. */
public final class BulkOperations {

    private BulkOperations() {}

    /** @return the operations, by the names of Camel's enumeration */
    public static Map<String, Operation> byName() {
        return Map.ofEntries(
                Map.entry("CREATE_JOB", new CreateJob()),
                Map.entry("GET_JOB", new GetJob()),
                Map.entry("CLOSE_JOB", new ChangeJob(JobStateEnum.CLOSED)),
                Map.entry("ABORT_JOB", new ChangeJob(JobStateEnum.ABORTED)),
                Map.entry("CREATE_BATCH", new CreateBatch()),
                Map.entry("CREATE_BATCH_QUERY", new CreateBatchQuery()),
                Map.entry("GET_BATCH", new GetBatch()),
                Map.entry("GET_ALL_BATCHES", new GetAllBatches()),
                Map.entry("GET_REQUEST", new BatchContent("request")),
                Map.entry("GET_RESULTS", new BatchContent("result")),
                Map.entry("GET_QUERY_RESULT_IDS", new GetQueryResultIds()),
                Map.entry("GET_QUERY_RESULT", new GetQueryResult()));
    }
}
