package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.*;

import java.util.EnumSet;
import java.util.Set;
import org.apache.camel.component.salesforce.internal.OperationName;

/** Which operations have no raw form: {@code camel-salesforce} does not read option {@code rawPayload} for them. */
final class RawPayload {

    private static final Set<OperationName> READ = EnumSet.of(
            GET_VERSIONS,
            GET_RESOURCES,
            GET_GLOBAL_OBJECTS,
            GET_BASIC_INFO,
            GET_DESCRIPTION,
            GET_SOBJECT,
            CREATE_SOBJECT,
            UPDATE_SOBJECT,
            DELETE_SOBJECT,
            GET_SOBJECT_WITH_ID,
            UPSERT_SOBJECT,
            DELETE_SOBJECT_WITH_ID,
            GET_BLOB_FIELD,
            QUERY,
            QUERY_MORE,
            QUERY_ALL,
            SEARCH,
            APEX_CALL,
            RECENT,
            GET_EVENT_SCHEMA,
            LIMITS,
            APPROVAL,
            APPROVALS,
            COMPOSITE,
            SUBSCRIBE);

    private RawPayload() {}

    static boolean isIgnoredBy(OperationName operation) {
        return !READ.contains(operation);
    }
}
