package org.camelforce.salesforcecc.simulator.internal.bulk;

import org.camelforce.salesforcecc.simulator.records.ApiException;

/** Refusals that the resources of Bulk API 2.0 share. */
final class V2Errors {

    private V2Errors() {}

    static void require(BulkRequest request, String method) {
        if (!request.method().equals(method)) {
            throw notAllowed(request, method);
        }
    }

    static ApiException notAllowed(BulkRequest request, String allowed) {
        return new ApiException(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + request.method() + "' not allowed. Allowed are " + allowed);
    }

    static ApiException unknownResource() {
        return new ApiException(404, "NOT_FOUND", "The requested resource does not exist");
    }

    static ApiException already(String doing, JobProgress progress) {
        return BulkError.INVALID_JOB_STATE.because(
                doing + " already " + progress.state().inMessages() + " Job not allowed");
    }

    static ApiException notDeletable(JobProgress progress) {
        return BulkError.INVALID_JOB_STATE.because(
                "Deleting " + progress.state().inMessages() + " Job not allowed");
    }

    static ApiException noState(String state) {
        return BulkError.INVALID_JOB.because("A job cannot be moved to the state '" + state + "'");
    }
}
