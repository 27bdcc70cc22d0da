package org.camelforce.salesforcecc.simulator.internal.graphql;

import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.soql.ChildRelationships;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Makes the GraphQL schema of an org (GraphQL API Developer Guide, "Query Record Objects", "Paginate Results"). */
final class SchemaTypes {

    static final String CONNECTION = "Connection";
    private static final String RECORD_QUERY = "RecordQuery";
    private static final String RECORD = "Record";
    private static final String PAGE_INFO = "PageInfo";

    private final ObjectNames names;
    private final ConnectionFetchers fetchers;
    private final GraphQLSchema.Builder schema = GraphQLSchema.newSchema();
    private final GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry();

    /** Makes what finds the records of a connection. */
    interface ConnectionFetchers {

        DataFetcher<?> all(SObjectDefinition object);

        DataFetcher<?> children(ChildRelationships.Child child);
    }

    SchemaTypes(ObjectNames names, ConnectionFetchers fetchers) {
        this.names = names;
        this.fetchers = fetchers;
    }

    GraphQLSchema build() {
        SalesforceScalars.all().forEach(schema::additionalType);
        FilterTypes.common().forEach(schema::additionalType);
        for (ValueType type : ValueType.values()) {
            schema.additionalType(value(type));
        }
        schema.additionalType(pageInfo());
        schema.additionalType(GraphQLInterfaceType.newInterface()
                .name(RECORD)
                .field(field(ObjectNames.ID, nonNull(Scalars.GraphQLID)))
                .field(field(ObjectNames.API_NAME, nonNull(Scalars.GraphQLString)))
                .build());
        // no field has this type, which is for fragments only
        code.typeResolver(RECORD, environment -> null);
        GraphQLObjectType.Builder records = GraphQLObjectType.newObject().name(RECORD_QUERY);
        for (SObjectDefinition object : names.objects()) {
            addTypes(object);
            records.field(connection(object.name(), object));
            code.dataFetcher(FieldCoordinates.coordinates(RECORD_QUERY, object.name()), fetchers.all(object));
        }
        GraphQLObjectType uiapi = GraphQLObjectType.newObject()
                .name("UIAPI")
                .field(field("query", nonNull(records.build())))
                .build();
        return schema.query(GraphQLObjectType.newObject()
                        .name("Query")
                        .field(field("uiapi", nonNull(uiapi)))
                        .build())
                .codeRegistry(code.dataFetcher(FieldCoordinates.coordinates("Query", "uiapi"), one())
                        .dataFetcher(FieldCoordinates.coordinates("UIAPI", "query"), one())
                        .build())
                .build();
    }

    private static DataFetcher<?> one() {
        return environment -> Map.of();
    }

    private void addTypes(SObjectDefinition object) {
        String name = object.name();
        schema.additionalType(record(object));
        schema.additionalType(GraphQLObjectType.newObject()
                .name(name + "Edge")
                .field(field("node", typeRef(name)))
                .field(field("cursor", nonNull(Scalars.GraphQLString)))
                .build());
        schema.additionalType(GraphQLObjectType.newObject()
                .name(name + CONNECTION)
                .field(field("edges", list(typeRef(name + "Edge"))))
                .field(field("pageInfo", nonNull(typeRef(PAGE_INFO))))
                .field(field("totalCount", nonNull(Scalars.GraphQLInt)))
                .field(field("pageResultCount", nonNull(Scalars.GraphQLInt)))
                .build());
        schema.additionalType(FilterTypes.filter(object, names.parents(object)));
        schema.additionalType(FilterTypes.orderBy(object, names.parents(object)));
    }

    private GraphQLObjectType record(SObjectDefinition object) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject()
                .name(object.name())
                .withInterface(typeRef(RECORD))
                .field(field(ObjectNames.ID, nonNull(Scalars.GraphQLID)))
                .field(field(ObjectNames.API_NAME, nonNull(Scalars.GraphQLString)));
        for (FieldDefinition value : ObjectNames.values(object).values()) {
            type.field(field(
                    value.name(), typeRef(ValueType.of(value).orElseThrow().value())));
        }
        names.parents(object).forEach((name, parent) -> type.field(field(name, typeRef(parent.name()))));
        names.children(object).forEach((name, child) -> {
            type.field(connection(name, child.object()));
            code.dataFetcher(FieldCoordinates.coordinates(object.name(), name), fetchers.children(child));
        });
        return type.build();
    }

    private static GraphQLFieldDefinition connection(String name, SObjectDefinition object) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(typeRef(object.name() + CONNECTION))
                .arguments(List.of(
                        argument("first").type(Scalars.GraphQLInt).build(),
                        argument("after").type(Scalars.GraphQLString).build(),
                        argument("upperBound").type(Scalars.GraphQLInt).build(),
                        argument("scope").type(typeRef(FilterTypes.SCOPE)).build(),
                        argument("where")
                                .type(typeRef(object.name() + FilterTypes.FILTER))
                                .build(),
                        argument("orderBy")
                                .type(typeRef(object.name() + FilterTypes.ORDER_BY))
                                .build()))
                .build();
    }

    private static GraphQLObjectType value(ValueType type) {
        GraphQLObjectType.Builder value = GraphQLObjectType.newObject()
                .name(type.value())
                .field(field("value", typeRef(type.scalar())))
                .field(field("displayValue", Scalars.GraphQLString));
        if (type == ValueType.PICKLIST || type == ValueType.MULTI_PICKLIST) {
            value.field(field("label", Scalars.GraphQLString));
        }
        return value.build();
    }

    private static GraphQLObjectType pageInfo() {
        return GraphQLObjectType.newObject()
                .name(PAGE_INFO)
                .field(field("hasNextPage", nonNull(Scalars.GraphQLBoolean)))
                .field(field("hasPreviousPage", nonNull(Scalars.GraphQLBoolean)))
                .field(field("startCursor", Scalars.GraphQLString))
                .field(field("endCursor", Scalars.GraphQLString))
                .build();
    }

    private static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type).build();
    }

    private static GraphQLArgument.Builder argument(String name) {
        return GraphQLArgument.newArgument().name(name);
    }
}
