package org.camelforce.salesforcecc.simulator.internal.graphql;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors as Salesforce answers them (GraphQL API Developer Guide, "Status Codes and Error Responses"). */
final class ErrorText {

    private ErrorText() {}

    static Map<String, @Nullable Object> of(GraphQLError error) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("message", withoutLibrary(String.valueOf(error.getMessage())));
        List<SourceLocation> locations = error.getLocations();
        answer.put(
                "locations",
                locations == null
                        ? List.of()
                        : locations.stream()
                                .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                                .toList());
        answer.put("paths", error.getPath() == null ? List.of() : error.getPath());
        answer.put("extensions", Map.of("ErrorType", String.valueOf(error.getErrorType())));
        return answer;
    }

    private static String withoutLibrary(String message) {
        return message.replace("ANTLR error", "error").replace("'grammar' ", "");
    }
}
