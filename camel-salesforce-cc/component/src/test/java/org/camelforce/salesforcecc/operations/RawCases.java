package org.camelforce.salesforcecc.operations;

import static org.apache.camel.component.salesforce.internal.OperationName.RAW;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Resources without an operation of their own. */
final class RawCases {

    private static final String PATH = "rawPath=/services/data/v56.0/";
    private static final String GET = "raw?rawMethod=GET&";
    private static final String GRAPH =
            "{\"graphs\":[{\"graphId\":\"g\",\"compositeRequest\":[{\"method\":\"POST\",\"url\":"
                    + "\"/services/data/v56.0/sobjects/Account\",\"referenceId\":\"a\",\"body\":{\"Name\":\"Graph\"}}]}]}";
    private static final Map<String, Object> SPAN =
            Map.of("start", "2026-11-20T09:00:00Z", "end", "2026-11-20T11:00:00Z");

    private RawCases() {}

    static List<OperationCase> all() {
        String post = "raw?rawMethod=POST&" + PATH;
        String span = GET + "rawQueryParameters=start,end&" + PATH + "sobjects/Account/";
        return new Cases()
                .answered(
                        RAW,
                        "describe",
                        org -> org.send(GET + PATH + "sobjects/Account/describe", null),
                        "Legacy_Id__c")
                .answered(RAW, "graph", org -> org.send(post + "composite/graph", GRAPH), "\"isSuccessful\":true")
                .denied(RAW, "no graph", org -> org.send(post + "composite/graph", "{}"), "400")
                .answered(
                        RAW,
                        "updated",
                        org -> {
                            org.account("Updated");
                            org.advance(Duration.ofMinutes(5));
                            return org.send(span + "updated", null, SPAN);
                        },
                        "\"ids\":[\"001")
                .answered(
                        RAW,
                        "deleted",
                        org -> {
                            org.simulator().records().delete("Account", org.account("Deleted"), org.user());
                            org.advance(Duration.ofMinutes(5));
                            return org.send(span + "deleted", null, SPAN);
                        },
                        "\"deletedRecords\":[{")
                .denied(
                        RAW,
                        "no date",
                        org -> org.send(span + "deleted", null, Map.of("start", "x", "end", "2026-11-20T11:00:00Z")),
                        "400",
                        "INVALID_REPLICATION_DATE")
                .answered(
                        RAW,
                        "record count",
                        org -> org.send(
                                GET + "rawQueryParameters=sObjects&" + PATH + "limits/recordCount",
                                null,
                                Map.of("sObjects", "Account")),
                        "\"count\":")
                .answered(RAW, "rules", org -> org.send(GET + PATH + "process/rules", null), "rules")
                .answered(
                        RAW,
                        "query plan",
                        org -> org.send(
                                GET + "rawQueryParameters=explain&" + PATH + "query",
                                null,
                                Map.of("explain", "SELECT Id FROM Account WHERE Name = 'Roe Import'")),
                        "plans")
                .answered(
                        RAW,
                        "parameterized search",
                        org -> {
                            org.account("Roe");
                            return org.send(
                                    GET + "rawQueryParameters=q,sobject&" + PATH + "parameterizedSearch",
                                    null,
                                    Map.of("q", "Roe", "sobject", "Account"));
                        },
                        "searchRecords")
                .denied(RAW, "unknown resource", org -> org.send(GET + PATH + "nothing", null), "404", "NOT_FOUND")
                .all();
    }
}
