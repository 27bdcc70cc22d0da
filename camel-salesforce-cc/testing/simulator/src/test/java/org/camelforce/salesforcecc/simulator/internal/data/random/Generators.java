package org.camelforce.salesforcecc.simulator.internal.data.random;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random records of accounts and contacts, and random queries of them. */
final class Generators {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final double WITHOUT_VALUE = 0.2;
    private static final List<String> TEXTS =
            List.of("Acme", "acme", "ACME Ltd", "Bolt", "O'Neil", "50%", "a_b", "back\\slash", "Zoë", "x");
    private static final List<String> TAGS = List.of("red", "Green", "blue");
    private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");

    /** Fields of accounts by name. */
    static final Map<String, Kind> ACCOUNT = fields(
            "Name", Kind.TEXT,
            "Site", Kind.TEXT,
            "NumberOfEmployees", Kind.WHOLE,
            "AnnualRevenue", Kind.DECIMAL,
            "Active__c", Kind.BOOL,
            "Tags__c", Kind.LIST,
            "Seen__c", Kind.MOMENT);

    /** Fields of contacts and of their accounts by path. */
    static final Map<String, Kind> CONTACT = fields(
            "LastName", Kind.TEXT,
            "Title", Kind.TEXT,
            "DoNotCall", Kind.BOOL,
            "Birthdate", Kind.DAY,
            "Account.Name", Kind.TEXT,
            "Account.NumberOfEmployees", Kind.WHOLE,
            "Account.Seen__c", Kind.MOMENT);

    private Generators() {}

    private static Map<String, Kind> fields(Object... namesAndKinds) {
        Map<String, Kind> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            fields.put((String) namesAndKinds[i], (Kind) namesAndKinds[i + 1]);
        }
        return fields;
    }

    static Map<String, Kind> fieldsOf(String object) {
        return object.equals("Account") ? ACCOUNT : CONTACT;
    }

    static Arbitrary<Records> records() {
        Arbitrary<List<Map<String, Object>>> accounts =
                values(ACCOUNT, "Name").list().ofMinSize(0).ofMaxSize(8);
        Arbitrary<Tuple.Tuple2<Map<String, Object>, Integer>> contact = Combinators.combine(
                        values(CONTACT, "LastName"), Arbitraries.integers().between(-1, 7))
                .as(Tuple::of);
        return Combinators.combine(accounts, contact.list().ofMinSize(0).ofMaxSize(12))
                .as(Generators::records);
    }

    private static Records records(
            List<Map<String, Object>> accountValues, List<Tuple.Tuple2<Map<String, Object>, Integer>> contactValues) {
        List<Row> accounts = new ArrayList<>();
        accountValues.forEach(values -> accounts.add(new Row(accounts.size(), values, null)));
        List<Row> contacts = new ArrayList<>();
        contactValues.forEach(contact -> {
            int parent = contact.get2();
            contacts.add(new Row(
                    contacts.size(),
                    contact.get1(),
                    parent < 0 || parent >= accounts.size() ? null : accounts.get(parent)));
        });
        return new Records(accounts, contacts);
    }

    private static Arbitrary<Map<String, Object>> values(Map<String, Kind> fields, String required) {
        Arbitrary<Map<String, Object>> all = Arbitraries.just(Map.of());
        for (Map.Entry<String, Kind> field : fields.entrySet()) {
            if (!field.getKey().contains(".")) {
                boolean always = field.getKey().equals(required) || field.getValue() == Kind.BOOL;
                Arbitrary<Object> value = value(field.getValue());
                all = Combinators.combine(all, always ? value : value.injectNull(WITHOUT_VALUE))
                        .as((before, one) -> with(before, field.getKey(), one));
            }
        }
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> before, String name, @Nullable Object value) {
        Map<String, Object> after = new HashMap<>(before);
        if (value != null) {
            after.put(name, value);
        }
        return after;
    }

    private static Arbitrary<Object> value(Kind kind) {
        return switch (kind) {
            case TEXT -> Arbitraries.of(TEXTS).map(text -> text);
            case WHOLE -> Arbitraries.integers().between(-2, 5).map(number -> number);
            case DECIMAL -> Arbitraries.integers().between(-250, 250).map(cents -> BigDecimal.valueOf(cents, 2));
            case BOOL -> Arbitraries.of(true, false).map(bool -> bool);
            case DAY -> days().map(day -> day);
            case MOMENT ->
                Combinators.combine(days(), Arbitraries.of(0, 1, 719, 1439))
                        .as((day, minutes) -> day.atStartOfDay().plusMinutes(minutes));
            case LIST -> Arbitraries.of(TAGS).set().ofMinSize(1).ofMaxSize(3).map(tags -> String.join(";", tags));
        };
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.of(0, 0, -1, 1, 8, -22, 31, 39, -270, -400).map(TODAY::plusDays);
    }

    private static Arbitrary<String> paths(String object, Kind... kinds) {
        List<Kind> wanted = List.of(kinds);
        return Arbitraries.of(fieldsOf(object).entrySet().stream()
                .filter(field -> wanted.isEmpty() || wanted.contains(field.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    static Arbitrary<Filter> filters(String object, int depth) {
        Arbitrary<Filter> leaf = leaves(object);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Filter> inner = Arbitraries.lazy(() -> filters(object, depth - 1));
        return Arbitraries.frequencyOf(
                Tuple.of(3, leaf),
                Tuple.of(
                        2,
                        Combinators.combine(inner, Arbitraries.of(true, false), inner)
                                .as((left, both, right) -> (Filter) new Filter.Joined(left, both, right))),
                Tuple.of(1, inner.map(filter -> (Filter) new Filter.Negated(filter))));
    }

    private static Arbitrary<Filter> leaves(String object) {
        List<Arbitrary<Filter>> leaves = new ArrayList<>();
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        leaves.add(paths(object).flatMap(path -> compared(object, path)));
        leaves.add(paths(object, Kind.TEXT, Kind.WHOLE, Kind.DAY).flatMap(path -> Combinators.combine(
                        flags, value(kind(object, path)).list().ofMinSize(1).ofMaxSize(3))
                .as((not, values) -> new Filter.OneOf(path, not, values))));
        leaves.add(Combinators.combine(
                        paths(object, Kind.TEXT),
                        flags,
                        Arbitraries.of("a", "Acme", "O'", "%", "_", "\\", "L", "ë"),
                        flags)
                .as(Filter.Like::new));
        leaves.add(Combinators.combine(
                        paths(object, Kind.MOMENT, Kind.DAY),
                        Arbitraries.of(Filter.Part.class),
                        Arbitraries.of(OPERATORS),
                        Arbitraries.of(1, 2, 4, 11, 23, 48, 327, 2026))
                .as(Filter.DatePart::new));
        leaves.add(Combinators.combine(
                        paths(object, Kind.MOMENT, Kind.DAY), Arbitraries.of("TODAY", "THIS_MONTH", "THIS_YEAR"), flags)
                .as((path, literal, not) -> new Filter.During(path, literal, not, TODAY)));
        if (fieldsOf(object).containsValue(Kind.LIST)) {
            Arbitrary<List<String>> list = Arbitraries.of("red", "green", "BLUE", "re")
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(2);
            leaves.add(Combinators.combine(
                            paths(object, Kind.LIST),
                            flags,
                            list.list().ofMinSize(1).ofMaxSize(2))
                    .as(Filter.Includes::new));
        }
        return Arbitraries.oneOf(leaves);
    }

    private static Arbitrary<Filter> compared(String object, String path) {
        Kind kind = kind(object, path);
        List<String> operators = kind == Kind.BOOL ? OPERATORS.subList(0, 2) : OPERATORS;
        Arbitrary<Filter> withValue = Combinators.combine(Arbitraries.of(operators), value(kind))
                .as((operator, value) -> new Filter.Compared(path, operator, value));
        Arbitrary<Filter> withNull =
                Arbitraries.of("=", "!=").map(operator -> new Filter.Compared(path, operator, null));
        return kind == Kind.BOOL ? withValue : Arbitraries.frequencyOf(Tuple.of(4, withValue), Tuple.of(1, withNull));
    }

    private static Kind kind(String object, String path) {
        return fieldsOf(object).getOrDefault(path, Kind.TEXT);
    }

    static Arbitrary<RecordQuery> recordQueries() {
        return Arbitraries.of("Account", "Contact").flatMap(object -> recordQueries(object, object.equals("Account")));
    }

    private static Arbitrary<RecordQuery> recordQueries(String object, boolean whole) {
        Arbitrary<Set<String>> select =
                paths(object).set().ofMinSize(1).ofMaxSize(4).map(LinkedHashSet::new);
        Arbitrary<Filter> where = filters(object, 2).injectNull(WITHOUT_VALUE);
        Arbitrary<RecordQuery.SemiJoin> semiJoin = Combinators.combine(
                        Arbitraries.of(true, false), filters("Contact", 1).injectNull(WITHOUT_VALUE))
                .as(RecordQuery.SemiJoin::new);
        Arbitrary<RecordQuery> children =
                whole ? recordQueries("Contact", false).injectNull(0.6) : Arbitraries.just(null);
        Arbitrary<List<RecordQuery.Sort>> order = Combinators.combine(
                        paths(object, Kind.TEXT, Kind.WHOLE, Kind.DECIMAL, Kind.BOOL, Kind.DAY, Kind.MOMENT),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(RecordQuery.Sort::new)
                .list()
                .ofMaxSize(2);
        return Combinators.combine(
                        select,
                        where,
                        whole ? semiJoin.injectNull(0.7) : Arbitraries.<RecordQuery.SemiJoin>just(null),
                        children,
                        order,
                        Arbitraries.integers().between(0, 6).injectNull(0.6),
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(1, 1), Tuple.of(1, 3)))
                .as((fields, filter, join, inner, sorts, limit, offset) ->
                        new RecordQuery(object, fields, filter, join, inner, sorts, limit, offset));
    }

    static Arbitrary<GroupQuery> groupQueries() {
        return Arbitraries.of("Account", "Contact").flatMap(object -> {
            List<GroupQuery.Group> groups = new ArrayList<>();
            fieldsOf(object).forEach((path, kind) -> {
                if (kind.isGroupable()) {
                    groups.add(new GroupQuery.Group(path, null));
                }
                if (kind == Kind.MOMENT || kind == Kind.DAY) {
                    groups.add(new GroupQuery.Group(path, Filter.Part.CALENDAR_YEAR));
                    groups.add(new GroupQuery.Group(path, Filter.Part.DAY_IN_WEEK));
                }
            });
            return Combinators.combine(
                            Arbitraries.of("PLAIN", "ROLLUP", "CUBE"),
                            Arbitraries.of(groups).list().uniqueElements().ofMaxSize(3),
                            aggregates(object).list().ofMinSize(1).ofMaxSize(3),
                            filters(object, 1).injectNull(WITHOUT_VALUE),
                            Combinators.combine(
                                            aggregates(object).filter(one -> isNumber(object, one)),
                                            Arbitraries.of(OPERATORS),
                                            Arbitraries.integers().between(0, 3))
                                    .as(GroupQuery.Having::new)
                                    .injectNull(0.5))
                    .as((kind, by, aggregates, where, having) ->
                            new GroupQuery(object, by.isEmpty() ? "PLAIN" : kind, by, aggregates, where, having));
        });
    }

    private static boolean isNumber(String object, GroupQuery.Aggregate aggregate) {
        return aggregate.function().startsWith("COUNT")
                || kind(object, aggregate.path()).isNumber();
    }

    private static Arbitrary<GroupQuery.Aggregate> aggregates(String object) {
        Arbitrary<GroupQuery.Aggregate> ofAll = Combinators.combine(
                        Arbitraries.of("COUNT", "COUNT_DISTINCT", "MIN", "MAX"),
                        paths(object, Kind.TEXT, Kind.WHOLE, Kind.DECIMAL, Kind.DAY, Kind.MOMENT))
                .as(GroupQuery.Aggregate::new);
        Arbitrary<GroupQuery.Aggregate> ofNumbers = Combinators.combine(
                        Arbitraries.of("SUM", "AVG"), paths(object, Kind.WHOLE, Kind.DECIMAL))
                .as(GroupQuery.Aggregate::new);
        return Arbitraries.oneOf(ofAll, ofNumbers);
    }
}
