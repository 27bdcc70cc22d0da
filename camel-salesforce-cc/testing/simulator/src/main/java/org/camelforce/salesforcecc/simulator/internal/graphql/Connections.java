package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.language.Argument;
import graphql.language.Value;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.data.QueryRows;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.soql.ChildRelationships;
import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Asks the query of a connection: for all records of an object, or for the children of a node. */
final class Connections implements SchemaTypes.ConnectionFetchers {

    static final String USER = "user";
    static final String VARIABLES = "variables";
    static final String BUDGET = "budget";

    private final ObjectNames names;
    private final RecordStore records;

    Connections(ObjectNames names, RecordStore records) {
        this.names = names;
        this.records = records;
    }

    @Override
    public DataFetcher<?> all(SObjectDefinition object) {
        return environment -> connection(object, List.of(), environment);
    }

    @Override
    public DataFetcher<?> children(ChildRelationships.Child child) {
        return environment -> {
            Map<?, ?> parent = environment.getSource();
            String id = String.valueOf(parent.get(ObjectNames.ID));
            String ofParent = child.reference().name() + " = " + SoqlLiterals.quoted(id);
            return connection(child.object(), List.of(ofParent), environment);
        };
    }

    private Map<String, @Nullable Object> connection(
            SObjectDefinition object, List<String> conditions, DataFetchingEnvironment environment) {
        QueryBudget budget = environment.getGraphQlContext().get(BUDGET);
        budget.begin(environment.getExecutionStepInfo().getPath());
        Page page = Page.of(environment);
        QueryScope scope = new QueryScope(environment.getGraphQlContext().get(USER), false);
        SelectedColumns columns = SelectedColumns.of(names, object, environment.getSelectionSet());
        String rest = " FROM " + object.name() + scope(environment) + where(object, conditions, environment);
        QueryRows found = records.query(
                "SELECT " + columns.text() + rest + orderBy(object, environment) + " LIMIT " + page.needed(), scope);
        budget.use(found.rows().size());
        NodeReader reader = new NodeReader(names, object, columns);
        List<Map<String, @Nullable Object>> edges = new ArrayList<>();
        int end = Math.min(found.rows().size(), page.offset() + page.first());
        for (int i = page.offset(); i < end; i++) {
            edges.add(Map.of("node", reader.node(found, i), "cursor", page.cursor(edges.size())));
        }
        Map<String, @Nullable Object> connection = new HashMap<>();
        connection.put("edges", edges);
        connection.put("pageResultCount", edges.size());
        connection.put("pageInfo", pageInfo(page, edges.size(), found.rows().size() > end));
        DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
        if (selected.contains("totalCount")) {
            int all = records.query("SELECT COUNT()" + rest, scope).totalSize();
            connection.put("totalCount", Math.min(all, page.upperBound()));
        }
        return connection;
    }

    private static Map<String, @Nullable Object> pageInfo(Page page, int size, boolean more) {
        Map<String, @Nullable Object> info = new HashMap<>();
        info.put("hasNextPage", more);
        info.put("hasPreviousPage", page.offset() > 0);
        info.put("startCursor", size == 0 ? null : page.cursor(0));
        info.put("endCursor", size == 0 ? null : page.cursor(size - 1));
        return info;
    }

    private static String scope(DataFetchingEnvironment environment) {
        String scope = environment.getArgument("scope");
        return scope == null ? "" : " USING SCOPE " + scope;
    }

    private String where(SObjectDefinition object, List<String> conditions, DataFetchingEnvironment environment) {
        List<String> all = new ArrayList<>(conditions);
        Map<?, ?> filter = environment.getArgument("where");
        if (filter != null) {
            all.addAll(new WhereText(names).conditions(object, filter));
        }
        return all.isEmpty() ? "" : " WHERE " + WhereText.all(all);
    }

    private String orderBy(SObjectDefinition object, DataFetchingEnvironment environment) {
        Map<?, ?> orderBy = environment.getArgument("orderBy");
        if (orderBy == null) {
            return "";
        }
        Optional<Value<?>> written = environment.getField().getArguments().stream()
                .filter(argument -> argument.getName().equals("orderBy"))
                .findFirst()
                .map(Argument::getValue);
        List<String> criteria = new OrderText(
                        names, environment.getGraphQlContext().get(VARIABLES))
                .criteria(object, orderBy, written.orElse(null));
        return criteria.isEmpty() ? "" : " ORDER BY " + String.join(", ", criteria);
    }
}
