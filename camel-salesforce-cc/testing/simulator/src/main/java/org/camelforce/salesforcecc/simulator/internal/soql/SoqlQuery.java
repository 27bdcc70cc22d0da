package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is correct in its syntax; whether its names mean anything is found out when it is run. Immutable.
 *
 * @param text the query as it was written
 * @param objectName the object queried, as written
 * @param objectAt where the object's name is written
 * @param alias the other name that paths may begin with; null if there is none
 * @param select what to answer; empty for {@code COUNT()}
 * @param where what to answer it for; null for all records
 * @param whereText where the condition stands in the text
 * @param orderBy the order, by decreasing weight
 * @param limit greatest number of records; null for no limit
 * @param offset number of records to skip
 */
public record SoqlQuery(
        String text,
        String objectName,
        Position objectAt,
        @Nullable String alias,
        List<SelectItem> select,
        @Nullable Condition where,
        Slice whereText,
        List<OrderBy> orderBy,
        @Nullable Integer limit,
        int offset) {

    /** Copies the lists. */
    public SoqlQuery {
        select = List.copyOf(select);
        orderBy = List.copyOf(orderBy);
    }

    /**
     * A part of a text.
     *
     * @param from index of its first character
     * @param until index of the character after its last; the same as {@code from} for a place between characters
     */
    public record Slice(int from, int until) {}

    /** @return whether it is {@code SELECT COUNT() FROM ...} */
    public boolean isCount() {
        return select.isEmpty();
    }

    /** @return the fields of the select list as written, {@code Account.Name} for a parent's; without FIELDS groups */
    public List<String> fields() {
        return select.stream()
                .filter(SelectItem.Field.class::isInstance)
                .map(item -> ((SelectItem.Field) item).path().text())
                .toList();
    }
}
