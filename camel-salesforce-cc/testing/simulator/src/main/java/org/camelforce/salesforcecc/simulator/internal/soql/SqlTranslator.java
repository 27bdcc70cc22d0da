package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * Translates queries to SQL for tables called like the objects and columns called like the fields. Values travel as
 * parameters, never in the text. Safe for use by several threads.
 */
public final class SqlTranslator {

    private final Schema schema;
    private final InstantSource time;

    /**
     * @param schema what names mean
     * @param time what date literals are relative to; days are those of UTC
     */
    public SqlTranslator(Schema schema, InstantSource time) {
        this.schema = schema;
        this.time = time;
    }

    /**
     * @param query a query
     * @param includeDeleted whether rows in the recycle bin count
     * @return the same in SQL
     * @throws ApiException 400 INVALID_TYPE or INVALID_FIELD for a name without meaning, INVALID_FIELD or
     *     INVALID_QUERY_FILTER_OPERATOR for a value or operator that does not fit its field
     */
    public SqlQuery translate(SoqlQuery query, boolean includeDeleted) {
        SObjectDefinition object = object(query);
        Joins joins = new Joins(schema, query, object);
        List<Joins.Found> selected = selected(query, object, joins);
        List<SqlQuery.Source> sources = joins.sources();
        List<String> outputs = new ArrayList<>(joins.sourceIds());
        selected.forEach(found -> outputs.add(found.sql()));

        OperandConverter operands = new OperandConverter(query.text());
        WhereClause where = new WhereClause(joins, operands, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
        List<String> conditions = new ArrayList<>();
        if (!includeDeleted) {
            object.field("IsDeleted")
                    .ifPresent(deleted ->
                            conditions.add("NOT " + joins.own(deleted).sql()));
        }
        Condition condition = query.where();
        if (condition != null) {
            conditions.add(where.sql(condition));
        }
        String order = order(query, object, joins, operands);

        StringBuilder sql = new StringBuilder("SELECT ").append(String.join(", ", outputs));
        sql.append(joins.fromClause());
        if (!conditions.isEmpty()) {
            sql.append(" WHERE ").append(String.join(" AND ", conditions));
        }
        List<Object> parameters = new ArrayList<>(where.parameters());
        sql.append(order);
        Integer limit = query.limit();
        if (limit != null) {
            sql.append(" LIMIT ?");
            parameters.add(limit);
        }
        if (query.offset() > 0) {
            sql.append(" OFFSET ?");
            parameters.add(query.offset());
        }
        if (query.isCount()) {
            return new SqlQuery(object, true, "SELECT COUNT(*) FROM (" + sql + ")", parameters, List.of(), List.of());
        }
        List<SqlQuery.Column> columns = selected.stream()
                .map(found -> new SqlQuery.Column(found.path(), found.field()))
                .toList();
        return new SqlQuery(object, false, sql.toString(), parameters, sources, columns);
    }

    private SObjectDefinition object(SoqlQuery query) {
        SObjectDefinition object = schema.find(query.objectName())
                .orElseThrow(() -> SoqlError.at(
                        query.text(),
                        query.objectAt(),
                        "INVALID_TYPE",
                        "sObject type '" + query.objectName()
                                + "' is not supported. If you are attempting to use a custom object, be sure to append"
                                + " the '__c' after the entity name. Please reference your WSDL or the describe call"
                                + " for the appropriate names."));
        if (object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT) {
            throw SoqlError.at(
                    query.text(),
                    query.objectAt(),
                    "INVALID_TYPE_FOR_OPERATION",
                    "entity type " + object.name() + " does not support query");
        }
        return object;
    }

    private static List<Joins.Found> selected(SoqlQuery query, SObjectDefinition object, Joins joins) {
        List<Joins.Found> selected = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.FieldSet set) {
                for (FieldDefinition field : object.fields()) {
                    if (belongs(field, set.group())) {
                        add(joins.own(field), field.name(), seen, selected);
                    }
                }
            } else if (item instanceof SelectItem.Field field) {
                add(joins.find(field.path()), field.path().text(), seen, selected);
            }
        }
        return selected;
    }

    private static void add(Joins.Found found, String written, Set<String> seen, List<Joins.Found> selected) {
        if (!seen.add(found.sql().toLowerCase(Locale.ROOT))) {
            throw new ApiException(400, "INVALID_FIELD", "duplicate field selected: " + written);
        }
        selected.add(found);
    }

    private static boolean belongs(FieldDefinition field, SelectItem.Group group) {
        return switch (group) {
            case ALL -> true;
            case STANDARD -> !field.custom();
            case CUSTOM -> field.custom();
        };
    }

    private static String order(SoqlQuery query, SObjectDefinition object, Joins joins, OperandConverter operands) {
        List<String> criteria = new ArrayList<>();
        for (OrderBy criterion : query.orderBy()) {
            Joins.Found found = joins.find(criterion.field());
            if (!found.field().filterable()) {
                throw operands.error(
                        criterion.field(),
                        "MALFORMED_QUERY",
                        "field '" + criterion.field().text() + "' can not be sorted in a query call");
            }
            criteria.add(found.sql()
                    + (criterion.descending() ? " DESC" : " ASC")
                    + (criterion.nullsLast() ? " NULLS LAST" : " NULLS FIRST"));
        }
        object.field("Id").ifPresent(id -> criteria.add(joins.own(id).sql() + " ASC"));
        return " ORDER BY " + String.join(", ", criteria);
    }
}
