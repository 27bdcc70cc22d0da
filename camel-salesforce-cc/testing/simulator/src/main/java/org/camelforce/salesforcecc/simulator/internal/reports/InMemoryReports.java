package org.camelforce.salesforcecc.simulator.internal.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.reports.Reports;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * Reports in memory, over the records of the org. What an asynchronous run finds is what there was when it was asked
 * for. Safe for use by several threads.
 */
public final class InMemoryReports implements Reports {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Schema schema;
    private final RecordStore records;
    private final InstantSource time;
    private final Map<String, Report> reports = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<ReportInstance> instances = new CopyOnWriteArrayList<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Duration runTime = Duration.ofSeconds(1);

    /**
     * @param schema the objects that reports are about
     * @param records the records that they show
     * @param time when asynchronous runs come to an end
     */
    public InMemoryReports(Schema schema, RecordStore records, InstantSource time) {
        this.schema = schema;
        this.records = records;
        this.time = time;
    }

    @Override
    public String define(Report report) {
        try {
            run("", Spec.of(report), false);
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        String id = records.append(
                "Report",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Name", report.name())
                        .put("DeveloperName", ReportJson.developerName(report.name()))
                        .put("Format", report.groupings().isEmpty() ? "Tabular" : "Summary"));
        reports.put(id, report);
        return id;
    }

    @Override
    public void setRunTime(Duration length) {
        this.runTime = length;
    }

    /** @return the reports by id, the latest first */
    public Map<String, Report> recent() {
        Map<String, Report> recent = new LinkedHashMap<>();
        synchronized (reports) {
            List<String> ids = new ArrayList<>(reports.keySet());
            Collections.reverse(ids);
            ids.forEach(id -> recent.put(id, reports.get(id)));
        }
        return recent;
    }

    /**
     * @param reportId id in either form
     * @return its 18-character form
     * @throws ApiException if there is no such report
     */
    public String idOf(String reportId) {
        String id = SalesforceId.isWellFormed(reportId) ? SalesforceId.to18(reportId) : "";
        if (!reports.containsKey(id)) {
            throw unavailable();
        }
        return id;
    }

    /**
     * @param id 18-character id of a report
     * @return its name
     */
    public String nameOf(String id) {
        return report(id).name();
    }

    /**
     * @param id 18-character id of a report
     * @return its metadata and that of its type
     */
    public ObjectNode describe(String id) {
        Spec spec = Spec.of(report(id));
        ReportJson json = new ReportJson(new Columns(schema, spec.report().object()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("reportExtendedMetadata", json.extendedMetadata(spec.report()));
        answer.set("reportMetadata", json.metadata(id, spec));
        answer.set("reportTypeMetadata", json.typeMetadata());
        return answer;
    }

    /**
     * Runs a report at once.
     *
     * @param id 18-character id of the report
     * @param metadata what the request replaces of the report; missing for nothing
     * @param details whether to show rows
     * @return the results without their attributes
     */
    public ObjectNode run(String id, JsonNode metadata, boolean details) {
        return run(id, Spec.of(report(id), metadata), details);
    }

    /**
     * Begins an asynchronous run.
     *
     * @param id 18-character id of the report
     * @param metadata what the request replaces of the report; missing for nothing
     * @param details whether to show rows
     * @param userId who asks
     * @return the run
     */
    public ReportInstance begin(String id, JsonNode metadata, boolean details, String userId) {
        Instant now = time.instant();
        ReportInstance instance = new ReportInstance(
                SalesforceId.of("0LG", numbers.incrementAndGet()),
                id,
                userId,
                details,
                now,
                runTime,
                run(id, metadata, details));
        instances.add(instance);
        return instance;
    }

    /**
     * @param id 18-character id of a report
     * @return its asynchronous runs of the last 24 hours, the latest first
     */
    public List<ReportInstance> instances(String id) {
        instances.removeIf(instance -> instance.requested().plus(KEPT).isBefore(time.instant()));
        List<ReportInstance> found = new ArrayList<>(instances.stream()
                .filter(instance -> instance.reportId().equals(id))
                .toList());
        Collections.reverse(found);
        return found;
    }

    /**
     * @param id 18-character id of a report
     * @param instanceId id of a run in either form
     * @return the run
     * @throws ApiException if there is no such run
     */
    public ReportInstance instance(String id, String instanceId) {
        return instances(id).stream()
                .filter(instance -> instance.id().startsWith(instanceId) && instanceId.length() >= 15)
                .findFirst()
                .orElseThrow(InMemoryReports::unavailable);
    }

    /** @param instance a run to forget */
    public void forget(ReportInstance instance) {
        instances.remove(instance);
    }

    private ObjectNode run(String id, Spec spec, boolean details) {
        Report report = spec.report();
        Columns columns = new Columns(schema, report.object());
        List<ObjectNode> rows = records.query(soql(spec, columns));
        FactMap factMap = new FactMap(report, columns, details);
        ReportJson json = new ReportJson(columns);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode down = JsonNodeFactory.instance.objectNode();
        down.set("groupings", factMap.group(rows));
        answer.put("allData", factMap.isComplete(rows.size()));
        answer.set("factMap", factMap.facts());
        answer.putObject("groupingsAcross").putArray("groupings");
        answer.set("groupingsDown", down);
        answer.put("hasDetailRows", details);
        answer.set("reportExtendedMetadata", json.extendedMetadata(report));
        answer.set("reportMetadata", json.metadata(id, spec));
        return answer;
    }

    private static String soql(Spec spec, Columns columns) {
        Report report = spec.report();
        Set<String> fields = new LinkedHashSet<>(report.columns());
        fields.addAll(report.groupings());
        report.aggregates().forEach(aggregate -> columns.columnOf(aggregate).ifPresent(fields::add));
        fields.forEach(columns::field);
        if (fields.isEmpty()) {
            fields.add("Id");
        }
        String condition = new Filters(columns).condition(report.filters(), spec.booleanFilter());
        return "SELECT " + String.join(", ", fields) + " FROM " + report.object()
                + (condition.isEmpty() ? "" : " WHERE " + condition)
                + (report.groupings().isEmpty() ? "" : " ORDER BY " + String.join(", ", report.groupings()));
    }

    private Report report(String id) {
        Report report = reports.get(id);
        if (report == null) {
            throw unavailable();
        }
        return report;
    }

    private static ApiException unavailable() {
        return new ApiException(404, "NOT_FOUND", "The data you're trying to access is unavailable.");
    }
}
