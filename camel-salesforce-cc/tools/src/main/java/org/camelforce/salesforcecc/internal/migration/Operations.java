package org.camelforce.salesforcecc.internal.migration;

import java.util.Set;

/** The operations of a Salesforce endpoint. */
final class Operations {

    private static final Set<String> NAMES = Set.of(
            ("getVersions getResources getGlobalObjects getBasicInfo getDescription getSObject createSObject updateSObject"
                            + " deleteSObject getSObjectWithId upsertSObject deleteSObjectWithId getBlobField query"
                            + " queryMore queryAll search apexCall recent getEventSchema createJob getJob closeJob"
                            + " abortJob createBatch getBatch getAllBatches getRequest getResults createBatchQuery"
                            + " getQueryResultIds getQueryResult getRecentReports getReportDescription"
                            + " executeSyncReport executeAsyncReport getReportInstances getReportResults limits approval"
                            + " approvals composite-tree composite-batch composite compositeRetrieveSObjectCollections"
                            + " compositeCreateSObjectCollections compositeUpdateSObjectCollections"
                            + " compositeUpsertSObjectCollections compositeDeleteSObjectCollections bulk2GetAllJobs"
                            + " bulk2CreateJob bulk2GetJob bulk2CreateBatch bulk2CloseJob bulk2AbortJob bulk2DeleteJob"
                            + " bulk2GetSuccessfulResults bulk2GetFailedResults bulk2GetUnprocessedRecords"
                            + " bulk2CreateQueryJob bulk2GetQueryJob bulk2GetAllQueryJobs bulk2GetQueryJobResults"
                            + " bulk2AbortQueryJob bulk2DeleteQueryJob raw subscribe pubSubSubscribe pubSubPublish")
                    .split(" "));

    private Operations() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** The names, as an alternative of a regular expression. */
    static String pattern() {
        return String.join(
                "|", NAMES.stream().sorted((a, b) -> b.length() - a.length()).toList());
    }
}
