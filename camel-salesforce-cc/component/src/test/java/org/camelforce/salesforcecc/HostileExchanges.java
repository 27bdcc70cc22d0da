package org.camelforce.salesforcecc;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.salesforce.api.dto.analytics.reports.ReportMetadata;
import org.apache.camel.component.salesforce.api.dto.approval.ApprovalRequest;
import org.apache.camel.component.salesforce.api.dto.bulk.BatchInfo;
import org.apache.camel.component.salesforce.api.dto.bulk.ContentType;
import org.apache.camel.component.salesforce.api.dto.bulk.JobInfo;
import org.apache.camel.component.salesforce.api.dto.bulkv2.Job;
import org.apache.camel.component.salesforce.api.dto.bulkv2.QueryJob;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectBatch;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectComposite;
import org.apache.camel.component.salesforce.api.dto.composite.SObjectTree;
import org.camelforce.salesforcecc.RecordingInstance.Answer;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.dto.Attachment__c;

/**
 * Options, messages and answers that try to lead requests elsewhere, beside some that are as they should be. Seeded.
 */
final class HostileExchanges {

    private static final String ID = HostileMessages.OTHER_RECORD;

    /** For the length of a URI, Camel needs quadratic time before it asks the component. */
    private static final int MAX_OPTION = 4_000;

    private static final String NEXT = "/services/data/v56.0/query/01g000000000001AAA-2000";

    /** For each parameter a value that is as it should be. */
    private static final Map<String, String> FITTING = new LinkedHashMap<>();

    static {
        FITTING.put("sObjectName", "Account");
        FITTING.put("sObjectId", ID);
        FITTING.put("sObjectIds", ID + "," + ID);
        FITTING.put("sObjectIdName", "Legacy_Id__c");
        FITTING.put("sObjectIdValue", "17");
        FITTING.put("sObjectFields", "Name,Owner.Name");
        FITTING.put("sObjectBlobFieldName", "Body");
        FITTING.put("sObjectClass", "org.camelforce.salesforcecc.dto.QueryRecordsAccount");
        FITTING.put("sObjectQuery", NEXT);
        FITTING.put("sObjectSearch", "FIND {Acme}");
        FITTING.put("apexUrl", "Merchandise/{item}?a=b");
        FITTING.put("apexMethod", "POST");
        FITTING.put("rawPath", "/services/data/v62.0/limits");
        FITTING.put("rawMethod", "POST");
        FITTING.put("rawQueryParameters", "item");
        FITTING.put("rawHttpHeaders", "item,If-Match");
        FITTING.put("compositeMethod", "POST");
        FITTING.put("limit", "5");
        FITTING.put("allOrNone", "true");
        FITTING.put("apiVersion", "62.0");
        FITTING.put("jobId", "750000000000001AAA");
        FITTING.put("batchId", "751000000000001AAA");
        FITTING.put("resultId", "752000000000001");
        FITTING.put("queryLocator", "MTAwMDA");
        FITTING.put("locator", "MTAwMDA=");
        FITTING.put("maxRecords", "10");
        FITTING.put("contentType", "CSV");
        FITTING.put("pkChunking", "true");
        FITTING.put("pkChunkingChunkSize", "1000");
        FITTING.put("pkChunkingStartRow", ID);
        FITTING.put("pkChunkingParent", "Account");
        FITTING.put("eventName", "Order__e");
        FITTING.put("eventSchemaId", "AbC-_12");
        FITTING.put("eventSchemaFormat", "COMPACT");
        FITTING.put("reportId", "00O000000000001AAA");
        FITTING.put("instanceId", "0LG000000000001AAA");
        FITTING.put("includeDetails", "true");
        FITTING.put("streamQueryResult", "true");
    }

    private static final List<String> NAMES = List.copyOf(FITTING.keySet());

    private final Random random;
    private int evil = 50;
    private final HostileMessages messages;
    private final List<String> others;

    HostileExchanges(long seed, int instancePort, Eavesdropper elsewhere) {
        random = new Random(seed);
        messages = new HostileMessages(seed, instancePort, elsewhere);
        String there = elsewhere.authority();
        others = List.of(
                NEXT,
                "http://" + there + "/services/data/v56.0/query/01g-1",
                "//" + there + "/services/data/v56.0/query/01g-1",
                "@" + there + "/services/data/v56.0/query/01g-1",
                "/services/data/v56.0/jobs/query/750000000000001AAA",
                "/services/data/v56.0/sobjects/query/x",
                "describe",
                "EXPANDED&a=b",
                "%e0%80%ae%e0%80%ae/x",
                "/services/apexrest/\uff0e\uff0e/x",
                "x\r\nHost: " + there,
                "\u0000",
                "\ud800",
                "a".repeat(20_000));
    }

    /** Options of an endpoint, to go after {@code ?}. */
    String options() {
        List<String> options = new ArrayList<>();
        if (random.nextBoolean()) {
            options.add("rawPayload=" + random.nextBoolean());
        }
        for (String name : NAMES) {
            if (random.nextInt(2) == 0) {
                String value = random.nextInt(60) == 0 ? messages.next().body() : FITTING.get(name);
                String raw = value.replaceAll("[)#&%\\s]", "");
                options.add(name + "=RAW(" + raw.substring(0, Math.min(raw.length(), MAX_OPTION)) + ")");
            }
        }
        return String.join("&", options);
    }

    /** Fills an exchange of an operation. */
    void fill(String operation, Exchange exchange) {
        evil = pick(List.of(0, 4, 4, 50));
        exchange.setPattern(pick(Arrays.asList(ExchangePattern.values())));
        Map<String, Object> headers = exchange.getIn().getHeaders();
        if (isEvil()) {
            messages.next().headers().forEach(headers::put);
        }
        for (String name : NAMES) {
            if (random.nextInt(2) == 0) {
                headers.put(header(name), value(name));
            }
        }
        headers.put("item", isEvil() ? messages.next().body() : "17");
        headers.put("If-Match", isEvil() ? messages.next().body() : "x");
        if (isEvil()) {
            headers.put(
                    "CamelSalesforceHttpHeader." + pick(List.of("Sforce-Auto-Assign", "X-SFDC-Session", "Host")),
                    value("item"));
            headers.put("CamelSalesforceApexQueryParam.a" + messages.next().body(), value("item"));
            headers.put("CamelSalesforceApproval.ContextId", value("sObjectId"));
        }
        if (random.nextInt(8) == 0) {
            exchange.setProperty(Exchange.CHARSET_NAME, pick(List.of("ISO-8859-1", "UTF-16", "none-such")));
        }
        exchange.getIn().setBody(isEvil() || random.nextInt(5) == 0 ? body() : fitting(operation));
    }

    private String header(String name) {
        String prefixed = "CamelSalesforce" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return switch (random.nextInt(6)) {
            case 0 -> name;
            case 1 -> prefixed.toUpperCase(Locale.ROOT);
            case 2 -> name.toLowerCase(Locale.ROOT);
            default -> prefixed;
        };
    }

    private Object value(String name) {
        if (!isEvil()) {
            return FITTING.getOrDefault(name, "17");
        }
        String text = pick(List.of(messages.next().body(), pick(others), FITTING.getOrDefault(name, "17")));
        return switch (random.nextInt(12)) {
            case 0 -> List.of(text, text);
            case 1 -> new StringBuilder(text);
            case 2 -> text.getBytes(StandardCharsets.UTF_8);
            case 3 -> new String[] {text, text};
            case 4 -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            default -> text;
        };
    }

    private boolean isEvil() {
        return random.nextInt(100) < evil;
    }

    private Object fitting(String operation) {
        return switch (operation) {
            case "createJob", "getJob", "closeJob", "abortJob", "getAllBatches" -> job("750000000000001AAA");
            case "getBatch", "getRequest", "getResults", "getQueryResultIds" -> batch("751000000000001AAA");
            case "bulk2CreateJob" -> new Job();
            case "bulk2CreateQueryJob" -> new QueryJob();
            case "composite" -> new SObjectComposite("56.0", true).addDelete("Account", ID, "reference");
            case "composite-batch" -> new SObjectBatch("56.0").addDelete("Account", ID);
            case "composite-tree" -> tree("Account");
            case "approval" -> approval(ID);
            case "executeSyncReport", "executeAsyncReport" -> metadata("00O000000000001AAA");
            case "upsertSObject", "updateSObject", "createSObject" ->
                Account.named("Acme").withLegacyId("17").withId(ID);
            default ->
                operation.contains("Collections")
                        ? List.of(Account.named("Acme").withLegacyId("17"))
                        : operation.startsWith("get") || operation.contains("delete") ? ID : "{}";
        };
    }

    private Object body() {
        String text = random.nextBoolean() ? messages.next().body() : pick(others);
        return switch (random.nextInt(24)) {
            case 0 -> null;
            case 1 -> text.getBytes(StandardCharsets.UTF_8);
            case 2 -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            case 3 -> broken();
            case 4 -> new HashMap<>(Map.of(text, text, "_HttpMethod", "DELETE"));
            case 5 -> Account.named(text).withLegacyId(text).withId(text);
            case 6 -> Account.named("Acme").withLegacyId("17").withId(ID);
            case 7 -> List.of(Account.named(text), Account.named("Acme"));
            case 8 -> List.of(text, text);
            case 9 -> job(text);
            case 10 -> batch(text);
            case 11 -> new Job();
            case 12 -> new QueryJob();
            case 13 -> tree(text);
            case 14 -> new SObjectBatch("56.0").addDelete("Account", text);
            case 15 -> new SObjectComposite("56.0", true).addDelete("Account", text, "reference");
            case 16 -> metadata(text);
            case 17 -> approval(text);
            case 18 -> new StringReader(text);
            case 19 -> new File(text.replace("\u0000", ""));
            case 20 -> attachment(text);
            case 21 -> job("750000000000001AAA");
            case 22 -> batch("751000000000001AAA");
            default -> text;
        };
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
    }

    private static JobInfo job(String id) {
        JobInfo job = new JobInfo();
        job.setId(id);
        job.setObject(id);
        job.setContentType(ContentType.CSV);
        return job;
    }

    private static BatchInfo batch(String id) {
        BatchInfo batch = new BatchInfo();
        batch.setId(id);
        batch.setJobId("750000000000001AAA");
        return batch;
    }

    private static SObjectTree tree(String type) {
        Account account = Account.named(type);
        account.getAttributes().setType(type);
        SObjectTree tree = new SObjectTree();
        tree.addObject(account);
        return tree;
    }

    private static ReportMetadata metadata(String id) {
        ReportMetadata metadata = new ReportMetadata();
        metadata.setId(id);
        return metadata;
    }

    private static ApprovalRequest approval(String id) {
        ApprovalRequest approval = new ApprovalRequest();
        approval.setContextId(id);
        return approval;
    }

    private static Attachment__c attachment(String text) {
        Attachment__c attachment = new Attachment__c();
        attachment.setFileBinary(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return attachment;
    }

    /** An answer of an org that wants the next request to go elsewhere. */
    Answer answer(String there) {
        String url = random.nextBoolean() ? pick(others) : messages.next().body();
        String elsewhere = "http://" + there + "/steal";
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", pick(List.of("application/json", "application/xml", "text/html")));
        headers.put("Sforce-Locator", url.replaceAll("[^ -~]", ""));
        headers.put("Sforce-NumberOfRecords", "1");
        headers.put("Location", elsewhere);
        headers.put("Content-Location", elsewhere);
        headers.put("Refresh", "0; url=" + elsewhere);
        headers.put("Link", "<" + elsewhere + ">; rel=next");
        headers.put("Alt-Svc", "http/1.1=\"" + there + "\"");
        headers.put("Set-Cookie", "sid=" + HostileMessages.FOREIGN);
        headers.put("Proxy-Authenticate", "Basic realm=\"x\"");
        headers.put("WWW-Authenticate", "Basic realm=\"x\"");
        int status =
                pick(List.of(200, 200, 200, 200, 200, 201, 204, 300, 301, 302, 307, 308, 400, 403, 404, 407, 500, 503));
        return new Answer(status, headers, answerBody(quoted(url), elsewhere), random.nextInt(20) == 0);
    }

    private String answerBody(String url, String elsewhere) {
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> "null";
            case 2 -> "[null]";
            case 3 -> "{\"hasErrors\":true,\"results\":[null]}";
            case 4 -> "[{\"errorCode\":\"MALFORMED\",\"message\":" + url + ",\"fields\":[null]}]";
            case 5 ->
                "<!DOCTYPE jobInfo SYSTEM \"" + elsewhere + "\"><jobInfo"
                        + " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><id>&x;</id></jobInfo>";
            case 6 ->
                "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + elsewhere + "\">]><result-list"
                        + " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><result>&x;</result></result-list>";
            case 7 -> "[".repeat(5_000);
            case 8 -> "{\"id\":" + url + ",\"state\":\"Open\",\"nextRecordsUrl\":" + url + ",\"done\":false}";
            case 9 -> "<html>" + elsewhere + "</html>";
            default ->
                "{\"done\":false,\"totalSize\":-1,\"nextRecordsUrl\":" + url
                        + ",\"records\":[{\"attributes\":{\"type\":\"Account\",\"url\":" + url
                        + "},\"Name\":\"Acme\"}]}";
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append("\\u").append(HexFormat.of().toHexDigits((char) c)));
        return quoted.append('"').toString();
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
