package org.camelforce.salesforcecc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** HTTP requests of a caller that tries to choose what a route asks of Salesforce, and where. Seeded. */
final class HostileMessages {

    static final String OTHER_RECORD = "001000000000666AAA";
    static final String FOREIGN = "foreign-credential";

    private static final List<String> NAMES = List.of(
            "rawPath",
            "rawMethod",
            "rawQueryParameters",
            "rawHttpHeaders",
            "sObjectQuery",
            "sObjectSearch",
            "sObjectName",
            "sObjectId",
            "sObjectIds",
            "sObjectIdName",
            "sObjectIdValue",
            "sObjectFields",
            "sObjectBlobFieldName",
            "sObjectClass",
            "apexUrl",
            "apexMethod",
            "apexQueryParam.id",
            "approval",
            "approval.ContextId",
            "compositeMethod",
            "limit",
            "allOrNone",
            "apiVersion",
            "format",
            "rawPayload",
            "streamQueryResult",
            "jobId",
            "batchId",
            "resultId",
            "queryLocator",
            "locator",
            "maxRecords",
            "contentType",
            "pkChunking",
            "eventName",
            "reportId",
            "instanceId",
            "notFoundBehaviour");
    private static final List<String> HTTP_NAMES = List.of(
            "X-SFDC-Session",
            "x-sfdc-session",
            "Sforce-Call-Options",
            "sforce-query-options",
            "Sforce-Auto-Assign",
            "SForce-Enable-PKChunking",
            "X-SFDC-Whatever",
            "Authorization",
            "Cookie",
            "Proxy-Authorization",
            "X-Forwarded-Host",
            "Forwarded",
            "Accept",
            "If-Match",
            "Location",
            "Origin");

    /**
     * A request.
     *
     * @param headers names and values
     * @param query parameters, which become headers of the message too
     * @param body its text
     */
    record Hostile(Map<String, String> headers, Map<String, String> query, String body) {}

    private final Random random;
    private final List<String> values = new ArrayList<>();

    HostileMessages(long seed, int instancePort, Eavesdropper... elsewhere) {
        random = new Random(seed);
        for (Eavesdropper server : elsewhere) {
            String there = server.authority();
            values.addAll(List.of(
                    "@" + there + "/steal",
                    ":pw@" + there + "/steal",
                    "." + there + "/steal",
                    "//" + there + "/steal",
                    "/\\" + there + "/steal",
                    "\\\\" + there + "\\steal",
                    "http://" + there + "/steal",
                    there + "/steal",
                    "/@" + there + "/steal",
                    "#@" + there + "/steal",
                    "?@" + there + "/steal",
                    "%40" + there + "/steal",
                    "\t@" + there + "/steal",
                    "/..;/@" + there + "/steal",
                    "x@" + there,
                    "/services/data/v62.0/query/../../../../@" + there));
            values.add(":" + server.port() + "/steal");
        }
        values.addAll(List.of(
                "",
                " ",
                ".",
                "..",
                "../Contact/" + OTHER_RECORD,
                "a/b",
                OTHER_RECORD,
                "describe",
                "approvalLayouts",
                OTHER_RECORD + "?fields=Name",
                OTHER_RECORD + "#",
                OTHER_RECORD + "/Owner",
                "%2e%2e%2fContact",
                "..%2f..%2fquery",
                "%252e%252e",
                "..\\..\\query",
                "Account/" + OTHER_RECORD + "?x=",
                "SELECT Secret__c FROM Payroll__c",
                "FIND {Payroll} IN ALL FIELDS",
                "/services/data/v62.0/sobjects/User",
                "/services/data/v62.0/query/?q=SELECT+Id+FROM+User",
                "/services/apexrest/Evil",
                "DELETE",
                "PATCH",
                "GET /x HTTP/1.1",
                "Authorization,Cookie,X-SFDC-Session,Sforce-Call-Options",
                "q",
                "true",
                "1",
                "java.lang.Runtime",
                "Contact",
                "User",
                "62.0/../../evil",
                FOREIGN,
                "Bearer " + FOREIGN,
                "sid=" + FOREIGN,
                "client=" + FOREIGN,
                "[::1%25lo]:80/x",
                "/services//data",
                "0",
                instancePort + "/x",
                "\u017fObjectId"));
    }

    Hostile next() {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                headers.put(pick(HTTP_NAMES), random.nextBoolean() ? FOREIGN : pick(values));
            } else {
                (random.nextBoolean() ? headers : query).put(name(), pick(values));
            }
        }
        return new Hostile(headers, query, pick(values));
    }

    private String name() {
        String name = pick(NAMES);
        return switch (random.nextInt(6)) {
            case 0 -> "CamelSalesforce" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            case 1 -> mixed("CamelSalesforce" + name);
            case 2 -> mixed(name);
            case 3 -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    private String mixed(String name) {
        StringBuilder mixed = new StringBuilder();
        name.chars()
                .map(c -> random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c))
                .forEach(c -> mixed.append((char) c));
        return mixed.toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
