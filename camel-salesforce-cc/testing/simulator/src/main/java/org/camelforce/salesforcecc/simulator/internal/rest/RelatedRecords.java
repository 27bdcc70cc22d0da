package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.List;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** {@code sobjects/X/id/relationship}: the parent, or the children, that a relationship leads to. */
final class RelatedRecords {

    private final Catalog catalog;
    private final RecordStore records;
    private final QueryAnswers answers;

    RelatedRecords(Catalog catalog, RecordStore records, QueryAnswers answers) {
        this.catalog = catalog;
        this.records = records;
        this.answers = answers;
    }

    RestResponse read(RestRequest request, SObjectDefinition object, String id, String relationship) {
        if (!SalesforceId.isWellFormed(id)) {
            throw Router.unknownResource();
        }
        Optional<FieldDefinition> reference = object.relationship(relationship);
        if (reference.isPresent()) {
            return parent(request, object, id, reference.get());
        }
        ChildRelationship child = ChildRelationship.of(object, catalog).stream()
                .filter(candidate -> relationship.equalsIgnoreCase(candidate.name()))
                .findFirst()
                .orElseThrow(Router::unknownResource);
        return children(request, object, id, child);
    }

    /** Updates the one parent that a relationship leads to. */
    RestResponse update(RestRequest request, SObjectDefinition object, String id, String relationship) {
        String parentId = onlyParent(request, object, id, relationship);
        records.update(
                catalog.objectOfId(parentId).name(),
                parentId,
                RecordJson.incoming(request.body().object()),
                request.session().userId());
        return RestResponse.noContent();
    }

    /** Deletes the one parent that a relationship leads to. */
    RestResponse delete(RestRequest request, SObjectDefinition object, String id, String relationship) {
        String parentId = onlyParent(request, object, id, relationship);
        records.delete(
                catalog.objectOfId(parentId).name(), parentId, request.session().userId());
        return RestResponse.noContent();
    }

    private String onlyParent(RestRequest request, SObjectDefinition object, String id, String relationship) {
        Optional<FieldDefinition> reference = object.relationship(relationship);
        if (reference.isPresent()) {
            return parentId(object, id, reference.get());
        }
        boolean toMany = ChildRelationship.of(object, catalog).stream()
                .anyMatch(candidate -> relationship.equalsIgnoreCase(candidate.name()));
        throw toMany ? Router.methodNotAllowed(request.method(), List.of("GET")) : Router.unknownResource();
    }

    private String parentId(SObjectDefinition object, String id, FieldDefinition reference) {
        return RecordJson.text(records.retrieve(object.name(), id, List.of("Id", reference.name())), reference.name())
                .orElseThrow(Router::unknownResource);
    }

    private RestResponse parent(RestRequest request, SObjectDefinition object, String id, FieldDefinition reference) {
        String parentId = parentId(object, id, reference);
        SObjectDefinition parent = catalog.objectOfId(parentId);
        return RestResponse.ok(
                new RecordReader(records).read(parent, parentId, request.queryList("fields"), request.version()));
    }

    private RestResponse children(RestRequest request, SObjectDefinition object, String id, ChildRelationship child) {
        records.retrieve(object.name(), id, List.of("Id"));
        List<String> wanted = request.queryList("fields");
        List<String> fields = wanted.isEmpty()
                ? child.object().fields().stream().map(FieldDefinition::name).toList()
                : wanted;
        String soql = "SELECT " + String.join(", ", fields)
                + " FROM " + child.object().name()
                + " WHERE " + child.reference().name() + " = '" + SalesforceId.to18(id) + "'";
        return RestResponse.ok(answers.first(request, records.query(soql, false)));
    }
}
