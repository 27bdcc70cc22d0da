package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X__e/eventSchema} and {@code event/eventSchema/id}, expanded unless compact is asked for. */
final class EventSchemaResource {

    private static final int FORMATS_SINCE = 43;
    private static final Set<String> FORMATS = Set.of("COMPACT", "EXPANDED");

    private final Catalog catalog;

    EventSchemaResource(Catalog catalog) {
        this.catalog = catalog;
    }

    RestResponse byName(RestRequest request) {
        SObjectDefinition event = catalog.object(request.variable("object"));
        if (!Catalog.isEvent(event)) {
            throw Router.unknownResource();
        }
        return schema(request, event);
    }

    RestResponse byId(RestRequest request) {
        String id = request.variable("id");
        return catalog.all().stream()
                .filter(Catalog::isEvent)
                .filter(event -> EventSchemas.idOf(event).equals(id))
                .findFirst()
                .map(event -> schema(request, event))
                .orElseThrow(Router::unknownResource);
    }

    private static RestResponse schema(RestRequest request, SObjectDefinition event) {
        Optional<String> format = request.query("payloadFormat");
        boolean chosen = request.version().isAtLeast(FORMATS_SINCE);
        if (format.isPresent() && (!chosen || !FORMATS.contains(format.get().toUpperCase(Locale.ROOT)))) {
            throw new ApiException(400, "INVALID_INPUT", "Invalid parameter value for payloadFormat: " + format.get());
        }
        boolean compact = !chosen || format.filter("compact"::equalsIgnoreCase).isPresent();
        return RestResponse.ok(compact ? EventSchemas.compact(event) : EventSchemas.expanded(event));
    }
}
