package org.camelforce.salesforcecc.internal.operation.apex;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.DtoClasses;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.AnswerBody;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code apexCall}: calls an Apex REST class (Apex Developer Guide, "Exposing Apex Classes as REST Web
 * Services"). A body that is a map has query parameters; any other one is sent with {@code POST}, {@code PUT} and
 * {@code PATCH}.
 */
public final class ApexCall implements Operation {

    private static final Set<String> METHODS_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        String method = parameters.method(Parameter.APEX_METHOD, "GET");
        Target target = parameters.target(Parameter.APEX_URL, "/services/apexrest/" + ApexUrl.of(parameters));
        if (!parameters.settings().isRawPayload()) {
            // a class that is missing is found before something is done
            DtoClasses.chosen(parameters);
        }
        ApiRequest.Builder request = parameters.json(method, target);
        Object body = parameters.message().getBody();
        if (body != null && !(body instanceof Map) && METHODS_WITH_BODY.contains(method)) {
            request.body(JsonBodies.ofMessage(parameters));
        }
        return request.build();
    }

    /** What an Apex class returns can be any value in JSON. */
    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        AnswerBody body = answer.body();
        if (body == null || parameters.settings().isRawPayload()) {
            return answer.content();
        }
        Class<?> chosen = DtoClasses.chosen(parameters);
        return AnyValue.read(body, parameters, chosen);
    }
}
