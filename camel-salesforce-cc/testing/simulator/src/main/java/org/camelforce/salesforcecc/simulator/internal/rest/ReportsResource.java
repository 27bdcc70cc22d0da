package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.camelforce.salesforcecc.simulator.internal.reports.InMemoryReports;
import org.camelforce.salesforcecc.simulator.internal.reports.ReportInstance;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code analytics/reports} (Reports and Dashboards REST API Developer Guide). */
final class ReportsResource {

    private static final String REPORTS = "analytics/reports";
    private static final String REPORT = REPORTS + "/{report}";
    private static final String INSTANCES = REPORT + "/instances";

    private final InMemoryReports reports;
    private final InstantSource time;

    ReportsResource(InMemoryReports reports, InstantSource time) {
        this.reports = reports;
        this.time = time;
    }

    void addTo(Router router) {
        router.add("GET", REPORTS, this::recent);
        router.add("GET", REPORT, request -> run(request, MissingNode.getInstance()));
        router.add("POST", REPORT, request -> run(request, metadata(request)));
        router.add(
                "GET",
                REPORT + "/describe",
                request -> RestResponse.ok(reports.describe(reports.idOf(request.variable("report")))));
        router.add("GET", INSTANCES, this::instances);
        router.add("POST", INSTANCES, this::begin);
        router.add("GET", INSTANCES + "/{instance}", this::results);
        router.add("DELETE", INSTANCES + "/{instance}", this::delete);
    }

    private RestResponse recent(RestRequest request) {
        ArrayNode list = Json.array();
        reports.recent().forEach((id, report) -> {
            String url = url(request, id);
            list.addObject()
                    .put("describeUrl", url + "/describe")
                    .put("id", id)
                    .put("instancesUrl", url + "/instances")
                    .put("name", report.name())
                    .put("url", url);
        });
        return RestResponse.ok(list);
    }

    private RestResponse run(RestRequest request, JsonNode metadata) {
        String id = reports.idOf(request.variable("report"));
        ObjectNode results = reports.run(id, metadata, details(request));
        results.putObject("attributes")
                .put("describeUrl", url(request, id) + "/describe")
                .put("instancesUrl", url(request, id) + "/instances")
                .put("reportId", id)
                .put("reportName", reports.nameOf(id))
                .put("type", "Report");
        return RestResponse.ok(results);
    }

    private RestResponse instances(RestRequest request) {
        ArrayNode list = Json.array();
        reports.instances(reports.idOf(request.variable("report")))
                .forEach(instance -> list.add(summary(request, instance)));
        return RestResponse.ok(list);
    }

    private RestResponse begin(RestRequest request) {
        String id = reports.idOf(request.variable("report"));
        return RestResponse.ok(summary(
                request,
                reports.begin(
                        id,
                        metadata(request),
                        details(request),
                        request.session().userId())));
    }

    private RestResponse results(RestRequest request) {
        ReportInstance instance = instance(request);
        Instant now = time.instant();
        ObjectNode results = instance.isDone(now)
                ? instance.results().deepCopy()
                : Json.object()
                        .putNull("allData")
                        .putNull("factMap")
                        .putNull("groupingsAcross")
                        .putNull("groupingsDown")
                        .put("hasDetailRows", instance.details())
                        .putNull("reportExtendedMetadata")
                        .putNull("reportMetadata");
        results.putObject("attributes")
                .put("completionDate", instance.isDone(now) ? text(instance.completed()) : null)
                .put("id", instance.id())
                .put("ownerId", instance.ownerId())
                .put("reportId", instance.reportId())
                .put("reportName", reports.nameOf(instance.reportId()))
                .put("requestDate", text(instance.requested()))
                .put("status", instance.status(now))
                .put("type", "ReportInstance");
        return RestResponse.ok(results);
    }

    private RestResponse delete(RestRequest request) {
        ReportInstance instance = instance(request);
        if (!instance.isDone(time.instant())) {
            throw new ApiException(400, "BAD_REQUEST", "The report instance is still running.");
        }
        reports.forget(instance);
        return RestResponse.noContent();
    }

    private ReportInstance instance(RestRequest request) {
        return reports.instance(reports.idOf(request.variable("report")), request.variable("instance"));
    }

    private ObjectNode summary(RestRequest request, ReportInstance instance) {
        Instant now = time.instant();
        return Json.object()
                .put("completionDate", instance.isDone(now) ? text(instance.completed()) : null)
                .put("hasDetailRows", instance.details())
                .put("id", instance.id())
                .put("ownerId", instance.ownerId())
                .put("requestDate", text(instance.requested()))
                .put("status", instance.status(now))
                .put("url", url(request, instance.reportId()) + "/instances/" + instance.id());
    }

    private static JsonNode metadata(RestRequest request) {
        return request.body().isEmpty()
                ? MissingNode.getInstance()
                : request.body().object().path("reportMetadata");
    }

    private static boolean details(RestRequest request) {
        return request.query("includeDetails").map(Boolean::parseBoolean).orElse(false);
    }

    private static String url(RestRequest request, String id) {
        return request.version().path() + "/" + REPORTS + "/" + id;
    }

    private static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
