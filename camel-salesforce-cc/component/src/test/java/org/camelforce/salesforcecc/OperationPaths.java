package org.camelforce.salesforcecc;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which requests each operation may send, by the resources of the REST API Developer Guide, the Bulk API Developer
 * Guide, the Bulk API 2.0 and Bulk API Developer Guide, the Apex Developer Guide and the Reports and Dashboards REST
 * API Developer Guide. Written without a look at how the component makes them.
 */
final class OperationPaths {

    private static final String DATA = "/services/data/v\\d{1,3}\\.\\d";
    private static final String JOB = "/services/async/\\d{1,3}\\.\\d/job";
    private static final String ID = "(?=\\w*\\d)(?:[A-Za-z0-9]{15}|[A-Za-z0-9]{18})";
    private static final String NAME = "[A-Za-z]\\w*";
    private static final String FIELD = "(?!(?i:describe|listviews|quickActions|password)[/?]?)[A-Za-z]\\w*";
    private static final String TEXT = "(?:[A-Za-z0-9_.~*-]|%[0-9A-F]{2})";
    private static final String SEGMENT = "(?!\\.{1,2}(?:/|$))" + TEXT + "+";
    private static final String LOCATOR = "(?:[A-Za-z0-9_.~=/-]|%[0-9A-Fa-f]{2})+";

    private static final Map<String, Pattern> BY_OPERATION = new HashMap<>();

    static {
        put("getVersions", "GET", "/services/data");
        put("getResources", "GET", DATA);
        put("getGlobalObjects", "GET", DATA + "/sobjects");
        put("getBasicInfo", "GET", DATA + "/sobjects/" + NAME);
        put("getDescription", "GET", DATA + "/sobjects/" + NAME + "/describe");
        put(
                "getEventSchema",
                "GET",
                DATA + "/(?:sobjects/" + NAME + "/eventSchema|event/eventSchema/[A-Za-z0-9_-]+)\\?payloadFormat="
                        + "[A-Za-z]+");
        put("limits", "GET", DATA + "/limits");
        put("recent", "GET", DATA + "/recent(?:\\?limit=-?\\d+)?");
        put("query", "GET", DATA + "/query/\\?q=" + TEXT + "*");
        also("query", "GET", DATA + "/(?:tooling/)?query/[A-Za-z0-9][\\w~=.-]*");
        put("queryAll", "GET", DATA + "/queryAll/\\?q=" + TEXT + "*");
        also("queryAll", "GET", DATA + "/(?:tooling/)?query(?:All)?/[A-Za-z0-9][\\w~=.-]*");
        put("queryMore", "GET", DATA + "/(?:tooling/)?query(?:All)?/[A-Za-z0-9][\\w~=.-]*");
        put("search", "GET", DATA + "/search/\\?q=" + TEXT + "*");
        put("getSObject", "GET", DATA + "/sobjects/" + NAME + "/" + ID + "(?:\\?fields=[\\w.,]+)?");
        put("getSObjectWithId", "GET", DATA + "/sobjects/" + NAME + "/" + FIELD + "/" + SEGMENT);
        put("createSObject", "POST", DATA + "/sobjects/" + NAME);
        put("updateSObject", "PATCH", DATA + "/sobjects/" + NAME + "/" + ID);
        put("upsertSObject", "PATCH", DATA + "/sobjects/" + NAME + "/" + FIELD + "/" + SEGMENT);
        put("deleteSObject", "DELETE", DATA + "/sobjects/" + NAME + "/" + ID);
        put("deleteSObjectWithId", "DELETE", DATA + "/sobjects/" + NAME + "/" + FIELD + "/" + SEGMENT);
        put("getBlobField", "GET", DATA + "/sobjects/" + NAME + "/" + ID + "/" + FIELD);
        put("raw", "[A-Z]+", "/(?!/)[^\\s#\\\\]*");
        put("apexCall", "[A-Z]+", "/services/apexrest/[^\\s#\\\\]*");
        put("composite", "[A-Z]+", DATA + "/composite");
        put("composite-batch", "POST", DATA + "/composite/batch");
        put("composite-tree", "POST", DATA + "/composite/tree/" + NAME);
        String collections = DATA + "/composite/sobjects";
        put("compositeCreateSObjectCollections", "POST", collections);
        put("compositeUpdateSObjectCollections", "PATCH", collections);
        put("compositeUpsertSObjectCollections", "PATCH", collections + "/" + NAME + "/" + FIELD);
        put("compositeRetrieveSObjectCollections", "POST", collections + "/" + NAME);
        put(
                "compositeDeleteSObjectCollections",
                "DELETE",
                collections + "\\?ids=[A-Za-z0-9,]+&allOrNone=(?:true|false)");
        put("approval", "POST", DATA + "/process/approvals/?");
        put("approvals", "GET", DATA + "/process/approvals/?");
        String reports = DATA + "/analytics/reports";
        String details = "(?:\\?includeDetails=(?:true|false))?";
        put("getRecentReports", "GET", reports);
        put("getReportDescription", "GET", reports + "/" + ID + "/describe");
        put("executeSyncReport", "GET|POST", reports + "/" + ID + details);
        put("executeAsyncReport", "POST", reports + "/" + ID + "/instances" + details);
        put("getReportInstances", "GET", reports + "/" + ID + "/instances");
        put("getReportResults", "GET", reports + "/" + ID + "/instances/" + ID);
        String job = JOB + "/" + ID;
        put("createJob", "POST", JOB);
        put("getJob", "GET", job);
        put("closeJob", "POST", job);
        put("abortJob", "POST", job);
        put("createBatch", "POST", job + "/batch");
        put("createBatchQuery", "POST", job + "/batch");
        put("getAllBatches", "GET", job + "/batch");
        String batch = job + "/batch/" + ID;
        put("getBatch", "GET", batch);
        put("getRequest", "GET", batch + "/request");
        put("getResults", "GET", batch + "/result");
        put("getQueryResultIds", "GET", batch + "/result");
        put("getQueryResult", "GET", batch + "/result/" + ID);
        bulk2("", "ingest");
        bulk2("Query", "query");
        String ingest = DATA + "/jobs/ingest/" + ID;
        put("bulk2CreateBatch", "PUT", ingest + "/batches");
        put("bulk2CloseJob", "PATCH", ingest);
        put("bulk2GetSuccessfulResults", "GET", ingest + "/successfulResults");
        put("bulk2GetFailedResults", "GET", ingest + "/failedResults");
        put("bulk2GetUnprocessedRecords", "GET", ingest + "/unprocessedrecords");
        put(
                "bulk2GetQueryJobResults",
                "GET",
                DATA + "/jobs/query/" + ID + "/results(?:\\?locator=" + LOCATOR + ")?(?:[?&]maxRecords=-?\\d+)?");
    }

    private OperationPaths() {}

    private static void bulk2(String kind, String segment) {
        String jobs = DATA + "/jobs/" + segment;
        put("bulk2Create" + kind + "Job", "POST", jobs);
        put("bulk2Get" + kind + "Job", "GET", jobs + "/" + ID);
        put("bulk2Abort" + kind + "Job", "PATCH", jobs + "/" + ID);
        put("bulk2Delete" + kind + "Job", "DELETE", jobs + "/" + ID);
        put("bulk2GetAll" + kind + "Jobs", "GET", jobs + "(?:\\?queryLocator=" + LOCATOR + ")?");
    }

    private static void put(String operation, String methods, String target) {
        BY_OPERATION.put(operation, Pattern.compile("(?:" + methods + ") " + target));
    }

    private static void also(String operation, String methods, String target) {
        BY_OPERATION.merge(
                operation,
                Pattern.compile("(?:" + methods + ") " + target),
                (one, other) -> Pattern.compile(one.pattern() + "|" + other.pattern()));
    }

    static Set<String> operations() {
        return BY_OPERATION.keySet();
    }

    /** Whether an operation may send a request. */
    static boolean allows(String operation, RecordingInstance.Call call) {
        return BY_OPERATION.get(operation).matcher(call.line()).matches() && !leads(call.uri());
    }

    /** Whether a server that decodes the path twice, as gateways do, would read another one. */
    private static boolean leads(String uri) {
        String path = uri.split("\\?", 2)[0];
        for (int round = 0; round < 3; round++) {
            if (Pattern.compile("(?:^|[/\\\\])\\.{1,2}(?:;[^/]*)?(?:[/\\\\]|$)|[\\x00-\\x1f]")
                    .matcher(path)
                    .find()) {
                return true;
            }
            path = decoded(path);
        }
        return false;
    }

    private static String decoded(String path) {
        return Pattern.compile("%([0-9A-Fa-f]{2})")
                .matcher(path)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
