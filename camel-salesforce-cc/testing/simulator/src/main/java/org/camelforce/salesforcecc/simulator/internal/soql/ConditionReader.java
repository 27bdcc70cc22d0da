package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Condition;

/** Turns the syntax tree of a WHERE or HAVING clause into a {@link Condition}. */
final class ConditionReader extends SoqlBaseVisitor<Condition> {

    private final LiteralReader literals;
    private final Function<SoqlParser.SelectContext, SoqlQuery> subqueries;

    /** @param subqueries reads the queries of semi-joins */
    ConditionReader(String text, Function<SoqlParser.SelectContext, SoqlQuery> subqueries) {
        this.literals = new LiteralReader(text);
        this.subqueries = subqueries;
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
                ExpressionReader.read(comparison.expression()),
                operator(comparison.operator()),
                literals.read(comparison.value()));
    }

    @Override
    public Condition visitMembership(SoqlParser.MembershipContext membership) {
        Condition found =
                new Condition.Membership(ExpressionReader.read(membership.expression()), literals(membership.value()));
        return membership.NOT() == null ? found : new Condition.Not(found);
    }

    @Override
    public Condition visitSemiJoin(SoqlParser.SemiJoinContext join) {
        return new Condition.SemiJoin(
                ExpressionReader.read(join.expression()), join.NOT() != null, subqueries.apply(join.select()));
    }

    @Override
    public Condition visitMultiselect(SoqlParser.MultiselectContext multiselect) {
        Condition found =
                new Condition.Includes(ExpressionReader.read(multiselect.expression()), literals(multiselect.value()));
        return multiselect.EXCLUDES() == null ? found : new Condition.Not(found);
    }

    private List<Literal> literals(List<SoqlParser.ValueContext> values) {
        return values.stream().map(literals::read).toList();
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
}
