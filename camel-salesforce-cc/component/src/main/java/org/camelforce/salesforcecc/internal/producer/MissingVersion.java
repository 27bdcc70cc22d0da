package org.camelforce.salesforcecc.internal.producer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.internal.operation.FurtherRequests;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells a version of the API that the org does not have from a record that is missing: Salesforce answers both with
 * status 404.
 *
 * @param further asks the org for its versions
 */
record MissingVersion(FurtherRequests further) {

    /** Named after the operation that asks the same, for meters and the log. */
    private static final ApiRequest QUESTION = new ApiRequest.Builder("getVersions", "GET", "/services/data")
            .header("Accept", JsonBodies.MEDIA_TYPE)
            .authorization(ApiRequest.Authorization.NONE)
            .build();

    /**
     * Asks the org which versions it has, unless it is known to have the request's.
     *
     * @param sender knows versions that the org has
     * @param parameters of a request that was answered with status 404
     * @param failure what that answer means
     * @return what the exchange fails with if the org does not have the version; null if it has it, or if it does not
     *     say what it has
     */
    @Nullable
    SalesforceException find(ApiClient sender, OperationParameters parameters, SalesforceException failure) {
        try {
            String version = parameters.apiVersion();
            Set<String> known = sender.knownVersions();
            if (known.contains(version)) {
                return null;
            }
            Set<String> versions =
                    further.begin(QUESTION, answer -> read(answer, parameters)).await();
            known.addAll(versions);
            return versions.isEmpty() || versions.contains(version)
                    ? null
                    // without the failure as its cause: onException(NoSuchSObjectException.class) looks there, too
                    : new SalesforceException(
                            failure.getErrors(),
                            failure.getStatusCode(),
                            "The org has no version " + version + " of the API, which option apiVersion or header"
                                    + " CamelSalesforceApiVersion names. Set it to one of "
                                    + String.join(", ", versions),
                            (InputStream) null);
        } catch (SalesforceException | RuntimeException e) {
            // it is no reason to fail in another way than without this question
            return null;
        }
    }

    private static Set<String> read(ApiAnswer answer, OperationParameters parameters) throws IOException {
        Set<String> versions = new LinkedHashSet<>();
        JsonNode all = parameters.settings().json().readTree(Objects.requireNonNull(answer.content()));
        all.forEach(each -> versions.add(each.path("version").asText()));
        versions.remove("");
        return versions;
    }
}
