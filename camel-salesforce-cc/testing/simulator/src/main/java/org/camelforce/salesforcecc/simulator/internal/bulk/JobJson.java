package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;

/** Jobs as Bulk API 2.0 describes them. */
final class JobJson {

    private JobJson() {}

    /** What each answer about a job has. */
    static ObjectNode common(JobSpec spec, JobProgress.Snapshot now) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", spec.id())
                .put("operation", spec.operation().text())
                .put("object", spec.object())
                .put("createdById", spec.userId())
                .put("createdDate", moment(spec.createdAt()))
                .put("systemModstamp", moment(now.modified()))
                .put("state", now.state().text())
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", (double) spec.apiVersion());
        if (!spec.externalIdField().isEmpty()) {
            json.put("externalIdFieldName", spec.externalIdField());
        }
        if (!spec.assignmentRuleId().isEmpty()) {
            json.put("assignmentRuleId", spec.assignmentRuleId());
        }
        return json;
    }

    static ObjectNode withDialect(ObjectNode json, CsvDialect dialect) {
        return json.put("lineEnding", dialect.lineEnding().name())
                .put("columnDelimiter", dialect.delimiter().name());
    }

    static String moment(Instant instant) {
        return DateTimes.write(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
