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

    private static final int FIRST_ERROR = 400;

    private PartResults() {}

    /** The failed parts of a composite request, whose result may be an object or the JSON of the answer. */
    static FailedParts ofComposite(@Nullable Object result, ObjectMapper json) throws IOException {
        Counter parts = new Counter();
        if (result instanceof SObjectCompositeResponse response) {
            for (SObjectCompositeResult part : response.getCompositeResponse()) {
                parts.add(part.getHttpStatusCode() >= FIRST_ERROR, errors(part.getBody()));
            }
        } else if (result instanceof AnswerBody body) {
            for (JsonNode part : read(body, json).path("compositeResponse")) {
                parts.add(
                        part.path("httpStatusCode").asInt() >= FIRST_ERROR,
                        errors(json.convertValue(part.path("body"), Object.class)));
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
            for (SObjectBatchResult part : response.getResults()) {
                parts.add(part.getStatusCode() >= FIRST_ERROR, errors(part.getResult()));
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
                }
            }
        }
        return parts.sum();
    }

    private static List<RestError> orEmpty(@Nullable List<RestError> errors) {
        return Objects.requireNonNullElse(errors, List.of());
    }

    /** Errors are a list of objects, as in an answer that failed; a part that succeeded has anything else. */
    private static List<RestError> errors(@Nullable Object body) {
        List<RestError> errors = new ArrayList<>();
        if (body instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof RestError error) {
                    errors.add(error);
                } else if (each instanceof Map<?, ?> map && map.get("errorCode") != null) {
                    errors.add(new RestError(String.valueOf(map.get("errorCode")), String.valueOf(map.get("message"))));
                }
            }
        }
        return errors;
    }
}
