package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.Collection;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Looks objects up as paths and ids name them, and answers 404 to what does not exist. */
final class Catalog {

    private final Schema schema;

    Catalog(Schema schema) {
        this.schema = schema;
    }

    Schema schema() {
        return schema;
    }

    Collection<SObjectDefinition> all() {
        return schema.objects();
    }

    /** The object or event of that name; an unknown one is no resource. */
    SObjectDefinition object(String name) {
        return schema.find(name).orElseThrow(Router::unknownResource);
    }

    /** The object of that name if it has records. */
    SObjectDefinition recordObject(String name) {
        SObjectDefinition object = object(name);
        if (isEvent(object)) {
            throw Router.unknownResource();
        }
        return object;
    }

    /** The object that a row of a body names. */
    SObjectDefinition rowObject(String name) {
        return schema.find(name)
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    /** The object that an id belongs to. */
    SObjectDefinition objectOfId(String id) {
        if (SalesforceId.isWellFormed(id)) {
            return schema.findByKeyPrefix(id).orElseThrow(() -> malformedId(id));
        }
        throw malformedId(id);
    }

    static boolean isEvent(SObjectDefinition object) {
        return object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT;
    }

    private static ApiException malformedId(String id) {
        return new ApiException(400, "MALFORMED_ID", "malformed id " + id);
    }
}
