package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/** Answers GraphQL requests over the org's records. Makes its schema at the first of them. Safe for several threads. */
public final class GraphQlApi {

    private static final int DEEPEST = 50;

    private final Schema schema;
    private final RecordStore records;
    private @Nullable GraphQL engine;

    /**
     * @param schema the objects that the org knows
     * @param records the org's records
     */
    public GraphQlApi(Schema schema, RecordStore records) {
        this.schema = schema;
        this.records = records;
    }

    /**
     * @param query the document
     * @param operation name of the operation to run; null if there is only one
     * @param variables values by name, as the client wrote them
     * @param userId who asks
     * @return {@code data} and {@code errors}
     */
    public Map<String, @Nullable Object> execute(
            String query, @Nullable String operation, Map<String, Object> variables, String userId) {
        ExecutionResult result = engine().execute(ExecutionInput.newExecutionInput(query)
                .operationName(operation)
                .variables(new HashMap<>(variables))
                .graphQLContext(context -> context.of(
                        Connections.USER,
                        userId,
                        Connections.VARIABLES,
                        variables,
                        Connections.BUDGET,
                        new QueryBudget()))
                .build());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("data", result.getData());
        answer.put("errors", result.getErrors().stream().map(ErrorText::of).toList());
        return answer;
    }

    private synchronized GraphQL engine() {
        GraphQL made = engine;
        if (made == null) {
            ObjectNames names = new ObjectNames(schema);
            made = GraphQL.newGraphQL(new SchemaTypes(names, new Connections(names, records)).build())
                    .defaultDataFetcherExceptionHandler(new FetchErrors())
                    .instrumentation(new ChainedInstrumentation(
                            List.of(new ExpandedSize(), new MaxQueryDepthInstrumentation(DEEPEST))))
                    .build();
            engine = made;
        }
        return made;
    }
}
