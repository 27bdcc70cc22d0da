package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camelforce.salesforcecc.simulator.internal.approvals.InMemoryApprovals;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.internal.reports.InMemoryReports;
import org.camelforce.salesforcecc.simulator.internal.streaming.EventBus;
import org.camelforce.salesforcecc.simulator.oauth.Session;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.request.Upload;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST API, to be mounted at {@code /services/data/*} in Jetty's ee10 environment. A filter before it looks the
 * access token up and leaves the {@link Session} as a request attribute that is named like its class; only the list of
 * versions is served without one. Answers and errors are those of the REST API Developer Guide, in JSON.
 *
 * <p>External ids with a slash arrive as {@code %2F}, which the connector must allow ({@code UriCompliance}) and the
 * servlet handler must not reject ({@code setDecodeAmbiguousURIs}).
 */
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private final transient VersionsResource versions;
    private final transient Routes routes;

    /**
     * @param config what the org serves
     * @param schema the objects that the org knows
     * @param records the org's records; not closed by this servlet
     * @param events where events are published
     * @param limits the org's limits
     * @param tooling the records of the Tooling API
     * @param registered the app whose credentials can be read and rotated
     * @param instanceUrl gives the URL of the org, without a slash at its end
     * @param time ages query locators, which end after two days, and dates the schema
     */
    public RestServlet(
            RestConfig config,
            Schema schema,
            RecordStore records,
            EventBus events,
            LimitsSource limits,
            ToolingSource tooling,
            RegisteredApp registered,
            Supplier<String> instanceUrl,
            InstantSource time) {
        ApiVersions served = new ApiVersions(config.latestVersion());
        this.versions = new VersionsResource(served);
        this.routes = new Routes(
                served,
                config.queryBatchSize(),
                schema,
                records,
                events,
                limits,
                tooling,
                registered,
                instanceUrl,
                time);
    }

    /** @return the binary parts of multipart requests that created or updated a record, oldest first */
    public List<Upload> uploads() {
        return routes.uploads().all();
    }

    /** @return method and template below the version of each resource, in the order in which they decide */
    public List<String> resources() {
        return routes.names();
    }

    /** @return the approval processes */
    public InMemoryApprovals approvals() {
        return routes.approvals();
    }

    /** @return the reports */
    public InMemoryReports reports() {
        return routes.reports();
    }

    @Override
    public void destroy() {
        routes.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RestResponse answer;
        try {
            answer = answer(request);
        } catch (ApiException e) {
            answer = RestErrors.response(e);
        } catch (UncheckedIOException e) {
            throw new IOException("the body cannot be read", e);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
            answer = RestErrors.response(
                    new ApiException(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred. See the server's log."));
        }
        write(answer, request, response);
    }

    private RestResponse answer(HttpServletRequest request) {
        Target target = target(request);
        if (target.path().isEmpty()) {
            return versions.get(request.getMethod());
        }
        ApiVersion version = ApiVersion.parse(target.path().get(0)).orElseThrow(Router::unknownResource);
        Session session = Optional.ofNullable(request.getAttribute(Session.class.getName()))
                .map(Session.class::cast)
                .orElseThrow(() -> new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid"));
        return routes.dispatcher()
                .dispatch(new RestRequest(
                        request.getMethod(),
                        version,
                        ResponseFormat.withoutSuffix(version, target.below(1)),
                        headers(request),
                        new HttpBody(request),
                        session));
    }

    private static Target target(HttpServletRequest request) {
        String query = request.getQueryString();
        String mount = request.getContextPath() + request.getServletPath();
        return Target.parse(request.getRequestURI() + (query == null ? "" : "?" + query))
                .below(Target.parse(mount).path().size());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }

    private static void write(RestResponse answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        JsonNode body = answer.body();
        if (body != null) {
            byte[] bytes = body.isBinary() ? body.binaryValue() : text(request, response, body);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }

    private static byte[] text(HttpServletRequest request, HttpServletResponse response, JsonNode body) {
        Target target = target(request);
        String accept = request.getHeader("Accept");
        Optional<ApiVersion> version = target.path().stream().findFirst().flatMap(ApiVersion::parse);
        boolean versions = version.isEmpty();
        Target below = versions ? target : target.below(1);
        ResponseFormat format =
                versions ? ResponseFormat.accepted(accept) : ResponseFormat.of(version.get(), below, accept);
        response.setContentType(format.contentType());
        return format.write(body, below);
    }
}
