package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scalar types that Salesforce adds to those of GraphQL. */
final class SalesforceScalars {

    private static final Set<ValueType> OF_GRAPHQL =
            Set.of(ValueType.ID, ValueType.STRING, ValueType.BOOLEAN, ValueType.INT);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT =
            Pattern.compile(DAY + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:?\\d{2})");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private SalesforceScalars() {}

    static List<GraphQLScalarType> all() {
        return Arrays.stream(ValueType.values())
                .filter(type -> !OF_GRAPHQL.contains(type))
                .map(type -> GraphQLScalarType.newScalar()
                        .name(type.scalar())
                        .coercing(coercing(type))
                        .build())
                .toList();
    }

    private static Coercing<?, ?> coercing(ValueType type) {
        if (type.form() == ValueType.Form.NUMBER) {
            return new Numbers(type.scalar());
        }
        Pattern form = type == ValueType.DATE ? DAY : type == ValueType.DATE_TIME ? MOMENT : ANY;
        return new Texts(type.scalar(), form);
    }

    private static String expected(String name, @Nullable Object found) {
        return "Expected a value of the type '" + name + "' but it was '" + found + "'";
    }

    private static final class Texts implements Coercing<String, String> {

        private final String name;
        private final Pattern form;

        Texts(String name, Pattern form) {
            this.name = name;
            this.form = form;
        }

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String text && form.matcher(text).matches()) {
                return text;
            }
            throw new CoercingParseValueException(expected(name, input));
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text
                    && form.matcher(text.getValue()).matches()) {
                return text.getValue();
            }
            throw new CoercingParseLiteralException(
                    expected(name, input instanceof StringValue text ? text.getValue() : "no text"));
        }
    }

    private static final class Numbers implements Coercing<BigDecimal, Object> {

        private final String name;

        Numbers(String name) {
            this.name = name;
        }

        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Number number) {
                return new BigDecimal(number.toString());
            }
            throw new CoercingParseValueException(expected(name, input));
        }

        @Override
        public BigDecimal parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof IntValue number) {
                return new BigDecimal(number.getValue());
            }
            if (input instanceof FloatValue number) {
                return number.getValue();
            }
            throw new CoercingParseLiteralException(expected(name, "no number"));
        }
    }
}
