package org.camelforce.salesforcecc.simulator.internal.soql;

import java.math.BigDecimal;
import org.antlr.v4.runtime.Token;

/** Turns the syntax tree of a field or function into an {@link Expression}. */
final class ExpressionReader {

    private ExpressionReader() {}

    static Expression read(SoqlParser.ExpressionContext expression) {
        return expression.fieldPath() != null
                ? new Expression.Field(FieldPath.of(expression.fieldPath()))
                : call(expression.functionCall());
    }

    static Expression.Call call(SoqlParser.FunctionCallContext call) {
        return new Expression.Call(
                call.function.getText(),
                call.argument().stream().map(ExpressionReader::argument).toList(),
                Position.of(call.getStart()));
    }

    private static Expression argument(SoqlParser.ArgumentContext argument) {
        if (argument.expression() != null) {
            return read(argument.expression());
        }
        Token token = argument.getStart();
        String text = token.getText();
        Literal literal = argument.NUMBER() != null
                ? new Literal.Numeric(new BigDecimal(text))
                : new Literal.Text(text.substring(1, text.length() - 1), "");
        return new Expression.Constant(literal, text, Position.of(token));
    }
}
