package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.camelforce.salesforcecc.simulator.internal.soql.Sosl;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code search}, {@code search/scopeOrder} and {@code search/layout}. */
final class SearchResource {

    private static final int MAX_LAYOUTS = 100;
    private static final int LIMIT_ROWS = 25;
    private static final List<String> OF_ACCOUNT = List.of("Name", "Site");
    private static final List<String> COLUMNS_BEFORE = List.of("CaseNumber", "Subject", "Name", "Title", "Site");
    private static final List<String> COLUMNS_AFTER =
            List.of("StageName", "CloseDate", "Phone", "Company", "Email", "Status");

    private final Catalog catalog;
    private final Searches searches;

    SearchResource(Catalog catalog, Searches searches) {
        this.catalog = catalog;
        this.searches = searches;
    }

    RestResponse search(RestRequest request) {
        String sosl = request.query("q")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ApiException(
                        400, "MALFORMED_SEARCH", "No search term found. The search term must be enclosed in braces."));
        return RestResponse.ok(searches.run(request, Sosl.parse(sosl)));
    }

    RestResponse scopeOrder(RestRequest request) {
        ArrayNode order = Json.array();
        for (SObjectDefinition object : searches.searchable()) {
            order.addObject()
                    .put("type", object.name())
                    .put("url", request.version().path() + "/sobjects/" + object.name() + "/describe");
        }
        return RestResponse.ok(order);
    }

    RestResponse layout(RestRequest request) {
        List<String> objects = request.queryList("q");
        if (objects.isEmpty()) {
            throw new ApiException(400, "MISSING_ARGUMENT", "The required request parameter is missing: q");
        }
        if (objects.size() > MAX_LAYOUTS) {
            throw new ApiException(400, "LIMIT_EXCEEDED", "at most " + MAX_LAYOUTS + " objects are allowed");
        }
        ArrayNode layouts = Json.array();
        objects.forEach(name -> layouts.add(layout(catalog.rowObject(name))));
        return RestResponse.ok(layouts);
    }

    private ObjectNode layout(SObjectDefinition object) {
        ObjectNode layout = Json.object().put("label", "Search Results").put("limitRows", LIMIT_ROWS);
        ArrayNode columns = layout.putArray("searchColumns");
        COLUMNS_BEFORE.forEach(name -> object.field(name).ifPresent(field -> columns.add(column(object, field, ""))));
        if (object.field("AccountId").isPresent()) {
            SObjectDefinition account = catalog.object("Account");
            OF_ACCOUNT.forEach(
                    name -> account.field(name).ifPresent(field -> columns.add(column(account, field, "Account."))));
        }
        COLUMNS_AFTER.forEach(name -> object.field(name).ifPresent(field -> columns.add(column(object, field, ""))));
        if (object.field("OwnerId").isPresent()) {
            columns.addObject()
                    .put("field", "User.Alias")
                    .putNull("format")
                    .put("label", object.label() + " Owner Alias")
                    .put("name", "Owner.Alias");
        }
        return layout;
    }

    private static ObjectNode column(SObjectDefinition object, FieldDefinition field, String path) {
        boolean date = List.of(FieldType.DATE, FieldType.DATETIME).contains(field.type());
        return Json.object()
                .put("field", object.name() + "." + field.name())
                .put("format", date ? field.type().describeType() : null)
                .put("label", field.label())
                .put("name", path + field.name());
    }
}
