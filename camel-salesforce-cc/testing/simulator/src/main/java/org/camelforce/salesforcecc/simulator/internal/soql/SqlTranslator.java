package org.camelforce.salesforcecc.simulator.internal.soql;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.camelforce.salesforcecc.simulator.records.ApiException;
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
     * @param scope who asks, and for which rows
     * @return the same in SQL
     * @throws ApiException 400 INVALID_TYPE or INVALID_FIELD for a name without meaning, INVALID_FIELD or
     *     INVALID_QUERY_FILTER_OPERATOR for a value or operator that does not fit its field, MALFORMED_QUERY for what
     *     SOQL does not allow there
     */
    public SqlQuery translate(SoqlQuery query, QueryScope scope) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        Conditions conditions = new Conditions(schema, this::object, today, scope);
        if (query.from().path().names().size() > 1) {
            throw invalidType(query, query.from().path().text());
        }
        SObjectDefinition object = object(query);
        return AggregateTranslator.isAggregate(query)
                ? new AggregateTranslator(conditions, query, object).translate()
                : new RecordTranslator(conditions).translate(query, object);
    }

    private SObjectDefinition object(SoqlQuery query) {
        SObjectDefinition object =
                schema.find(query.objectName()).orElseThrow(() -> invalidType(query, query.objectName()));
        if (object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT) {
            throw SoqlError.at(
                    query.text(),
                    query.from().path().at(),
                    "INVALID_TYPE_FOR_OPERATION",
                    "entity type " + object.name() + " does not support query");
        }
        return object;
    }

    private static ApiException invalidType(SoqlQuery query, String name) {
        return SoqlError.at(
                query.text(),
                query.from().path().at(),
                "INVALID_TYPE",
                "sObject type '" + name
                        + "' is not supported. If you are attempting to use a custom object, be sure to append"
                        + " the '__c' after the entity name. Please reference your WSDL or the describe call"
                        + " for the appropriate names.");
    }
}
