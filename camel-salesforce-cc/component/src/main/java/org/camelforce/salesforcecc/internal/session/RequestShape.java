package org.camelforce.salesforcecc.internal.session;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.component.salesforce.internal.OperationName;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs an operation may ask for. Upstream puts them together from options, headers and the body without looking
 * at them; here the outcome is looked at, wherever the parts came from. Immutable.
 */
final class RequestShape {

    private static final String DATA = "/services/data/v{apiVersion}";
    private static final String SOBJECT = DATA + "/sobjects/{sObjectName}";
    private static final String JOB = "/services/async/{apiVersion}/job";
    private static final String BATCH = JOB + "/{jobId}/batch";
    private static final String INGEST = DATA + "/jobs/ingest";
    private static final String QUERY_JOB = DATA + "/jobs/query";
    private static final String REPORTS = DATA + "/analytics/reports";
    private static final String COLLECTIONS = DATA + "/composite/sobjects";
    private static final Pattern NEXT_RECORDS = Pattern.compile(
            "/services/data/v[0-9]{1,3}\\.[0-9]/(?:[A-Za-z]+/)*(?:query|queryAll)/[A-Za-z0-9][A-Za-z0-9_~=.-]*");

    private static final Map<String, List<Template>> TEMPLATES = new HashMap<>();

    /** A further page of a query whose records are read one by one. */
    static final RequestShape NEXT_PAGE = new RequestShape("the next page of a query", Kind.NEXT_PAGE, List.of());

    static {
        add("GET_VERSIONS", "/services/data");
        add("GET_RESOURCES", DATA, DATA + "/");
        add("GET_GLOBAL_OBJECTS", DATA + "/sobjects");
        add("GET_BASIC_INFO", SOBJECT, SOBJECT + "/");
        add("GET_DESCRIPTION", SOBJECT + "/describe");
        add("GET_SOBJECT", SOBJECT + "/{sObjectId}?fields={sObjectFields}");
        add("CREATE_SOBJECT", SOBJECT);
        add("UPDATE_SOBJECT", SOBJECT + "/{sObjectId}");
        add("DELETE_SOBJECT", SOBJECT + "/{sObjectId}");
        add("GET_SOBJECT_WITH_ID", SOBJECT + "/{sObjectIdName}/{sObjectIdValue}");
        add("UPSERT_SOBJECT", SOBJECT + "/{sObjectIdName}/{sObjectIdValue}");
        add("DELETE_SOBJECT_WITH_ID", SOBJECT + "/{sObjectIdName}/{sObjectIdValue}");
        add("GET_BLOB_FIELD", SOBJECT + "/{sObjectId}/{sObjectBlobFieldName}");
        add("QUERY", DATA + "/query?q={sObjectQuery}");
        add("QUERY_ALL", DATA + "/queryAll?q={sObjectQuery}");
        add("SEARCH", DATA + "/search?q={sObjectSearch}");
        add("RECENT", DATA + "/recent?limit={limit}");
        add("LIMITS", DATA + "/limits");
        add("APPROVAL", DATA + "/process/approvals");
        add("APPROVALS", DATA + "/process/approvals");
        add(
                "GET_EVENT_SCHEMA",
                DATA + "/sobjects/{eventName}/eventSchema?payloadFormat={eventSchemaFormat}",
                DATA + "/event/eventSchema/{eventSchemaId}?payloadFormat={eventSchemaFormat}");
        add("COMPOSITE", DATA + "/composite");
        add("COMPOSITE_BATCH", DATA + "/composite/batch");
        add("COMPOSITE_TREE", DATA + "/composite/tree/{sObjectName}");
        add("COMPOSITE_CREATE_SOBJECT_COLLECTIONS", COLLECTIONS);
        add("COMPOSITE_UPDATE_SOBJECT_COLLECTIONS", COLLECTIONS);
        add("COMPOSITE_UPSERT_SOBJECT_COLLECTIONS", COLLECTIONS + "/{sObjectName}/{sObjectIdName}");
        add("COMPOSITE_RETRIEVE_SOBJECT_COLLECTIONS", COLLECTIONS + "/{sObjectName}");
        add("COMPOSITE_DELETE_SOBJECT_COLLECTIONS", COLLECTIONS + "?ids={sObjectIds}&allOrNone={allOrNone}");
        bulk();
        bulk2();
        reports();
    }

    private enum Kind {
        TEMPLATES,
        RAW("rawPath"),
        APEX("apexUrl"),
        QUERY_MORE("sObjectQuery"),
        NEXT_PAGE,
        /** Of a later Camel. */
        UNKNOWN;

        private final @Nullable String parameter;

        Kind() {
            this(null);
        }

        Kind(@Nullable String parameter) {
            this.parameter = parameter;
        }
    }

    private static final Map<String, Kind> FREE =
            Map.of("RAW", Kind.RAW, "APEX_CALL", Kind.APEX, "QUERY_MORE", Kind.QUERY_MORE);

    private final String operation;
    private final Kind kind;
    private final List<Template> templates;

    private RequestShape(String operation, Kind kind, List<Template> templates) {
        this.operation = operation;
        this.kind = kind;
        this.templates = templates;
    }

    /** The shape of an operation's requests; one that takes any path without dots if nothing is known of it. */
    static RequestShape of(OperationName operation) {
        List<Template> templates = TEMPLATES.get(operation.name());
        Kind kind = templates != null ? Kind.TEMPLATES : FREE.getOrDefault(operation.name(), Kind.UNKNOWN);
        return new RequestShape(operation.value(), kind, templates == null ? List.of() : templates);
    }

    boolean isQueryMore() {
        return kind == Kind.QUERY_MORE;
    }

    /** What chooses the URL, for messages. */
    String chosenBy() {
        if (kind == Kind.NEXT_PAGE) {
            return "nextRecordsUrl of the org's answer";
        }
        if (kind.parameter != null) {
            return Template.named(kind.parameter);
        }
        Set<String> names = new LinkedHashSet<>();
        templates.forEach(template -> names.addAll(template.parameters()));
        return names.size() < 2 ? String.join("", names) : "one of " + String.join(", ", names);
    }

    /**
     * What is wrong with a request, as a whole sentence; null if nothing is.
     *
     * @param url the whole URL, at the instance
     * @param below the path of the instance URL, mostly empty
     */
    @Nullable
    String problem(URI url, String below) {
        String path = url.getRawPath();
        if (url.getRawFragment() != null || path == null || !path.startsWith(below + "/")) {
            return text(chosenBy() + " must be a path without #");
        }
        String rest = path.substring(below.length());
        return switch (kind) {
            case TEMPLATES -> templatesProblem(rest, url.getRawQuery());
            case RAW, UNKNOWN -> freeProblem(rest.substring(1));
            case APEX -> apexProblem(rest);
            case QUERY_MORE, NEXT_PAGE -> nextRecordsProblem(rest, url.getRawQuery());
        };
    }

    /** What is wrong with a parameter that was added to the query later; null if nothing is. */
    @Nullable
    String parameterProblem(String name, String value) {
        for (Template template : templates) {
            String problem = template.problemOf(name, value);
            if (problem != null) {
                return text(problem);
            }
        }
        return null;
    }

    /** A refusal's text. */
    String text(String problem) {
        return "The request of " + operation + " was not sent: " + problem;
    }

    private @Nullable String templatesProblem(String path, @Nullable String query) {
        String worst = "";
        for (Template template : templates) {
            String problem = template.problem(path, query);
            if (problem == null) {
                return null;
            }
            worst = worst.isEmpty() ? problem : worst;
        }
        return text(worst.isEmpty() ? chosenBy() + " would make it the request of another resource" : worst);
    }

    private @Nullable String freeProblem(String path) {
        String problem = UrlPath.problem(path);
        return problem == null ? null : text(chosenBy() + " " + problem);
    }

    private @Nullable String apexProblem(String path) {
        String apex = "/services/apexrest/";
        if (!path.startsWith(apex)) {
            return text(chosenBy() + " must be a path below " + apex);
        }
        String rest = path.substring(apex.length());
        // upstream adds a slash to one that a route has written already
        return freeProblem(rest.startsWith("/") ? rest.substring(1) : rest);
    }

    private @Nullable String nextRecordsProblem(String path, @Nullable String query) {
        if (query == null && NEXT_RECORDS.matcher(path).matches() && UrlPath.problem(path.substring(1)) == null) {
            return null;
        }
        return text(chosenBy() + " must be the nextRecordsUrl of a query, a path such as"
                + " /services/data/v62.0/query/01gRO0000016PIAYA2-2000");
    }

    private static void bulk() {
        add("CREATE_JOB", JOB);
        for (String operation : List.of("GET_JOB", "CLOSE_JOB", "ABORT_JOB")) {
            add(operation, JOB + "/{jobId}");
        }
        for (String operation : List.of("CREATE_BATCH", "GET_ALL_BATCHES", "CREATE_BATCH_QUERY")) {
            add(operation, BATCH);
        }
        add("GET_BATCH", BATCH + "/{batchId}");
        add("GET_REQUEST", BATCH + "/{batchId}/request");
        add("GET_RESULTS", BATCH + "/{batchId}/result");
        add("GET_QUERY_RESULT_IDS", BATCH + "/{batchId}/result");
        add("GET_QUERY_RESULT", BATCH + "/{batchId}/result/{resultId}");
    }

    private static void bulk2() {
        add("BULK2_CREATE_JOB", INGEST);
        for (String operation : List.of("GET", "CLOSE", "ABORT", "DELETE")) {
            add("BULK2_" + operation + "_JOB", INGEST + "/{jobId}");
        }
        add("BULK2_CREATE_BATCH", INGEST + "/{jobId}/batches");
        add("BULK2_GET_SUCCESSFUL_RESULTS", INGEST + "/{jobId}/successfulResults");
        add("BULK2_GET_FAILED_RESULTS", INGEST + "/{jobId}/failedResults");
        add("BULK2_GET_UNPROCESSED_RECORDS", INGEST + "/{jobId}/unprocessedrecords");
        add("BULK2_GET_ALL_JOBS", INGEST + "?queryLocator={queryLocator}");
        add("BULK2_CREATE_QUERY_JOB", QUERY_JOB);
        for (String operation : List.of("GET", "ABORT", "DELETE")) {
            add("BULK2_" + operation + "_QUERY_JOB", QUERY_JOB + "/{jobId}");
        }
        add("BULK2_GET_QUERY_JOB_RESULTS", QUERY_JOB + "/{jobId}/results?locator={locator}&maxRecords={maxRecords}");
        add("BULK2_GET_ALL_QUERY_JOBS", QUERY_JOB + "?queryLocator={queryLocator}");
    }

    private static void reports() {
        add("GET_RECENT_REPORTS", REPORTS);
        add("GET_REPORT_DESCRIPTION", REPORTS + "/{reportId}/describe");
        add("EXECUTE_SYNCREPORT", REPORTS + "/{reportId}?includeDetails={includeDetails}");
        add("EXECUTE_ASYNCREPORT", REPORTS + "/{reportId}/instances?includeDetails={includeDetails}");
        add("GET_REPORT_INSTANCES", REPORTS + "/{reportId}/instances");
        add("GET_REPORT_RESULTS", REPORTS + "/{reportId}/instances/{instanceId}");
    }

    private static void add(String operation, String... templates) {
        TEMPLATES.put(operation, Stream.of(templates).map(Template::new).toList());
    }
}
