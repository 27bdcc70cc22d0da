package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query of records, in SOQL and in plain Java.
 *
 * @param object the object
 * @param select the fields
 * @param where which records; null for all
 * @param semiJoin which contacts' accounts, of accounts; null for all
 * @param children which contacts of each account to answer; null for none
 * @param order the order
 * @param limit most records; null for all
 * @param offset records to skip
 */
record RecordQuery(
        String object,
        Set<String> select,
        @Nullable Filter where,
        @Nullable SemiJoin semiJoin,
        @Nullable RecordQuery children,
        List<Sort> order,
        @Nullable Integer limit,
        int offset) {

    /** A criterion of the order. */
    record Sort(String path, boolean descending, boolean nullsLast) {

        String soql() {
            return path + (descending ? " DESC" : "") + (nullsLast ? " NULLS LAST" : "");
        }

        Comparator<Row> comparator() {
            return (a, b) -> {
                Object left = a.value(path);
                Object right = b.value(path);
                if (left == null || right == null) {
                    return Boolean.compare(left != null, right != null) * (nullsLast ? -1 : 1);
                }
                return Values.compare(left, right) * (descending ? -1 : 1);
            };
        }
    }

    /** Accounts that some contacts belong to, or do not. */
    record SemiJoin(boolean anti, @Nullable Filter where) {

        String soql() {
            return "Id " + (anti ? "NOT IN" : "IN") + " (SELECT AccountId FROM Contact" + clause(where) + ")";
        }

        boolean test(Row account, Records records) {
            return anti
                    != records.contacts().stream()
                            .anyMatch(contact -> contact.parent() == account && (where == null || where.test(contact)));
        }
    }

    String soql() {
        return soql(object);
    }

    private String soql(String from) {
        List<String> items = new ArrayList<>(select);
        RecordQuery inner = children;
        if (inner != null) {
            items.add("(" + inner.soql("Contacts") + ")");
        }
        String conditions = java.util.stream.Stream.of(
                        where == null ? null : "(" + where.soql() + ")", semiJoin == null ? null : semiJoin.soql())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" AND "));
        return "SELECT " + String.join(", ", items) + " FROM " + from
                + (conditions.isEmpty() ? "" : " WHERE " + conditions)
                + (order.isEmpty()
                        ? ""
                        : " ORDER BY " + order.stream().map(Sort::soql).collect(Collectors.joining(", ")))
                + (limit == null ? "" : " LIMIT " + limit)
                + (offset == 0 ? "" : " OFFSET " + offset);
    }

    List<String> evaluate(Records records) {
        return evaluate(object.equals("Account") ? records.accounts() : records.contacts(), records);
    }

    private List<String> evaluate(List<Row> all, Records records) {
        Comparator<Row> comparator = order.stream()
                .map(Sort::comparator)
                .reduce(Comparator::thenComparing)
                .orElse((a, b) -> 0)
                .thenComparing(Row::number);
        return all.stream()
                .filter(row -> where == null || where.test(row))
                .filter(row -> semiJoin == null || semiJoin.test(row, records))
                .sorted(comparator)
                .skip(offset)
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .map(row -> line(row, records))
                .toList();
    }

    private String line(Row row, Records records) {
        List<String> values = new ArrayList<>();
        select.forEach(path -> values.add(Values.canonical(row.value(path))));
        RecordQuery inner = children;
        if (inner != null) {
            List<Row> own = records.contacts().stream()
                    .filter(contact -> contact.parent() == row)
                    .toList();
            values.add(inner.evaluate(own, records).toString());
        }
        return values.toString();
    }

    private static String clause(@Nullable Filter filter) {
        return filter == null ? "" : " WHERE " + filter.soql();
    }
}
