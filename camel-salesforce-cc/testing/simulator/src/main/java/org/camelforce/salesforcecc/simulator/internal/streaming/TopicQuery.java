package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.soql.Condition;
import org.camelforce.salesforcecc.simulator.internal.soql.FieldPath;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
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
            boolean plain = !query.isCount() && query.orderBy().isEmpty() && query.limit() == null;
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

    private static Stream<FieldPath> fields(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().flatMap(TopicQuery::fields);
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().flatMap(TopicQuery::fields);
        }
        if (condition instanceof Condition.Not not) {
            return fields(not.part());
        }
        return Stream.of(
                condition instanceof Condition.Comparison comparison
                        ? comparison.field()
                        : ((Condition.Membership) condition).field());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
