package org.camelforce.salesforcecc.simulator.internal.soql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.Grouping;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery.SelectItem;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * A search (SOQL and SOSL Reference, "SOSL Syntax").
 *
 * @param expression what to find
 * @param group where to find it
 * @param targets what to answer of which objects, each as a query of the records among which to find; empty for the ids
 *     of all objects
 * @param limit greatest number of records; null for the org's limit
 */
public record Sosl(SearchExpression expression, Group group, List<SoqlQuery> targets, @Nullable Integer limit) {

    private static final Pattern FIND = Pattern.compile(
            "\\s*FIND\\s*\\{(?<text>(?:\\\\.|[^\\\\}])*+)\\}", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String MALFORMED_SEARCH = "MALFORMED_SEARCH";

    /** Copies the targets. */
    public Sosl {
        targets = List.copyOf(targets);
    }

    /** The fields that are searched. */
    public enum Group {
        /** All texts. */
        ALL,
        /** Names. */
        NAME,
        /** E-mail addresses. */
        EMAIL,
        /** Telephone numbers. */
        PHONE,
        /** Names, e-mail addresses and telephone numbers. */
        SIDEBAR
    }

    /**
     * @param text a search
     * @return what it asks
     * @throws ApiException 400 MALFORMED_SEARCH or INVALID_SEARCH
     */
    public static Sosl parse(String text) {
        Soql.requireShort(text, "SOSL", MALFORMED_SEARCH);
        Matcher find = FIND.matcher(text);
        if (!find.lookingAt()) {
            throw new ApiException(
                    400, MALFORMED_SEARCH, "No search term found. The search term must be enclosed in braces.");
        }
        SearchExpression expression = SearchExpression.parse(find.group("text"));
        String rest = find.group().replaceAll("\\S", " ") + text.substring(find.end());
        try {
            return read(expression, text, Soql.parser(rest, text).search());
        } catch (ApiException e) {
            throw e.errorCode().equals("MALFORMED_QUERY")
                    ? new ApiException(400, MALFORMED_SEARCH, String.valueOf(e.getMessage()))
                    : e;
        }
    }

    private static Sosl read(SearchExpression expression, String text, SoqlParser.SearchContext search) {
        if (search.unsupportedWith() != null) {
            throw SoqlError.unsupported(text, search.unsupportedWith(), "WITH in searches");
        }
        requireDistinct(search.searchTarget());
        QueryReader queries = new QueryReader(text);
        return new Sosl(
                expression,
                search.group == null ? Group.ALL : group(text, search),
                search.searchTarget().stream()
                        .map(target -> target(text, queries, target))
                        .toList(),
                search.limit == null ? null : queries.wholeNumber(search.limit));
    }

    /** SOSL Reference, "RETURNING FieldSpec": each object must be distinct. */
    private static void requireDistinct(List<SoqlParser.SearchTargetContext> targets) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (SoqlParser.SearchTargetContext target : targets) {
            String name = target.object.getText();
            if (!names.add(name)) {
                throw new ApiException(
                        400, MALFORMED_SEARCH, "The object " + name + " appears more than once in the search");
            }
        }
    }

    private static Group group(String text, SoqlParser.SearchContext search) {
        String name = search.group.getText().toUpperCase(Locale.ROOT);
        for (Group group : Group.values()) {
            if (group.name().equals(name) && search.fieldsKeyword.getText().equalsIgnoreCase("FIELDS")) {
                return group;
            }
        }
        throw SoqlError.malformed(
                text, Position.of(search.group.getStart()), "unexpected token: '" + search.group.getText() + "'");
    }

    private static SoqlQuery target(String text, QueryReader queries, SoqlParser.SearchTargetContext target) {
        FieldPath object = new FieldPath(List.of(target.object.getText()), Position.of(target.object.getStart()));
        List<SelectItem> select = target.expression().stream()
                .map(ExpressionReader::read)
                .map(expression -> (SelectItem) new SelectItem.Value(expression, null))
                .toList();
        return new SoqlQuery(
                text,
                new SoqlQuery.From(object, null, Map.of(), false),
                select.isEmpty() ? List.of(field("Id", object.at())) : select,
                target.where == null ? null : queries.condition(target.where),
                new SoqlQuery.Slice(0, 0),
                new Grouping(Grouping.Kind.PLAIN, List.of(), null),
                target.orderItem().stream().map(QueryReader::orderBy).toList(),
                target.limit == null ? null : queries.wholeNumber(target.limit),
                target.offset == null ? 0 : queries.offset(target.offset),
                Set.of());
    }

    /**
     * @param object an object
     * @param fields names of its fields
     * @return a query of these fields of all its records
     */
    public static SoqlQuery all(String object, List<String> fields) {
        Position start = new Position(1, 1);
        return new SoqlQuery(
                "",
                new SoqlQuery.From(new FieldPath(List.of(object), start), null, Map.of(), false),
                fields.stream().map(name -> field(name, start)).toList(),
                null,
                new SoqlQuery.Slice(0, 0),
                new Grouping(Grouping.Kind.PLAIN, List.of(), null),
                List.of(),
                null,
                0,
                Set.of());
    }

    private static SelectItem field(String name, Position at) {
        return new SelectItem.Value(new Expression.Field(new FieldPath(List.of(name), at)), null);
    }
}
