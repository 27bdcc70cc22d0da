package org.camelforce.salesforcecc.internal.operation.composite;

import java.io.IOException;
import java.util.List;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.component.salesforce.api.dto.composite.ReferenceId;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTreeResponse;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.Operation;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.operation.Parameter;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.operation.Target;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Operation {@code composite-tree}: creates records with their children, all or none of them (REST API Developer Guide,
 * "sObject Tree"). The records of the body get ids, or errors.
 */
public final class Tree implements Operation {

    @Override
    public ApiRequest request(OperationParameters parameters) throws SalesforceException {
        SObjectTree tree = parameters.requiredBody(SObjectTree.class);
        Target target = parameters
                .data()
                .path("composite")
                .path("tree")
                .path(Parameter.SOBJECT_NAME, String.valueOf(tree.getObjectType()));
        return parameters
                .json("POST", target)
                .body(JsonBodies.of(parameters, tree))
                .build();
    }

    @Override
    public @Nullable Object result(ApiAnswer answer, OperationParameters parameters)
            throws IOException, SalesforceException {
        SObjectTreeResponse response =
                parameters.settings().json().readValue(answer.content(), SObjectTreeResponse.class);
        SObjectTree tree = parameters.requiredBody(SObjectTree.class);
        fill(tree, response);
        if (response.hasErrors()) {
            throw failure(answer, response, null);
        }
        return tree;
    }

    @Override
    public SalesforceException failure(ApiAnswer answer, OperationParameters parameters) {
        SalesforceException failure = RequestErrors.ofJson(answer);
        return read(answer, parameters) instanceof SObjectTreeResponse response && response.hasErrors()
                ? failure(answer, response, failure)
                : failure;
    }

    private static SalesforceException failure(
            ApiAnswer answer, SObjectTreeResponse response, @Nullable SalesforceException cause) {
        List<RestError> errors = RequestErrors.withoutNulls(response.getAllErrors());
        return new SalesforceException(
                errors, answer.status(), RequestErrors.message(answer, errors.toString()), cause);
    }

    @Override
    public @Nullable Object bodyWithoutResult(ApiAnswer answer, OperationParameters parameters) {
        SObjectTree tree = parameters.message().getBody(SObjectTree.class);
        if (tree != null && read(answer, parameters) instanceof SObjectTreeResponse response) {
            fill(tree, response);
        }
        return parameters.exchange().getMessage().getBody();
    }

    private static @Nullable Object read(ApiAnswer answer, OperationParameters parameters) {
        return FailedResults.of(answer, parameters, SObjectTreeResponse.class);
    }

    private static void fill(SObjectTree tree, SObjectTreeResponse response) {
        for (ReferenceId reference : response.getResults()) {
            tree.setIdFor(reference.getReferenceId(), reference.getId());
            if (response.hasErrors()) {
                tree.setErrorFor(reference.getReferenceId(), reference.getErrors());
            }
        }
    }

    @Override
    public boolean isOfRecord() {
        return false;
    }
}
