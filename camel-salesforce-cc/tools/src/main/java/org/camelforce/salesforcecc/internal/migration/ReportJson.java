package org.camelforce.salesforcecc.internal.migration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes a report for machines. */
public final class ReportJson {

    private ReportJson() {}

    /**
     * {@return {@code findings} with {@code file}, {@code line}, {@code column}, {@code found}, {@code certainty}
     * ({@code certain} or {@code look}), {@code instead} (null if the lines have to go or nothing is proposed) and
     * {@code why}; {@code unread}; {@code passedOver}}
     *
     * @param report what a scan found
     */
    public static ObjectNode of(MigrationReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("findings");
        report.findings().forEach(finding -> array.addObject()
                .put("file", finding.file())
                .put("line", finding.line())
                .put("column", finding.column())
                .put("found", finding.found())
                .put("certainty", finding.certainty().name().toLowerCase(Locale.ROOT))
                .put("instead", finding.instead())
                .put("why", finding.why()));
        ArrayNode names = json.putArray("unread");
        report.unread().forEach(names::add);
        return json.put("passedOver", report.passedOver());
    }
}
