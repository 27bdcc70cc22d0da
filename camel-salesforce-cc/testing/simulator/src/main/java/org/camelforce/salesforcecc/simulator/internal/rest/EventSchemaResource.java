package org.camelforce.salesforcecc.simulator.internal.rest;

import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X__e/eventSchema} and {@code event/eventSchema/id}, expanded unless compact is asked for. */
final class EventSchemaResource {

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
        boolean compact = request.query("payloadFormat")
                .filter("compact"::equalsIgnoreCase)
                .isPresent();
        return RestResponse.ok(compact ? EventSchemas.compact(event) : EventSchemas.expanded(event));
    }
}
