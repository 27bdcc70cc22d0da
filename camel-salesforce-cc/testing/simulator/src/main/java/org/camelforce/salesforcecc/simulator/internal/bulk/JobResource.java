package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What Bulk API 2.0 serves of the jobs of one kind: the list, each job, and what belongs to a job.
 *
 * @param <J> the jobs
 */
interface JobResource<J> {

    /** Makes a job of a request. */
    ObjectNode create(BulkRequest request) throws IOException;

    /** The jobs that a request asks for. */
    ObjectNode list(BulkRequest request);

    /** The job with an id; empty if there is none of this kind. */
    Optional<J> find(String id);

    /** Answers a request for a job. */
    void serveJob(BulkRequest request, HttpServletResponse response, J job) throws IOException;

    /** Answers a request for something that belongs to a job. */
    void serveData(BulkRequest request, HttpServletResponse response, J job, String name) throws IOException;

    /** Answers a request whose path begins with the kind of the jobs. */
    default void serve(BulkRequest request, HttpServletResponse response) throws IOException {
        if (request.path().size() == 1) {
            switch (request.method()) {
                case "POST" -> BulkAnswer.json(response, 200, create(request));
                case "GET" -> BulkAnswer.json(response, 200, list(request));
                default -> throw V2Errors.notAllowed(request, "GET,POST");
            }
            return;
        }
        J job = find(request.path().get(1)).orElseThrow(V2Errors::unknownResource);
        switch (request.path().size()) {
            case 2 -> serveJob(request, response, job);
            case 3 -> serveData(request, response, job, request.path().get(2));
            default -> throw V2Errors.unknownResource();
        }
    }
}
