package org.camelforce.salesforcecc.simulator.internal.graphql;

import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.soql.DateLiteral;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** The types of the arguments where, orderBy and scope. */
final class FilterTypes {

    static final String FILTER = "_Filter";
    static final String ORDER_BY = "_OrderBy";
    static final String SCOPE = "SupportedScopes";
    private static final String CLAUSE = "OrderByClause";
    private static final String LITERAL = "DateLiteral";
    private static final String RANGE = "DateRange";

    private FilterTypes() {}

    static List<GraphQLType> common() {
        List<GraphQLType> types = new ArrayList<>();
        types.add(enumeration(SCOPE, List.of("EVERYTHING", "MINE")));
        types.add(enumeration("ResultOrder", List.of("ASC", "DESC")));
        types.add(enumeration("NullOrder", List.of("FIRST", "LAST")));
        types.add(enumeration(
                LITERAL,
                Arrays.stream(DateLiteral.values())
                        .filter(literal -> !literal.counted())
                        .map(Enum::name)
                        .toList()));
        types.add(input(CLAUSE)
                .field(field("order", typeRef("ResultOrder")))
                .field(field("nulls", typeRef("NullOrder")))
                .build());
        GraphQLInputObjectType.Builder range = input(RANGE);
        Arrays.stream(DateLiteral.values())
                .filter(DateLiteral::counted)
                .forEach(literal -> range.field(field(literal.name().toLowerCase(Locale.ROOT), Scalars.GraphQLInt)));
        types.add(range.build());
        for (ValueType type : ValueType.values()) {
            types.add(operators(type));
            if (type.form() == ValueType.Form.DATE) {
                types.add(input(type.input())
                        .field(field("value", typeRef(type.scalar())))
                        .field(field("literal", typeRef(LITERAL)))
                        .field(field("range", typeRef(RANGE)))
                        .build());
            }
        }
        return types;
    }

    static GraphQLInputObjectType filter(SObjectDefinition object, Map<String, SObjectDefinition> parents) {
        String name = object.name() + FILTER;
        GraphQLInputObjectType.Builder filter = input(name)
                .field(field("and", list(typeRef(name))))
                .field(field("or", list(typeRef(name))))
                .field(field("not", typeRef(name)))
                .field(field(ObjectNames.ID, typeRef(ValueType.ID.operators())));
        ObjectNames.values(object).values().stream()
                .filter(FieldDefinition::filterable)
                .forEach(value -> filter.field(field(
                        value.name(), typeRef(ValueType.of(value).orElseThrow().operators()))));
        parents.forEach((relationship, parent) -> filter.field(field(relationship, typeRef(parent.name() + FILTER))));
        return filter.build();
    }

    static GraphQLInputObjectType orderBy(SObjectDefinition object, Map<String, SObjectDefinition> parents) {
        GraphQLInputObjectType.Builder orderBy =
                input(object.name() + ORDER_BY).field(field(ObjectNames.ID, typeRef(CLAUSE)));
        ObjectNames.values(object).values().stream()
                .filter(FieldDefinition::filterable)
                .forEach(value -> orderBy.field(field(value.name(), typeRef(CLAUSE))));
        parents.forEach(
                (relationship, parent) -> orderBy.field(field(relationship, typeRef(parent.name() + ORDER_BY))));
        return orderBy.build();
    }

    private static GraphQLInputObjectType operators(ValueType type) {
        GraphQLInputType operand = typeRef(type.form() == ValueType.Form.DATE ? type.input() : type.scalar());
        GraphQLInputObjectType.Builder operators = input(type.operators());
        for (FilterOperator operator : FilterOperator.of(type)) {
            operators.field(field(operator.key(), operator.isList() ? list(operand) : operand));
        }
        return operators.build();
    }

    private static GraphQLEnumType enumeration(String name, List<String> values) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(name);
        values.forEach(type::value);
        return type.build();
    }

    private static GraphQLInputObjectType.Builder input(String name) {
        return GraphQLInputObjectType.newInputObject().name(name);
    }

    private static GraphQLInputObjectField field(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }
}
