package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.soql.Expression;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/**
 * The query of a PushTopic. Such a query has fields, one object and conditions, and nothing else (Streaming API
 * Developer Guide, "PushTopic Queries").
 *
 * @param query the query
 */
record TopicQuery(SoqlQuery query) {

    static Optional<TopicQuery> parse(String soql) {
        try {
            SoqlQuery query = Soql.parse(soql);
            boolean plain = !query.isCount()
                    && query.select().stream().allMatch(TopicQuery::isField)
                    && Stream.ofNullable(query.where()).allMatch(TopicQuery::comparesFields)
                    && query.grouping().by().isEmpty()
                    && query.orderBy().isEmpty()
                    && query.purposes().isEmpty()
                    && !query.from().mine()
                    && query.limit() == null;
            return plain && query.offset() == 0 ? Optional.of(new TopicQuery(query)) : Optional.empty();
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    /** @return this query, restricted to one record */
    String forRecord(String id) {
        return Soql.restrictedToId(query, id).text();
    }

    boolean isAbout(String object) {
        return query.objectName().equalsIgnoreCase(object);
    }

    /** @return the fields of the select list, in lower case */
    Set<String> selected() {
        return query.fields().stream().map(TopicQuery::lower).collect(Collectors.toSet());
    }

    /** @return the fields of the conditions, in lower case */
    Set<String> filtered() {
        return Stream.ofNullable(query.where())
                .flatMap(TopicQuery::fields)
                .map(field -> lower(field.text()))
                .collect(Collectors.toSet());
    }

    private static boolean isField(SelectItem item) {
        return item instanceof SelectItem.FieldSet
                || item instanceof SelectItem.Value value && value.expression() instanceof Expression.Field;
    }

    private static boolean comparesFields(Condition condition) {
        return comparisons(condition)
                .allMatch(part -> !(part instanceof Condition.SemiJoin) && left(part) instanceof Expression.Field);
    }

    private static Stream<Expression> fields(Condition condition) {
        return comparisons(condition).map(TopicQuery::left);
    }

    private static Stream<Condition> comparisons(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().flatMap(TopicQuery::comparisons);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(TopicQuery::comparisons);
        }
        return condition instanceof Condition.Not not ? comparisons(not.part()) : Stream.of(condition);
    }

    private static Expression left(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison.left();
        }
        if (condition instanceof Condition.Includes includes) {
            return includes.left();
        }
        return condition instanceof Condition.SemiJoin join ? join.left() : ((Condition.Membership) condition).left();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
