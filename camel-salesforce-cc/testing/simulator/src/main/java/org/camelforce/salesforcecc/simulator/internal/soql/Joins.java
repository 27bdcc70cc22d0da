package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Finds the fields that a query names, and joins the parents that they belong to. For one query only. */
final class Joins {

    /**
     * A field, found.
     *
     * @param table the alias of its table
     * @param path relationships to it in their declared spelling
     * @param field the field
     */
    record Found(String table, List<String> path, FieldDefinition field) {
        String sql() {
            return field.type().isCompound()
                    ? SqlNames.address(table, field.name())
                    : table + "." + SqlNames.quoted(field.name());
        }
    }

    private record Table(String alias, List<String> path, SObjectDefinition object, String join) {}

    private static final int MAX_LEVELS = 5;

    private final Schema schema;
    private final SoqlQuery query;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Table root;

    Joins(Schema schema, SoqlQuery query, SObjectDefinition object) {
        this.schema = schema;
        this.query = query;
        this.root = new Table("t0", List.of(), object, " FROM " + SqlNames.quoted(object.name()) + " t0");
        tables.put("", root);
    }

    Found find(FieldPath path) {
        List<String> parents = parents(path);
        if (parents.size() > MAX_LEVELS) {
            throw SoqlError.malformed(
                    query.text(),
                    path.at(),
                    "SOQL statements cannot query child-to-parent relationships of more than " + MAX_LEVELS
                            + " levels: " + path.text());
        }
        Table table = root;
        for (String relationship : parents) {
            table = parent(table, relationship, path);
        }
        SObjectDefinition object = table.object;
        FieldDefinition field = object.field(path.field())
                .orElseThrow(() -> SoqlError.at(
                        query.text(), path.at(), "INVALID_FIELD", noSuchColumn(path.field(), object.name())));
        return new Found(table.alias, table.path, field);
    }

    Found own(FieldDefinition field) {
        return new Found(root.alias, root.path, field);
    }

    /** Answers the object that a path of relationships leads to. */
    SObjectDefinition object(FieldPath relationships) {
        Table table = root;
        for (String relationship : relationships.names()) {
            table = parent(table, relationship, relationships);
        }
        return table.object;
    }

    List<SqlQuery.Source> sources() {
        return tables.values().stream()
                .map(table -> new SqlQuery.Source(table.path, table.object))
                .toList();
    }

    List<String> sourceIds() {
        return tables.values().stream()
                .map(table -> table.alias + "." + SqlNames.quoted("Id"))
                .toList();
    }

    String fromClause() {
        StringBuilder sql = new StringBuilder();
        tables.values().forEach(table -> sql.append(table.join));
        return sql.toString();
    }

    private List<String> parents(FieldPath path) {
        List<String> parents = path.names().subList(0, path.names().size() - 1);
        if (parents.isEmpty()) {
            return parents;
        }
        String first = parents.get(0);
        List<String> aliased = query.from().parent(first);
        if (!aliased.isEmpty()) {
            List<String> all = new ArrayList<>(aliased);
            all.addAll(parents.subList(1, parents.size()));
            return all;
        }
        boolean isRoot = first.equalsIgnoreCase(query.from().alias())
                || first.equalsIgnoreCase(root.object.name())
                        && root.object.relationship(first).isEmpty();
        return isRoot ? parents.subList(1, parents.size()) : parents;
    }

    private Table parent(Table child, String relationship, FieldPath path) {
        FieldDefinition reference = child.object.relationship(relationship).orElseThrow(() -> notUnderstood(path));
        List<String> way = new ArrayList<>(child.path);
        way.add(String.valueOf(reference.relationshipName()));
        String key = String.join(".", way).toLowerCase(Locale.ROOT);
        Table known = tables.get(key);
        if (known != null) {
            return known;
        }
        SObjectDefinition object =
                schema.find(String.valueOf(reference.referenceTo())).orElseThrow(() -> notUnderstood(path));
        String alias = "t" + tables.size();
        String join = " LEFT JOIN " + SqlNames.quoted(object.name()) + " " + alias + " ON " + alias + "."
                + SqlNames.quoted("Id") + " = " + child.alias + "." + SqlNames.quoted(reference.name());
        Table table = new Table(alias, List.copyOf(way), object, join);
        tables.put(key, table);
        return table;
    }

    private ApiException notUnderstood(FieldPath path) {
        return SoqlError.at(
                query.text(),
                path.at(),
                "INVALID_FIELD",
                "Didn't understand relationship '"
                        + path.names().get(Math.max(0, path.names().size() - 2))
                        + "' in field path. If you are attempting to use a custom relationship, be sure to append the"
                        + " '__r' after the custom relationship name. Please reference your WSDL or the describe call"
                        + " for the appropriate names.");
    }

    private static String noSuchColumn(String field, String object) {
        return "No such column '" + field + "' on entity '" + object
                + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field"
                + " name. Please reference your WSDL or the describe call for the appropriate names.";
    }
}
