package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query of groups, in SOQL and in plain Java. What it answers has no order.
 *
 * @param object the object
 * @param kind PLAIN, ROLLUP or CUBE
 * @param by what makes groups
 * @param aggregates what is computed of each group
 * @param where which records; null for all
 * @param having which groups; null for all
 */
record GroupQuery(
        String object,
        String kind,
        List<Group> by,
        List<Aggregate> aggregates,
        @Nullable Filter where,
        @Nullable Having having) {

    /** A field, or a part of it, that makes groups. */
    record Group(String path, Filter.@Nullable Part part) {

        String soql() {
            return part == null ? path : part.of(path);
        }

        @Nullable
        Object of(Row row) {
            Object value = row.value(path);
            return part == null ? value : part.of(value);
        }
    }

    /** A function of a group. */
    record Aggregate(String function, String path) {

        String soql() {
            return function + "(" + path + ")";
        }

        @Nullable
        Object of(List<Row> rows) {
            List<Object> values = rows.stream()
                    .map(row -> row.value(path))
                    .filter(Objects::nonNull)
                    .toList();
            if (function.equals("COUNT")) {
                return values.size();
            }
            if (function.equals("COUNT_DISTINCT")) {
                TreeSet<Object> distinct = new TreeSet<>(Values::compare);
                distinct.addAll(values);
                return distinct.size();
            }
            if (values.isEmpty()) {
                return null;
            }
            return switch (function) {
                case "MIN" -> values.stream().min(Values::compare).orElseThrow();
                case "MAX" -> values.stream().max(Values::compare).orElseThrow();
                case "SUM" -> sum(values);
                default -> sum(values).doubleValue() / values.size();
            };
        }

        private static BigDecimal sum(List<Object> values) {
            return values.stream()
                    .map(value -> new BigDecimal(value.toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** Which groups count. */
    record Having(Aggregate aggregate, String operator, int value) {

        String soql() {
            return aggregate.soql() + " " + operator + " " + value;
        }

        boolean test(List<Row> rows) {
            return Filter.Compared.holds(aggregate.of(rows), operator, value);
        }
    }

    String soql() {
        List<String> items = new ArrayList<>();
        IntStream.range(0, by.size())
                .mapToObj(i -> by.get(i).soql() + (by.get(i).part() == null ? "" : " g" + i))
                .forEach(items::add);
        IntStream.range(0, aggregates.size())
                .mapToObj(i -> aggregates.get(i).soql() + " a" + i)
                .forEach(items::add);
        String groups = by.stream().map(Group::soql).collect(Collectors.joining(", "));
        return "SELECT " + String.join(", ", items) + " FROM " + object
                + (where == null ? "" : " WHERE " + where.soql())
                + (by.isEmpty() ? "" : " GROUP BY " + (kind.equals("PLAIN") ? groups : kind + "(" + groups + ")"))
                + (having == null || by.isEmpty() ? "" : " HAVING " + having.soql());
    }

    /** Answers a line for each group, in the order of the alphabet. */
    List<String> evaluate(Records records) {
        List<Row> found = (object.equals("Account") ? records.accounts() : records.contacts())
                .stream().filter(row -> where == null || where.test(row)).toList();
        return combinations()
                .flatMap(present -> groups(found, present))
                .sorted()
                .toList();
    }

    private Stream<List<Group>> combinations() {
        int size = by.size();
        return switch (kind) {
            case "ROLLUP" -> IntStream.rangeClosed(0, size).mapToObj(length -> by.subList(0, length));
            case "CUBE" ->
                IntStream.range(0, 1 << size).mapToObj(bits -> IntStream.range(0, size)
                        .filter(i -> (bits >> i) % 2 == 1)
                        .mapToObj(by::get)
                        .toList());
            default -> Stream.of(by);
        };
    }

    private Stream<String> groups(List<Row> found, List<Group> present) {
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        if (present.isEmpty()) {
            groups.put(List.of(), found);
        }
        for (Row row : found) {
            if (!present.isEmpty()) {
                List<String> key = present.stream()
                        .map(group -> Values.canonical(group.of(row)).toLowerCase(Locale.ROOT))
                        .toList();
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> having == null || by.isEmpty() || having.test(group.getValue()))
                .map(group -> line(group.getKey(), present, group.getValue()));
    }

    private String line(List<String> key, List<Group> present, List<Row> rows) {
        List<String> values = new ArrayList<>();
        for (Group group : by) {
            values.add(present.contains(group) ? key.get(present.indexOf(group)) : "null");
        }
        aggregates.forEach(
                aggregate -> values.add(Values.canonical(aggregate.of(rows)).toLowerCase(Locale.ROOT)));
        return values.toString();
    }
}
