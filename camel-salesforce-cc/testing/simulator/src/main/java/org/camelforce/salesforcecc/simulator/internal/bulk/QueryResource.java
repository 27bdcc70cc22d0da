package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;

/** {@code jobs/query} (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API 2.0 Query"). */
final class QueryResource implements JobResource<QueryJob> {

    private static final long LARGEST_PAGE = 250_000;

    private final BulkContext context;
    private final int apiVersion;
    private final JobList list;

    QueryResource(BulkContext context, int apiVersion) {
        this.context = context;
        this.apiVersion = apiVersion;
        this.list = new JobList(context.jobs(), "query", job -> job.spec().type() != JobType.V2_INGEST);
    }

    @Override
    public ObjectNode list(BulkRequest request) {
        return list.get(request, apiVersion);
    }

    @Override
    public Optional<QueryJob> find(String id) {
        return context.jobs().find(id, QueryJob.class);
    }

    @Override
    public void serveData(BulkRequest request, HttpServletResponse response, QueryJob job, String name)
            throws IOException {
        if (!name.equals("results")) {
            throw V2Errors.unknownResource();
        }
        V2Errors.require(request, "GET");
        results(request, response, job);
    }

    @Override
    public ObjectNode create(BulkRequest request) throws IOException {
        ObjectNode body = request.json();
        JobSpec spec =
                context.factory().query(body, apiVersion, request.session().userId());
        SoqlQuery query = JobFactory.supported(JobFactory.soql(body));
        context.records().check(query);
        QueryJob job = new QueryJob(spec, query, context.files());
        context.jobs().add(job);
        ObjectNode answer = job.toShortJson();
        context.run(job.progress(), () -> job.process(context.records(), context.runner()));
        return answer;
    }

    @Override
    public void serveJob(BulkRequest request, HttpServletResponse response, QueryJob job) throws IOException {
        switch (request.method()) {
            case "GET" -> BulkAnswer.json(response, 200, job.toJson());
            case "PATCH" -> {
                String state = request.json().path("state").asText("");
                if (!state.equals("Aborted")) {
                    throw V2Errors.noState(state);
                }
                if (!job.progress().abort(context.time().instant())) {
                    throw V2Errors.already("Aborting", job.progress());
                }
                BulkAnswer.json(response, 200, job.toShortJson());
            }
            case "DELETE" -> {
                if (!job.progress().state().isEnd()) {
                    throw V2Errors.notDeletable(job.progress());
                }
                context.jobs().delete(job);
                response.setStatus(204);
            }
            default -> throw V2Errors.notAllowed(request, "DELETE,GET,PATCH");
        }
    }

    private void results(BulkRequest request, HttpServletResponse response, QueryJob job) throws IOException {
        if (job.spec().apiVersion() != apiVersion) {
            throw new ApiException(
                    409,
                    "API_VERSION_MISMATCH",
                    "The results of this job are available in API version "
                            + job.spec().apiVersion() + ".0 only");
        }
        ResultFile results = job.results();
        if (results == null) {
            response.setStatus(204);
            return;
        }
        long first = request.query("locator").map(QueryResource::row).orElse(0L);
        if (first > results.rows()) {
            throw invalidLocator();
        }
        long count = Math.min(maxRecords(request), results.rows() - first);
        long next = first + count;
        response.setStatus(200);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Sforce-NumberOfRecords", String.valueOf(count));
        response.setHeader("Sforce-Locator", next < results.rows() ? locator(next) : "null");
        results.copy(response.getOutputStream(), first, count);
    }

    private static long maxRecords(BulkRequest request) {
        try {
            long max = request.query("maxRecords").map(Long::parseLong).orElse(LARGEST_PAGE);
            if (max > 0) {
                return Math.min(max, LARGEST_PAGE);
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw BulkError.CLIENT_INPUT_ERROR.because("maxRecords must be a positive number");
    }

    private static String locator(long row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(row).getBytes(StandardCharsets.US_ASCII));
    }

    private static long row(String locator) {
        try {
            long row = Long.parseLong(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII));
            if (row >= 0) {
                return row;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw invalidLocator();
    }

    private static ApiException invalidLocator() {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }
}
