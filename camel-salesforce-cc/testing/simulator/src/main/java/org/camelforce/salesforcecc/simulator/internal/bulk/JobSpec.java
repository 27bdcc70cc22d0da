package org.camelforce.salesforcecc.simulator.internal.bulk;

import java.time.Instant;

/**
 * What does not change about a job.
 *
 * @param id its id
 * @param type which API it belongs to
 * @param operation what it does
 * @param object name of the object
 * @param externalIdField what an upsert matches on; empty for other operations
 * @param assignmentRuleId the assignment rule, which has no effect; empty for none
 * @param dialect how its CSV is written
 * @param apiVersion number of the API version it was created in
 * @param userId who created it
 * @param createdAt when
 */
record JobSpec(
        String id,
        JobType type,
        Operation operation,
        String object,
        String externalIdField,
        String assignmentRuleId,
        CsvDialect dialect,
        int apiVersion,
        String userId,
        Instant createdAt) {}
