package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.simulator.internal.data.ListView;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * {@code sobjects/X/listviews} (REST API Developer Guide, "List Views for an Object", "List View Describe", "List View
 * Results", "Recent List Views"): one list view of all records. It is recent once its results have been asked for.
 */
final class ListViewsResource {

    private static final String VIEWS = "sobjects/{object}/listviews";
    private static final String VIEW = VIEWS + "/{view}";
    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 2000;

    private final Catalog catalog;
    private final RecordStore records;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ListViewsResource(Catalog catalog, RecordStore records) {
        this.catalog = catalog;
        this.records = records;
    }

    void addTo(Router router) {
        router.add("GET", VIEWS, request -> list(request, List.of(ofObject(request))));
        router.add("GET", VIEWS + "/recent", this::recent);
        router.add("GET", VIEW, request -> RestResponse.ok(summary(asked(request), request.version())));
        router.add("GET", VIEW + "/describe", this::describe);
        router.add("GET", VIEW + "/results", this::results);
    }

    private RestResponse recent(RestRequest request) {
        ListView view = ofObject(request);
        return list(request, used.contains(use(request, view)) ? List.of(view) : List.of());
    }

    private RestResponse list(RestRequest request, List<ListView> views) {
        ObjectNode answer = Json.object().put("done", true);
        ArrayNode listed = answer.putArray("listviews");
        views.forEach(view -> listed.add(summary(view, request.version())));
        return RestResponse.ok(answer.putNull("nextRecordsUrl")
                .put("size", views.size())
                .put("sobjectType", ofObject(request).object().name()));
    }

    private RestResponse describe(RestRequest request) {
        ListViewColumns columns = new ListViewColumns(asked(request).object());
        ObjectNode answer = Json.object();
        answer.set("columns", columns.describe());
        answer.put("id", asked(request).id()).set("orderBy", columns.orderBy());
        answer.put("query", columns.query())
                .put("scope", "everything")
                .put("sobjectType", asked(request).object().name())
                .putObject("whereCondition")
                .put("conjunction", "and")
                .putArray("conditions");
        return RestResponse.ok(answer);
    }

    private RestResponse results(RestRequest request) {
        ListView view = asked(request);
        used.add(use(request, view));
        int limit = number(request, "limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        int offset = number(request, "offset", 0, 0, Integer.MAX_VALUE - LARGEST_LIMIT - 1);
        ListViewColumns columns = new ListViewColumns(view.object());
        // one more tells whether that is all; a LIMIT instead of an OFFSET, which SOQL bounds
        QueryRows found = records.query(
                columns.query() + " LIMIT " + (offset + limit + 1),
                new QueryScope(request.session().userId(), false));
        int end = Math.min(found.rows().size(), offset + limit);
        ObjectNode answer = Json.object();
        answer.set("columns", columns.describe());
        answer.put("developerName", view.developerName())
                .put("done", found.rows().size() <= offset + limit)
                .put("id", view.id())
                .put("label", view.label());
        ArrayNode rows = answer.putArray("records");
        for (int i = offset; i < end; i++) {
            rows.add(columns.row(found.rows().get(i)));
        }
        return RestResponse.ok(answer.put("size", rows.size()));
    }

    private static ObjectNode summary(ListView view, ApiVersion version) {
        String url = version.path() + "/sobjects/" + view.object().name() + "/listviews/" + view.id();
        return Json.object()
                .put("describeUrl", url + "/describe")
                .put("developerName", view.developerName())
                .put("id", view.id())
                .put("label", view.label())
                .put("resultsUrl", url + "/results")
                .put("soqlCompatible", true)
                .put("url", url);
    }

    private ListView ofObject(RestRequest request) {
        return ListView.of(catalog.object(request.variable("object"))).orElseThrow(Router::unknownResource);
    }

    private ListView asked(RestRequest request) {
        ListView view = ofObject(request);
        String id = request.variable("view");
        if (!SalesforceId.isWellFormed(id) || !SalesforceId.to18(id).equals(view.id())) {
            throw Router.unknownResource();
        }
        return view;
    }

    private static String use(RestRequest request, ListView view) {
        return request.session().userId() + " " + view.id();
    }

    private static int number(RestRequest request, String name, int otherwise, int min, int max) {
        String text = request.query(name).orElse(Integer.toString(otherwise));
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new ApiException(
                400, "NUMBER_OUTSIDE_VALID_RANGE", name + " must be from " + min + " to " + max + ": " + text);
    }
}
