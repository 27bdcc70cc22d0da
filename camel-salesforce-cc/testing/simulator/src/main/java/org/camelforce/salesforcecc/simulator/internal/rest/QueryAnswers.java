package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Cuts what a query found into pages. */
final class QueryAnswers {

    private static final Pattern BATCH_SIZE = Pattern.compile("(?i)\\bbatchSize\\s*=\\s*(\\d{1,9})\\b");
    private static final int SMALLEST = 200;
    private static final int LARGEST = 2000;

    private final QueryLocators locators;
    private final int defaultBatchSize;

    QueryAnswers(QueryLocators locators, int defaultBatchSize) {
        this.locators = locators;
        this.defaultBatchSize = defaultBatchSize;
    }

    ObjectNode first(RestRequest request, QueryRows found) {
        int batchSize = batchSize(request, defaultBatchSize);
        if (found.type().equals(QueryRows.AGGREGATE_RESULT) && found.rows().size() > batchSize) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single"
                            + " batch");
        }
        return first(request, found, batchSize);
    }

    private ObjectNode first(RestRequest request, QueryRows found, int batchSize) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int i = 0; i < found.rows().size(); i++) {
            rows.add(row(request, found, i, batchSize));
        }
        QueryLocators.Snapshot snapshot =
                new QueryLocators.Snapshot(request.session().userId(), found.totalSize(), batchSize);
        boolean done = rows.size() <= batchSize;
        String next = done ? "" : locators.open(snapshot, rows) + "-" + batchSize;
        return page(request, snapshot, next, done ? rows : rows.subList(0, batchSize));
    }

    private ObjectNode row(RestRequest request, QueryRows found, int index, int batchSize) {
        ObjectNode row = found.rows().get(index);
        if (found.type().equals(QueryRows.AGGREGATE_RESULT)) {
            return RecordJson.aggregate(row);
        }
        ObjectNode record = RecordJson.outgoing(row, found.origins().get(index), request.version());
        found.children().get(index).forEach((name, children) -> {
            if (!children.rows().isEmpty()) {
                record.set(name, first(request, children, batchSize));
            }
        });
        return record;
    }

    ObjectNode next(RestRequest request, String locator) {
        QueryLocators.Position position =
                locators.find(locator, request.session().userId());
        int batchSize = batchSize(request, position.snapshot().batchSize());
        RowFile rows = position.rows();
        int end = Math.min(rows.size(), position.offset() + batchSize);
        String next = end == rows.size() ? "" : position.locator() + "-" + end;
        return page(request, position.snapshot(), next, rows.read(position.offset(), end));
    }

    private static ObjectNode page(
            RestRequest request, QueryLocators.Snapshot snapshot, String next, List<ObjectNode> rows) {
        ObjectNode page = Json.object().put("totalSize", snapshot.totalSize()).put("done", next.isEmpty());
        if (!next.isEmpty()) {
            page.put("nextRecordsUrl", request.version().path() + "/query/" + next);
        }
        page.putArray("records").addAll(rows);
        return page;
    }

    /**
     * {@code Sforce-Query-Options: batchSize=N} from 200 to 2000 (REST API Developer Guide, "Query Options Header").
     */
    private static int batchSize(RestRequest request, int otherwise) {
        return request.header("Sforce-Query-Options")
                .map(BATCH_SIZE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .map(size -> Math.max(SMALLEST, Math.min(LARGEST, size)))
                .orElse(otherwise);
    }
}
