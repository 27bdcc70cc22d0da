package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Writes the argument orderBy in SOQL. What the client names first weighs most. */
final class OrderText {

    private final ObjectNames names;
    private final Map<String, Object> variables;

    /** @param variables the variables as the client wrote them, because values of the schema have its order */
    OrderText(ObjectNames names, Map<String, Object> variables) {
        this.names = names;
        this.variables = variables;
    }

    /** The criteria, by decreasing weight. */
    List<String> criteria(SObjectDefinition object, Map<?, ?> orderBy, @Nullable Value<?> written) {
        return criteria(object, orderBy, written, "");
    }

    private List<String> criteria(SObjectDefinition object, Map<?, ?> orderBy, @Nullable Object written, String path) {
        List<String> criteria = new ArrayList<>();
        properties(written).forEach((name, value) -> {
            if (orderBy.get(name) instanceof Map<?, ?> clause) {
                names.parent(object, name)
                        .ifPresentOrElse(
                                parent -> criteria.addAll(criteria(parent, clause, value, path + name + ".")),
                                () -> criteria.add(path + name + clause(clause)));
            }
        });
        return criteria;
    }

    private static String clause(Map<?, ?> clause) {
        String order = clause.get("order") instanceof String direction ? " " + direction : "";
        return clause.get("nulls") instanceof String nulls ? order + " NULLS " + nulls : order;
    }

    private Map<String, Object> properties(@Nullable Object written) {
        Object value = written instanceof VariableReference variable ? variables.get(variable.getName()) : written;
        Map<String, Object> properties = new LinkedHashMap<>();
        if (value instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                properties.put(field.getName(), field.getValue());
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, property) -> properties.put(name.toString(), property));
        }
        return properties;
    }
}
