package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** What a query of records selects, children apart. For one query only. */
final class Selection {

    private final SoqlQuery query;
    private final SObjectDefinition object;
    private final Joins joins;
    private final Terms terms;
    private final Set<String> names = new HashSet<>();
    private final List<Selected> selected = new ArrayList<>();
    private int unnamed;

    Selection(SoqlQuery query, SObjectDefinition object, Joins joins, Terms terms) {
        this.query = query;
        this.object = object;
        this.joins = joins;
        this.terms = terms;
    }

    List<Selected> all() {
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.FieldSet set) {
                fields(set, object).forEach(field -> add(own(field)));
            } else if (item instanceof SelectItem.Value value) {
                add(value);
            } else if (item instanceof SelectItem.TypeOf typeOf) {
                add(typeOf);
            }
        }
        return selected;
    }

    static List<FieldDefinition> fields(SelectItem.FieldSet set, SObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> belongs(field, set.group()))
                .toList();
    }

    private Term own(FieldDefinition field) {
        FieldPath path =
                new FieldPath(List.of(field.name()), query.from().path().at());
        return new Term(new Expression.Field(path), joins.own(field).sql(), field);
    }

    private void add(Term term) {
        add(term, term.field().name(), term.text());
    }

    private void add(Term term, String name, String written) {
        String key = String.join(".", term.path()) + "." + name;
        if (!names.add(key.toLowerCase(Locale.ROOT))) {
            throw new ApiException(400, "INVALID_FIELD", "duplicate field selected: " + written);
        }
        selected.add(Selected.of(term, name));
    }

    private void add(SelectItem.Value value) {
        Expression expression = value.expression();
        Term term = terms.selected(expression);
        String alias = value.alias();
        if (expression instanceof Expression.Field) {
            if (alias != null) {
                throw terms.malformed(expression, "only aggregate expressions use field aliasing");
            }
            add(term);
        } else if (alias != null) {
            add(new Term(expression, term.sql(), List.of(), term.field(), term.formatted()), alias, alias);
        } else if (isOfOneField(expression)) {
            add(term);
        } else {
            add(term, "expr" + unnamed++, expression.text());
        }
    }

    /** Whether a function's value is called like its field, as that of FORMAT, toLabel and convertCurrency. */
    private static boolean isOfOneField(Expression expression) {
        return expression instanceof Expression.Field
                || expression instanceof Expression.Call call
                        && call.arguments().size() == 1
                        && isOfOneField(call.arguments().get(0));
    }

    private void add(SelectItem.TypeOf typeOf) {
        SObjectDefinition parent = joins.object(typeOf.relationship());
        List<FieldPath> fields =
                typeOf.branches().getOrDefault(parent.name().toLowerCase(Locale.ROOT), typeOf.otherwise());
        List<String> way = typeOf.relationship().names();
        for (FieldPath field : fields) {
            List<String> path = new ArrayList<>(way);
            path.addAll(field.names());
            add(terms.of(new Expression.Field(new FieldPath(path, field.at()))));
        }
        if (fields.isEmpty()) {
            List<String> path = new ArrayList<>(way);
            path.add("Id");
            Term id = terms.of(new Expression.Field(
                    new FieldPath(path, typeOf.relationship().at())));
            selected.add(Selected.of(id, ""));
        }
    }

    private static boolean belongs(FieldDefinition field, SelectItem.Group group) {
        return switch (group) {
            case ALL -> true;
            case STANDARD -> !field.custom();
            case CUSTOM -> field.custom();
        };
    }
}
