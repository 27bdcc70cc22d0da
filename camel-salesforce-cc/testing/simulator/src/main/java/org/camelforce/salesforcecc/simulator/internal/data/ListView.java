package org.camelforce.salesforcecc.simulator.internal.data;

import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * The list view of all records that each object has.
 *
 * @param object the object
 */
public record ListView(SObjectDefinition object) {

    /**
     * @param object an object
     * @return its list view; empty for platform events and for what only the org writes
     */
    public static Optional<ListView> of(SObjectDefinition object) {
        return object.kind() == SObjectDefinition.Kind.LOG || object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT
                ? Optional.empty()
                : Optional.of(new ListView(object));
    }

    /** @return its 18-character id, whose number follows from the object's own */
    public String id() {
        return SalesforceId.to18("00B000000000" + object.keyPrefix());
    }

    /** @return what people read */
    public String label() {
        return "All " + object.labelPlural();
    }

    /** @return its API name */
    public String developerName() {
        return label().replaceAll("[^A-Za-z0-9]", "");
    }
}
