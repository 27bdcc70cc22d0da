package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a query selects, compares, groups by or sorts by. */
public sealed interface Expression {

    /** @return where it is written */
    Position at();

    /** @return how it is written, without blanks */
    String text();

    /** @return whether both mean the same, whatever the case of their names */
    default boolean isSameAs(Expression other) {
        return text().toLowerCase(Locale.ROOT).equals(other.text().toLowerCase(Locale.ROOT));
    }

    /**
     * A field.
     *
     * @param path how to reach it
     */
    record Field(FieldPath path) implements Expression {

        @Override
        public Position at() {
            return path.at();
        }

        @Override
        public String text() {
            return path.text();
        }
    }

    /**
     * A function of something.
     *
     * @param function its name as written
     * @param arguments what it is a function of; empty for {@code COUNT()}
     * @param at where it is written
     */
    record Call(String function, List<Expression> arguments, Position at) implements Expression {

        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return function + arguments.stream().map(Expression::text).collect(Collectors.joining(",", "(", ")"));
        }

        /** @return the function's name in capitals */
        public String name() {
            return function.toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A number or text, which only functions take.
     *
     * @param literal its value
     * @param text how it is written
     * @param at where it is written
     */
    record Constant(Literal literal, String text, Position at) implements Expression {}
}
