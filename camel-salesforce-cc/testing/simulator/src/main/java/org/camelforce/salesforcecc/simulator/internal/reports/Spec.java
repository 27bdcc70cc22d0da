package org.camelforce.salesforcecc.simulator.internal.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.camelforce.salesforcecc.simulator.reports.Reports.Filter;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;

/**
 * What one run of a report shows: what was defined, or what the request asks for instead.
 *
 * @param report the report
 * @param booleanFilter how the numbers of the filters are combined; empty for AND
 */
record Spec(Report report, String booleanFilter) {

    static Spec of(Report report) {
        return new Spec(report, "");
    }

    /** The report with the parts that {@code reportMetadata} of a request replaces. */
    static Spec of(Report report, JsonNode metadata) {
        List<String> groupings = new ArrayList<>();
        metadata.path("groupingsDown")
                .forEach(grouping -> groupings.add(grouping.path("name").asText()));
        List<Filter> filters = new ArrayList<>();
        metadata.path("reportFilters")
                .forEach(filter -> filters.add(new Filter(
                        filter.path("column").asText(),
                        filter.path("operator").asText(),
                        filter.path("value").asText())));
        return new Spec(
                new Report(
                        metadata.path("name").asText(report.name()),
                        report.object(),
                        metadata.path("detailColumns").isArray() ? texts(metadata, "detailColumns") : report.columns(),
                        metadata.path("groupingsDown").isArray() ? groupings : report.groupings(),
                        metadata.path("aggregates").isArray() ? texts(metadata, "aggregates") : report.aggregates(),
                        metadata.path("reportFilters").isArray() ? filters : report.filters()),
                metadata.path("reportBooleanFilter").asText(""));
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
