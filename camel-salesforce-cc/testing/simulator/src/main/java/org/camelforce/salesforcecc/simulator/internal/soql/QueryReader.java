package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** Turns the syntax tree of a query into a {@link SoqlQuery}, and rejects what is recognised but not supported. */
final class QueryReader {

    private static final int GREATEST_FIELDS_LIMIT = 200;
    private static final int GREATEST_OFFSET = 2000;

    private final String text;
    private final ConditionReader conditions;

    QueryReader(String text) {
        this.text = text;
        this.conditions = new ConditionReader(text);
    }

    SoqlQuery read(SoqlParser.QueryContext query) {
        requireSupportedClause(query);
        List<SelectItem> select = select(query);
        Integer limit = query.limit == null ? null : wholeNumber(query.limit);
        if (limit == null || limit > GREATEST_FIELDS_LIMIT) {
            requireLimitForFields(select, query);
        }
        int offset = query.offset == null ? 0 : wholeNumber(query.offset);
        if (offset > GREATEST_OFFSET) {
            throw SoqlError.at(
                    text,
                    Position.of(query.offset),
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "Maximum SOQL offset allowed is " + GREATEST_OFFSET);
        }
        return new SoqlQuery(
                text,
                query.from.getText(),
                Position.of(query.from.getStart()),
                query.alias == null ? null : query.alias.getText(),
                select,
                query.where == null ? null : conditions.read(query.where),
                whereText(query),
                query.orderItem().stream().map(this::orderBy).toList(),
                limit,
                offset);
    }

    private void requireSupportedClause(SoqlParser.QueryContext query) {
        SoqlParser.UnsupportedClauseContext clause = query.unsupportedClause();
        if (clause != null) {
            Token keyword = clause.getStart();
            throw unsupported(clause, keyword.getText().toUpperCase(Locale.ROOT) + " clauses");
        }
    }

    private List<SelectItem> select(SoqlParser.QueryContext query) {
        List<SelectItem> items = new ArrayList<>();
        for (SoqlParser.SelectItemContext item : query.selectItem()) {
            if (item.fieldPath() != null) {
                items.add(new SelectItem.Field(FieldPath.of(item.fieldPath())));
            } else if (item.functionCall() != null) {
                SelectItem.FieldSet set = fieldSet(item.functionCall());
                if (set != null) {
                    items.add(set);
                } else if (query.selectItem().size() > 1) {
                    throw unsupported(item, "COUNT() beside other fields");
                }
            } else if (item.unsupportedSubquery() != null) {
                throw unsupported(item, "child subqueries");
            } else {
                throw unsupported(item, "TYPEOF");
            }
        }
        return items;
    }

    private SelectItem.@Nullable FieldSet fieldSet(SoqlParser.FunctionCallContext call) {
        String function = call.function.getText().toUpperCase(Locale.ROOT);
        if (function.equals("COUNT") && call.fieldPath() == null && call.ALL() == null && call.alias == null) {
            return null;
        }
        if (function.equals("FIELDS")) {
            String argument = call.ALL() != null
                    ? "ALL"
                    : call.fieldPath() == null ? "" : call.fieldPath().getText();
            for (SelectItem.Group group : SelectItem.Group.values()) {
                if (group.name().equalsIgnoreCase(argument)) {
                    return new SelectItem.FieldSet(group);
                }
            }
            throw SoqlError.malformed(
                    text, Position.of(call.getStart()), "FIELDS takes ALL, STANDARD or CUSTOM, not '" + argument + "'");
        }
        throw unsupported(call, "the function " + function);
    }

    private void requireLimitForFields(List<SelectItem> select, SoqlParser.QueryContext query) {
        for (SelectItem item : select) {
            if (item instanceof SelectItem.FieldSet set && set.group() != SelectItem.Group.STANDARD) {
                throw SoqlError.malformed(
                        text,
                        Position.of(query.selectItem(0).getStart()),
                        "The SOQL FIELDS function must have a LIMIT of at most " + GREATEST_FIELDS_LIMIT);
            }
        }
    }

    private OrderBy orderBy(SoqlParser.OrderItemContext item) {
        if (item.functionCall() != null) {
            throw unsupported(item, "functions in ORDER BY");
        }
        return new OrderBy(FieldPath.of(item.fieldPath()), item.DESC() != null, item.LAST() != null);
    }

    private int wholeNumber(Token number) {
        try {
            int value = Integer.parseInt(number.getText());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a negative number.
        }
        throw SoqlError.malformed(text, Position.of(number), "unexpected token: '" + number.getText() + "'");
    }

    private static SoqlQuery.Slice whereText(SoqlParser.QueryContext query) {
        if (query.where != null) {
            return slice(query.where);
        }
        int end = (query.alias == null ? query.from.getStop() : query.alias).getStopIndex() + 1;
        return new SoqlQuery.Slice(end, end);
    }

    private static SoqlQuery.Slice slice(ParserRuleContext context) {
        return new SoqlQuery.Slice(
                context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
    }

    private ApiException unsupported(ParserRuleContext context, String what) {
        return SoqlError.unsupported(text, context, what);
    }
}
