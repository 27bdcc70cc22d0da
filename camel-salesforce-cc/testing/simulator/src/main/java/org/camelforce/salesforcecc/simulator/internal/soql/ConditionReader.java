package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Turns the syntax tree of a WHERE clause into a {@link Condition}. */
final class ConditionReader extends SoqlBaseVisitor<Condition> {

    private final String text;
    private final LiteralReader literals;

    ConditionReader(String text) {
        this.text = text;
        this.literals = new LiteralReader(text);
    }

    Condition read(SoqlParser.ConditionContext condition) {
        return visitCondition(condition);
    }

    @Override
    public Condition visitCondition(SoqlParser.ConditionContext condition) {
        List<Condition> parts = condition.term().stream().map(this::visit).toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return condition.OR().isEmpty() ? new Condition.And(parts) : new Condition.Or(parts);
    }

    @Override
    public Condition visitNegation(SoqlParser.NegationContext negation) {
        return new Condition.Not(visit(negation.term()));
    }

    @Override
    public Condition visitGroup(SoqlParser.GroupContext group) {
        return visitCondition(group.condition());
    }

    @Override
    public Condition visitComparison(SoqlParser.ComparisonContext comparison) {
        return new Condition.Comparison(
                FieldPath.of(comparison.fieldPath()),
                operator(comparison.operator()),
                literals.read(comparison.value()));
    }

    @Override
    public Condition visitMembership(SoqlParser.MembershipContext membership) {
        Condition found = new Condition.Membership(
                FieldPath.of(membership.fieldPath()),
                membership.value().stream().map(literals::read).toList());
        return membership.NOT() == null ? found : new Condition.Not(found);
    }

    @Override
    public Condition visitSemiJoin(SoqlParser.SemiJoinContext join) {
        throw unsupported(join.unsupportedSubquery(), "semi-joins");
    }

    @Override
    public Condition visitMultiselect(SoqlParser.MultiselectContext multiselect) {
        throw unsupported(multiselect, "INCLUDES and EXCLUDES");
    }

    @Override
    public Condition visitFunctionComparison(SoqlParser.FunctionComparisonContext comparison) {
        String function = comparison.functionCall().function.getText().toUpperCase(Locale.ROOT);
        throw unsupported(comparison, "the function " + function);
    }

    private static Condition.Operator operator(SoqlParser.OperatorContext operator) {
        return switch (operator.getStart().getType()) {
            case SoqlParser.EQ -> Condition.Operator.EQ;
            case SoqlParser.NE -> Condition.Operator.NE;
            case SoqlParser.LT -> Condition.Operator.LT;
            case SoqlParser.LE -> Condition.Operator.LE;
            case SoqlParser.GT -> Condition.Operator.GT;
            case SoqlParser.GE -> Condition.Operator.GE;
            default -> Condition.Operator.LIKE;
        };
    }

    private RuntimeException unsupported(ParserRuleContext context, String what) {
        return SoqlError.unsupported(text, context, what);
    }
}
