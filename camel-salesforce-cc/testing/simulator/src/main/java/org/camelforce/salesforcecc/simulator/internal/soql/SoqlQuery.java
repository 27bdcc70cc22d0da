package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that is correct in its syntax; whether its names mean anything is found out when it is run. Immutable.
 *
 * @param text the query as it was written; the whole of it for a query inside of another
 * @param from what is queried
 * @param select what to answer; empty for {@code COUNT()}
 * @param where what to answer it for; null for all records
 * @param whereText where the condition stands in the text
 * @param grouping what GROUP BY and HAVING say
 * @param orderBy the order, by decreasing weight
 * @param limit greatest number of records; null for no limit
 * @param offset number of records to skip
 * @param purposes what is written after FOR and UPDATE, in capitals
 */
public record SoqlQuery(
        String text,
        From from,
        List<SelectItem> select,
        @Nullable Condition where,
        Slice whereText,
        Grouping grouping,
        List<OrderBy> orderBy,
        @Nullable Integer limit,
        int offset,
        Set<String> purposes) {

    /** Copies the lists. */
    public SoqlQuery {
        select = List.copyOf(select);
        orderBy = List.copyOf(orderBy);
        purposes = Set.copyOf(purposes);
    }

    /**
     * What is queried.
     *
     * @param path the object, or the relationship to children, as written
     * @param alias the other name that paths may begin with; null if there is none
     * @param parents paths to parents by the alias that stands for them, in lower case
     * @param mine whether only records count that the user owns (USING SCOPE MINE)
     */
    public record From(FieldPath path, @Nullable String alias, Map<String, List<String>> parents, boolean mine) {

        /** Copies the aliases. */
        public From {
            parents = Map.copyOf(parents);
        }

        List<String> parent(String name) {
            return parents.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    /**
     * How records are put together.
     *
     * @param kind which combinations of the expressions make groups
     * @param by the expressions; empty if there is no GROUP BY
     * @param having which groups to answer; null for all
     */
    public record Grouping(Kind kind, List<Expression> by, @Nullable Condition having) {

        /** Copies the expressions. */
        public Grouping {
            by = List.copyOf(by);
        }

        /** Which combinations make groups. */
        public enum Kind {
            /** All expressions together. */
            PLAIN,
            /** All expressions, all but the last one, and so on down to none. */
            ROLLUP,
            /** Every combination. */
            CUBE
        }
    }

    /**
     * One criterion of an ORDER BY clause.
     *
     * @param by what to sort by
     * @param descending whether the greatest comes first
     * @param nullsLast whether records without a value come last; they come first by default
     */
    public record OrderBy(Expression by, boolean descending, boolean nullsLast) {}

    /**
     * A part of a text.
     *
     * @param from index of its first character
     * @param until index of the character after its last; the same as {@code from} for a place between characters
     */
    public record Slice(int from, int until) {}

    /** What a select list consists of. */
    public sealed interface SelectItem {

        /**
         * All fields of a group, as in {@code FIELDS(STANDARD)}.
         *
         * @param group which fields
         */
        record FieldSet(Group group) implements SelectItem {}

        /** The groups of fields that have a name. */
        enum Group {
            /** Every field. */
            ALL,
            /** Fields delivered with the org. */
            STANDARD,
            /** Fields added to the org. */
            CUSTOM
        }

        /**
         * A field or a function.
         *
         * @param expression which
         * @param alias its name in the answer; null if it has the one that Salesforce gives
         */
        record Value(Expression expression, @Nullable String alias) implements SelectItem {}

        /**
         * The children of a record.
         *
         * @param query what to answer of which of them
         */
        record Children(SoqlQuery query) implements SelectItem {}

        /**
         * Fields of a parent that depend on what it is.
         *
         * @param relationship the way to the parent
         * @param branches fields by the object's name, in lower case
         * @param otherwise fields for any other object
         */
        record TypeOf(FieldPath relationship, Map<String, List<FieldPath>> branches, List<FieldPath> otherwise)
                implements SelectItem {

            /** Copies the branches. */
            public TypeOf {
                branches = Map.copyOf(branches);
                otherwise = List.copyOf(otherwise);
            }
        }
    }

    /** What a WHERE or HAVING clause asks for. */
    public sealed interface Condition {

        /**
         * All of them hold.
         *
         * @param parts two or more
         */
        record And(List<Condition> parts) implements Condition {
            /** Copies the parts. */
            public And {
                parts = List.copyOf(parts);
            }
        }

        /**
         * One of them holds.
         *
         * @param parts two or more
         */
        record Or(List<Condition> parts) implements Condition {
            /** Copies the parts. */
            public Or {
                parts = List.copyOf(parts);
            }
        }

        /**
         * It does not hold.
         *
         * @param part what does not
         */
        record Not(Condition part) implements Condition {}

        /**
         * Something compared with one value.
         *
         * @param left the left side
         * @param operator how
         * @param value the right side
         */
        record Comparison(Expression left, Operator operator, Literal value) implements Condition {}

        /**
         * Something that has one of some values.
         *
         * @param left the left side
         * @param values one or more
         */
        record Membership(Expression left, List<Literal> values) implements Condition {
            /** Copies the values. */
            public Membership {
                values = List.copyOf(values);
            }
        }

        /**
         * A multi-select picklist that has all the values of one of some lists.
         *
         * @param left the left side
         * @param lists one or more, each of values with semicolons between them
         */
        record Includes(Expression left, List<Literal> lists) implements Condition {
            /** Copies the lists. */
            public Includes {
                lists = List.copyOf(lists);
            }
        }

        /**
         * An id that another query answers, or does not.
         *
         * @param left the left side
         * @param anti whether it does not
         * @param query the other query
         */
        record SemiJoin(Expression left, boolean anti, SoqlQuery query) implements Condition {}

        /** How two values are compared. */
        enum Operator {
            /** Has the value, whatever its case. */
            EQ("="),
            /** Has another value, or none. */
            NE("<>"),
            /** Is less. */
            LT("<"),
            /** Is less or equal. */
            LE("<="),
            /** Is greater. */
            GT(">"),
            /** Is greater or equal. */
            GE(">="),
            /** Matches a pattern of {@code %} and {@code _}, whatever its case. */
            LIKE("LIKE");

            private final String sql;

            Operator(String sql) {
                this.sql = sql;
            }

            String sql() {
                return sql;
            }
        }
    }

    /** @return the object queried, as written */
    public String objectName() {
        return from.path().field();
    }

    /** @return whether it is {@code SELECT COUNT() FROM ...} */
    public boolean isCount() {
        return select.isEmpty();
    }

    /** @return the fields of the select list as written, {@code Account.Name} for a parent's; without FIELDS groups */
    public List<String> fields() {
        return select.stream()
                .filter(item ->
                        item instanceof SelectItem.Value value && value.expression() instanceof Expression.Field)
                .map(item -> ((SelectItem.Value) item).expression().text())
                .toList();
    }
}
