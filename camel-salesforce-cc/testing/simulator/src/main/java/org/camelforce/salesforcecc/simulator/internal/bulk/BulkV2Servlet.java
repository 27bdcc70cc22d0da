package org.camelforce.salesforcecc.simulator.internal.bulk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /services/data/vNN.0/jobs/*}: Bulk API 2.0 in one version. */
final class BulkV2Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BulkV2Servlet.class);

    // Bulk API 2.0 and Bulk API Developer Guide, "Availability" of the resources.
    private static final int FIRST_WITH_INGEST = 41;
    private static final int FIRST_WITH_QUERY = 47;

    private final transient BulkContext context;
    private final transient IngestResource ingest;
    private final transient QueryResource query;
    private final int apiVersion;

    BulkV2Servlet(BulkContext context, int apiVersion) {
        this.context = context;
        this.apiVersion = apiVersion;
        this.ingest = new IngestResource(context, apiVersion);
        this.query = new QueryResource(context, apiVersion);
    }

    @Override
    protected void service(HttpServletRequest http, HttpServletResponse response) throws IOException {
        try {
            context.jobs().deleteExpired(context.time().instant());
            BulkRequest request = BulkRequest.of(http);
            String kind = request.path().isEmpty() ? "" : request.path().get(0);
            if (kind.equals("ingest") && apiVersion >= FIRST_WITH_INGEST) {
                ingest.serve(request, response);
            } else if (kind.equals("query") && apiVersion >= FIRST_WITH_QUERY) {
                query.serve(request, response);
            } else {
                throw V2Errors.unknownResource();
            }
        } catch (ApiException e) {
            // names of errors of the Bulk APIs are in capitals here
            BulkAnswer.error(
                    response, e.status(), e.errorCode().toUpperCase(Locale.ROOT), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", http.getMethod(), http.getRequestURI(), e);
            if (!response.isCommitted()) {
                BulkAnswer.error(
                        response, 500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. See the server's log.");
            }
        }
    }
}
