package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Grouping;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.OrderBy;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/** Turns the syntax tree of a query into a {@link SoqlQuery}, and rejects what is recognised but not allowed. */
final class QueryReader {

    private static final int MAX_FIELDS_LIMIT = 200;
    private static final int MAX_OFFSET = 2000;
    private static final int MAX_ROLLUP_FIELDS = 3;
    private static final Map<String, Set<String>> PURPOSES = Map.of(
            "FOR", Set.of("VIEW", "REFERENCE", "UPDATE"),
            "UPDATE", Set.of("TRACKING", "VIEWSTAT"));
    private static final Set<String> OTHER_SCOPES =
            Set.of("DELEGATED", "MINE_AND_MY_GROUPS", "MY_TERRITORY", "MY_TEAM_TERRITORY", "SCOPINGRULE", "TEAM");

    private final String text;
    private final ConditionReader conditions;

    QueryReader(String text) {
        this.text = text;
        this.conditions = new ConditionReader(text, this::semiJoin);
    }

    SoqlQuery read(SoqlParser.SelectContext query) {
        requireClausesOfRest(query);
        List<SelectItem> select = select(query);
        Integer limit = query.limit == null ? null : wholeNumber(query.limit);
        if (limit == null || limit > MAX_FIELDS_LIMIT) {
            requireLimitForFields(select, query);
        }
        return new SoqlQuery(
                text,
                from(query),
                select,
                query.where == null ? null : conditions.read(query.where),
                whereText(query),
                grouping(query),
                query.orderItem().stream().map(QueryReader::orderBy).toList(),
                limit,
                query.offset == null ? 0 : offset(query.offset),
                purposes(query));
    }

    SoqlQuery.Condition condition(SoqlParser.ConditionContext condition) {
        return conditions.read(condition);
    }

    static OrderBy orderBy(SoqlParser.OrderItemContext item) {
        return new OrderBy(ExpressionReader.read(item.expression()), item.DESC() != null, item.LAST() != null);
    }

    int wholeNumber(Token number) {
        try {
            int value = Integer.parseInt(number.getText());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a negative number.
        }
        throw unexpected(number);
    }

    int offset(Token number) {
        int offset = wholeNumber(number);
        if (offset > MAX_OFFSET) {
            throw SoqlError.at(
                    text,
                    Position.of(number),
                    "NUMBER_OUTSIDE_VALID_RANGE",
                    "Maximum SOQL offset allowed is " + MAX_OFFSET);
        }
        return offset;
    }

    private SoqlQuery semiJoin(SoqlParser.SelectContext query) {
        Stream.of(query.GROUP(), query.ORDER(), query.LIMIT(), query.OFFSET(), query.FOR(), query.UPDATE())
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(clause -> {
                    throw unexpected(clause.getSymbol());
                });
        return read(query);
    }

    private void requireClausesOfRest(SoqlParser.SelectContext query) {
        SoqlParser.UnsupportedWithContext with = query.unsupportedWith();
        if (with != null) {
            String what = with.nested(0).getText().toUpperCase(Locale.ROOT);
            throw malformed(with, "WITH " + what + " is not allowed in this context");
        }
        TerminalNode all = query.ALL();
        if (all != null) {
            if (!query.rows.getText().equalsIgnoreCase("ROWS")) {
                throw unexpected(query.rows);
            }
            throw SoqlError.malformed(text, Position.of(all.getSymbol()), "ALL ROWS not allowed in this context");
        }
    }

    private SoqlQuery.From from(SoqlParser.SelectContext query) {
        FieldPath path = FieldPath.of(query.from);
        Map<String, List<String>> parents = new HashMap<>();
        for (SoqlParser.AliasedParentContext parent : query.aliasedParent()) {
            List<String> names = FieldPath.of(parent.fieldPath()).names();
            List<String> way = new ArrayList<>(parents.getOrDefault(names.get(0).toLowerCase(Locale.ROOT), List.of()));
            way.addAll(names.subList(1, names.size()));
            parents.put(parent.IDENTIFIER().getText().toLowerCase(Locale.ROOT), List.copyOf(way));
        }
        return new SoqlQuery.From(path, query.alias == null ? null : query.alias.getText(), parents, mine(query));
    }

    private boolean mine(SoqlParser.SelectContext query) {
        if (query.scope == null) {
            return false;
        }
        if (!query.scopeKeyword.getText().equalsIgnoreCase("SCOPE")) {
            throw unexpected(query.scopeKeyword);
        }
        String scope = query.scope.getText().toUpperCase(Locale.ROOT);
        if (OTHER_SCOPES.contains(scope)) {
            throw SoqlError.unsupported(text, query.scope, "the scope " + scope);
        }
        if (!scope.equals("MINE") && !scope.equals("EVERYTHING")) {
            throw unexpected(query.scope.getStart());
        }
        return scope.equals("MINE");
    }

    private List<SelectItem> select(SoqlParser.SelectContext query) {
        List<SelectItem> items = new ArrayList<>();
        for (SoqlParser.SelectItemContext item : query.selectItem()) {
            if (item.select() != null) {
                items.add(new SelectItem.Children(read(item.select())));
            } else if (item.typeof() != null) {
                items.add(typeOf(item.typeof()));
            } else {
                value(item, query).ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<SelectItem> value(SoqlParser.SelectItemContext item, SoqlParser.SelectContext query) {
        Expression expression = ExpressionReader.read(item.expression());
        String alias = item.alias == null ? null : item.alias.getText();
        if (expression instanceof Expression.Call call) {
            if (call.name().equals("FIELDS")) {
                return Optional.of(fieldSet(call));
            }
            if (call.name().equals("COUNT") && call.arguments().isEmpty()) {
                requireAlone(item, query);
                return Optional.empty();
            }
        }
        return Optional.of(new SelectItem.Value(expression, alias));
    }

    private void requireAlone(SoqlParser.SelectItemContext count, SoqlParser.SelectContext query) {
        if (query.selectItem().size() > 1 || query.GROUP() != null || count.alias != null) {
            throw malformed(count, "count() must be the only element in the select list");
        }
    }

    private SelectItem fieldSet(Expression.Call call) {
        String argument = call.arguments().size() == 1 ? call.arguments().get(0).text() : "";
        for (SelectItem.Group group : SelectItem.Group.values()) {
            if (group.name().equalsIgnoreCase(argument)) {
                return new SelectItem.FieldSet(group);
            }
        }
        throw SoqlError.malformed(text, call.at(), "FIELDS takes ALL, STANDARD or CUSTOM, not '" + argument + "'");
    }

    private void requireLimitForFields(List<SelectItem> select, SoqlParser.SelectContext query) {
        for (SelectItem item : select) {
            if (item instanceof SelectItem.FieldSet set && set.group() != SelectItem.Group.STANDARD) {
                throw malformed(
                        query.selectItem(0),
                        "The SOQL FIELDS function must have a LIMIT of at most " + MAX_FIELDS_LIMIT);
            }
        }
    }

    private SelectItem typeOf(SoqlParser.TypeofContext typeof) {
        Map<String, List<FieldPath>> branches = new HashMap<>();
        for (SoqlParser.TypeofBranchContext branch : typeof.typeofBranch()) {
            branches.put(branch.object.getText().toLowerCase(Locale.ROOT), paths(branch.pathList()));
        }
        return new SelectItem.TypeOf(
                FieldPath.of(typeof.relationship),
                branches,
                typeof.otherwise == null ? List.of() : paths(typeof.otherwise));
    }

    private static List<FieldPath> paths(SoqlParser.PathListContext list) {
        return list.fieldPath().stream().map(FieldPath::of).toList();
    }

    private Grouping grouping(SoqlParser.SelectContext query) {
        List<Expression> by = query.groupItem().stream()
                .map(item -> ExpressionReader.read(item.expression()))
                .toList();
        SoqlQuery.Condition having = query.having == null ? null : conditions.read(query.having);
        for (Grouping.Kind kind : List.of(Grouping.Kind.ROLLUP, Grouping.Kind.CUBE)) {
            if (by.stream().anyMatch(item -> isCallOf(item, kind))) {
                if (by.size() > 1) {
                    throw malformed(query.groupItem(1), "GROUP BY " + kind + " cannot be used with other groupings");
                }
                List<Expression> fields = ((Expression.Call) by.get(0)).arguments();
                if (fields.isEmpty() || fields.size() > MAX_ROLLUP_FIELDS) {
                    throw malformed(
                            query.groupItem(0), "GROUP BY " + kind + " takes one to " + MAX_ROLLUP_FIELDS + " fields");
                }
                return new Grouping(kind, fields, having);
            }
        }
        return new Grouping(Grouping.Kind.PLAIN, by, having);
    }

    private static boolean isCallOf(Expression item, Grouping.Kind kind) {
        return item instanceof Expression.Call call && call.name().equals(kind.name());
    }

    private Set<String> purposes(SoqlParser.SelectContext query) {
        Set<String> purposes = new LinkedHashSet<>();
        addPurposes("FOR", query.purpose, purposes);
        addPurposes("UPDATE", query.tracking, purposes);
        return purposes;
    }

    private void addPurposes(String clause, SoqlParser.@Nullable NameListContext names, Set<String> purposes) {
        if (names != null) {
            for (SoqlParser.NameContext name : names.name()) {
                String purpose = name.getText().toUpperCase(Locale.ROOT);
                if (!PURPOSES.getOrDefault(clause, Set.of()).contains(purpose)) {
                    throw unexpected(name.getStart());
                }
                purposes.add(purpose);
            }
        }
    }

    private static SoqlQuery.Slice whereText(SoqlParser.SelectContext query) {
        ParserRuleContext where = query.where;
        if (where != null) {
            return new SoqlQuery.Slice(
                    where.getStart().getStartIndex(), where.getStop().getStopIndex() + 1);
        }
        Token last = query.from.getStop();
        if (query.alias != null) {
            last = query.alias;
        }
        if (!query.aliasedParent().isEmpty()) {
            last = query.aliasedParent(query.aliasedParent().size() - 1).getStop();
        }
        if (query.scope != null) {
            last = query.scope.getStop();
        }
        return new SoqlQuery.Slice(last.getStopIndex() + 1, last.getStopIndex() + 1);
    }

    private ApiException unexpected(Token token) {
        return SoqlError.malformed(text, Position.of(token), "unexpected token: '" + token.getText() + "'");
    }

    private ApiException malformed(ParserRuleContext context, String message) {
        return SoqlError.malformed(text, Position.of(context.getStart()), message);
    }
}
