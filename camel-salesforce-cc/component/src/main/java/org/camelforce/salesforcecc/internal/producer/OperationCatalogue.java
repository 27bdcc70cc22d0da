package org.camelforce.salesforcecc.internal.producer;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.apex.ApexCall;
import org.camelforce.salesforcecc.internal.operation.approval.PendingApprovals;
import org.camelforce.salesforcecc.internal.operation.approval.RequestApproval;
import org.camelforce.salesforcecc.internal.operation.bulk.BulkOperations;
import org.camelforce.salesforcecc.internal.operation.bulk2.Bulk2Operations;
import org.camelforce.salesforcecc.internal.operation.composite.Batch;
import org.camelforce.salesforcecc.internal.operation.composite.Composite;
import org.camelforce.salesforcecc.internal.operation.composite.DeleteCollection;
import org.camelforce.salesforcecc.internal.operation.composite.RetrieveCollection;
import org.camelforce.salesforcecc.internal.operation.composite.SaveCollection;
import org.camelforce.salesforcecc.internal.operation.composite.Tree;
import org.camelforce.salesforcecc.internal.operation.composite.UpsertCollection;
import org.camelforce.salesforcecc.internal.operation.query.NextRecords;
import org.camelforce.salesforcecc.internal.operation.query.Query;
import org.camelforce.salesforcecc.internal.operation.query.Search;
import org.camelforce.salesforcecc.internal.operation.raw.RawRequest;
import org.camelforce.salesforcecc.internal.operation.record.CreateRecord;
import org.camelforce.salesforcecc.internal.operation.record.DeleteRecord;
import org.camelforce.salesforcecc.internal.operation.record.DeleteRecordByExternalId;
import org.camelforce.salesforcecc.internal.operation.record.GetBlobField;
import org.camelforce.salesforcecc.internal.operation.record.GetRecord;
import org.camelforce.salesforcecc.internal.operation.record.GetRecordByExternalId;
import org.camelforce.salesforcecc.internal.operation.record.UpdateRecord;
import org.camelforce.salesforcecc.internal.operation.record.UpsertRecord;
import org.camelforce.salesforcecc.internal.operation.report.DescribeReport;
import org.camelforce.salesforcecc.internal.operation.report.RecentReports;
import org.camelforce.salesforcecc.internal.operation.report.ReportInstances;
import org.camelforce.salesforcecc.internal.operation.report.ReportResults;
import org.camelforce.salesforcecc.internal.operation.report.RunReport;
import org.camelforce.salesforcecc.internal.operation.report.StartReport;
import org.camelforce.salesforcecc.internal.operation.resource.BasicInfo;
import org.camelforce.salesforcecc.internal.operation.resource.Description;
import org.camelforce.salesforcecc.internal.operation.resource.EventSchema;
import org.camelforce.salesforcecc.internal.operation.resource.GlobalObjects;
import org.camelforce.salesforcecc.internal.operation.resource.OrgLimits;
import org.camelforce.salesforcecc.internal.operation.resource.RecentItems;
import org.camelforce.salesforcecc.internal.operation.resource.Resources;
import org.camelforce.salesforcecc.internal.operation.resource.Versions;
import org.jspecify.annotations.Nullable;

/** Which operation is which class. */
public final class OperationCatalogue {

    private static final Map<String, Operation> OPERATIONS = new HashMap<>();

    static {
        // by name, because the Camel at hand need not know all of them
        OPERATIONS.put("GET_VERSIONS", new Versions());
        OPERATIONS.put("GET_RESOURCES", new Resources());
        OPERATIONS.put("GET_GLOBAL_OBJECTS", new GlobalObjects());
        OPERATIONS.put("GET_BASIC_INFO", new BasicInfo());
        OPERATIONS.put("GET_DESCRIPTION", new Description());
        OPERATIONS.put("GET_EVENT_SCHEMA", new EventSchema());
        OPERATIONS.put("LIMITS", new OrgLimits());
        OPERATIONS.put("RECENT", new RecentItems());
        OPERATIONS.put("QUERY", new Query("query"));
        OPERATIONS.put("QUERY_ALL", new Query("queryAll"));
        OPERATIONS.put("QUERY_MORE", new NextRecords());
        OPERATIONS.put("SEARCH", new Search());
        OPERATIONS.put("GET_SOBJECT", new GetRecord());
        OPERATIONS.put("GET_SOBJECT_WITH_ID", new GetRecordByExternalId());
        OPERATIONS.put("CREATE_SOBJECT", new CreateRecord());
        OPERATIONS.put("UPDATE_SOBJECT", new UpdateRecord());
        OPERATIONS.put("UPSERT_SOBJECT", new UpsertRecord());
        OPERATIONS.put("DELETE_SOBJECT", new DeleteRecord());
        OPERATIONS.put("DELETE_SOBJECT_WITH_ID", new DeleteRecordByExternalId());
        OPERATIONS.put("GET_BLOB_FIELD", new GetBlobField());
        OPERATIONS.put("RAW", new RawRequest());
        OPERATIONS.put("APEX_CALL", new ApexCall());
        OPERATIONS.put("COMPOSITE", new Composite());
        OPERATIONS.put("COMPOSITE_BATCH", new Batch());
        OPERATIONS.put("COMPOSITE_TREE", new Tree());
        OPERATIONS.put("COMPOSITE_CREATE_SOBJECT_COLLECTIONS", new SaveCollection("POST"));
        OPERATIONS.put("COMPOSITE_UPDATE_SOBJECT_COLLECTIONS", new SaveCollection("PATCH"));
        OPERATIONS.put("COMPOSITE_UPSERT_SOBJECT_COLLECTIONS", new UpsertCollection());
        OPERATIONS.put("COMPOSITE_RETRIEVE_SOBJECT_COLLECTIONS", new RetrieveCollection());
        OPERATIONS.put("COMPOSITE_DELETE_SOBJECT_COLLECTIONS", new DeleteCollection());
        OPERATIONS.put("APPROVAL", new RequestApproval());
        OPERATIONS.put("APPROVALS", new PendingApprovals());
        OPERATIONS.put("GET_RECENT_REPORTS", new RecentReports());
        OPERATIONS.put("GET_REPORT_DESCRIPTION", new DescribeReport());
        OPERATIONS.put("EXECUTE_SYNCREPORT", new RunReport());
        OPERATIONS.put("EXECUTE_ASYNCREPORT", new StartReport());
        OPERATIONS.put("GET_REPORT_INSTANCES", new ReportInstances());
        OPERATIONS.put("GET_REPORT_RESULTS", new ReportResults());
        OPERATIONS.putAll(BulkOperations.byName());
        OPERATIONS.putAll(Bulk2Operations.byName());
    }

    private OperationCatalogue() {}

    /**
     * @param name of an operation
     * @return the operation, null if it sends no request or is one of a later version of Camel
     */
    public static @Nullable Operation of(OperationName name) {
        return OPERATIONS.get(name.name());
    }
}
