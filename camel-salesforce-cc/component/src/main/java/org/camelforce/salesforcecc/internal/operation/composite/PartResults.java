package org.camelforce.salesforcecc.internal.operation.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.component.salesforce.api.dto.DeleteSObjectResult;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.SaveSObjectResult;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatchResult;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResponse;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectCompositeResult;
import org.camelforce.salesforcecc.internal.operation.FailedParts;
import org.camelforce.salesforcecc.internal.operation.FailedParts.Counter;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.jspecify.annotations.Nullable;

/** Finds what failed in results with parts (REST API Developer Guide, "Composite Resources"). */
final class PartResults {

    /** Where a part has errors of its own parts. */
    private static final List<String> NESTED = List.of("errors", "results", "result");

    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int NOT_MODIFIED = 304;

    private PartResults() {}

    /** The failed parts of a composite request, whose result may be an object or the JSON of the answer. */
    static FailedParts ofComposite(@Nullable Object result, ObjectMapper json) throws IOException {
        Counter parts = new Counter();
        if (result instanceof SObjectCompositeResponse response) {
            for (SObjectCompositeResult part : orEmpty(response.getCompositeResponse())) {
                add(parts, part == null ? 0 : part.getHttpStatusCode(), part == null ? null : part.getBody());
            }
        } else if (result instanceof AnswerBody body) {
            for (JsonNode part : read(body, json).path("compositeResponse")) {
                add(parts, part.path("httpStatusCode").asInt(), json.convertValue(part.path("body"), Object.class));
            }
        }
        return parts.sum();
    }

    /** The route reads the body after that. */
    private static JsonNode read(AnswerBody body, ObjectMapper json) throws IOException {
        try {
            return json.readTree((InputStream) body);
        } finally {
            body.reset();
        }
    }

    /** The failed requests of a batch. */
    static FailedParts ofBatch(@Nullable Object result) {
        Counter parts = new Counter();
        if (result instanceof SObjectBatchResponse response) {
            for (SObjectBatchResult part : orEmpty(response.getResults())) {
                add(parts, part == null ? 0 : part.getStatusCode(), part == null ? null : part.getResult());
            }
        }
        return parts.sum();
    }

    /** The records of a collection that were not saved or deleted. */
    static FailedParts ofCollection(@Nullable Object result) {
        Counter parts = new Counter();
        if (result instanceof List<?> records) {
            for (Object each : records) {
                if (each instanceof SaveSObjectResult saved) {
                    parts.add(!Boolean.TRUE.equals(saved.getSuccess()), orEmpty(saved.getErrors()));
                } else if (each instanceof DeleteSObjectResult deleted) {
                    parts.add(!Boolean.TRUE.equals(deleted.getSuccess()), orEmpty(deleted.getErrors()));
                } else {
                    parts.add(true, List.of());
                }
            }
        }
        return parts.sum();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    /** A part without a status is not known to have succeeded. */
    private static void add(Counter parts, int status, @Nullable Object body) {
        boolean isDone = status >= OK && status < MULTIPLE_CHOICES || status == NOT_MODIFIED;
        List<RestError> errors = new ArrayList<>();
        addErrors(errors, body);
        parts.add(!isDone || hasFailedParts(body), errors);
    }

    /** A part may be a collection, a tree or a batch, which has parts of its own. */
    private static boolean hasFailedParts(@Nullable Object body) {
        return body instanceof List<?> list
                ? list.stream().anyMatch(PartResults::isFailed)
                : body instanceof Map<?, ?> map && Boolean.TRUE.equals(map.get("hasErrors"));
    }

    private static boolean isFailed(@Nullable Object part) {
        return part instanceof Map<?, ?> map && Boolean.FALSE.equals(map.get("success"));
    }

    /** Errors are a list of objects, as in an answer that failed; a part that succeeded has anything else. */
    private static void addErrors(List<RestError> errors, @Nullable Object body) {
        if (body instanceof RestError error) {
            errors.add(error);
        } else if (body instanceof List<?> list) {
            list.forEach(each -> addErrors(errors, each));
        } else if (body instanceof Map<?, ?> map) {
            Object code = map.containsKey("errorCode") ? map.get("errorCode") : map.get("statusCode");
            if (code != null && map.containsKey("message")) {
                errors.add(new RestError(String.valueOf(code), String.valueOf(map.get("message"))));
            } else {
                NESTED.forEach(name -> addErrors(errors, map.get(name)));
            }
        }
    }
}
