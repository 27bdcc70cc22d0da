package org.camelforce.salesforcecc.simulator.internal.bulk;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /services/async/NN.0/*}: Bulk API 1.0. */
final class BulkV1Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(BulkV1Servlet.class);
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}\\.0");

    private final transient BulkContext context;
    private final transient ClassicResource resource;
    private final int oldest;
    private final int latest;

    BulkV1Servlet(BulkContext context, int oldest, int latest) {
        this.context = context;
        this.resource = new ClassicResource(context);
        this.oldest = oldest;
        this.latest = latest;
    }

    @Override
    protected void service(HttpServletRequest http, HttpServletResponse response) throws IOException {
        DataFormat format = DataFormat.of(http.getContentType())
                .or(() -> DataFormat.of(http.getHeader("Accept")))
                .filter(DataFormat.JSON::equals)
                .orElse(DataFormat.XML);
        try {
            context.jobs().deleteExpired(context.time().instant());
            BulkRequest request = BulkRequest.of(http);
            int version = version(request);
            if (request.path().size() < 2 || !request.path().get(1).equals("job")) {
                throw BulkError.INVALID_URL.because("The URL is invalid: " + http.getRequestURI());
            }
            resource.serve(request, response, version);
        } catch (ApiException e) {
            ClassicAnswer.error(response, e.status(), format, e.errorCode(), String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", http.getMethod(), http.getRequestURI(), e);
            if (!response.isCommitted()) {
                ClassicAnswer.error(
                        response, 500, format, "Unknown", "An unexpected error occurred. See the server's log.");
            }
        }
    }

    private int version(BulkRequest request) {
        String text = request.path().isEmpty() ? "" : request.path().get(0);
        if (VERSION.matcher(text).matches()) {
            int version = Integer.parseInt(text.substring(0, text.indexOf('.')));
            if (version >= oldest && version <= latest) {
                return version;
            }
        }
        throw BulkError.INVALID_VERSION.because("Api version specified in URI is invalid, " + text);
    }
}
