package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;

/** What a WHERE clause asks for. */
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
     * A field compared with one value.
     *
     * @param field the left side
     * @param operator how
     * @param value the right side
     */
    record Comparison(FieldPath field, Operator operator, Literal value) implements Condition {}

    /**
     * A field that has one of some values.
     *
     * @param field the field
     * @param values one or more
     */
    record Membership(FieldPath field, List<Literal> values) implements Condition {
        /** Copies the values. */
        public Membership {
            values = List.copyOf(values);
        }
    }

    /** How a field is compared with a value. */
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
