package org.camelforce.salesforcecc.internal.operation;

import java.util.Locale;

/**
 * What an option, a header or the body chooses of a request. The header is {@code CamelSalesforce} and the option's
 * name, on every Camel.
 */
public enum Parameter {
    ALL_OR_NONE("allOrNone", Rule.WORD),
    APEX_METHOD("apexMethod", Rule.METHOD),
    APEX_URL("apexUrl", Rule.ANY),
    API_VERSION("apiVersion", Rule.API_VERSION),
    APPROVAL("approval", Rule.ANY),
    BATCH_ID("batchId", Rule.RECORD_ID),
    COMPOSITE_METHOD("compositeMethod", Rule.METHOD),
    CONTENT_TYPE("contentType", Rule.ANY),
    EVENT_NAME("eventName", Rule.NAME),
    EVENT_SCHEMA_FORMAT("eventSchemaFormat", Rule.WORD),
    EVENT_SCHEMA_ID("eventSchemaId", Rule.OPAQUE),
    INCLUDE_DETAILS("includeDetails", Rule.WORD),
    INSTANCE_ID("instanceId", Rule.RECORD_ID),
    JOB_ID("jobId", Rule.RECORD_ID),
    LIMIT("limit", Rule.NUMBER),
    LOCATOR("locator", Rule.LOCATOR),
    MAX_RECORDS("maxRecords", Rule.NUMBER),
    PK_CHUNKING("pkChunking", Rule.WORD),
    PK_CHUNKING_CHUNK_SIZE("pkChunkingChunkSize", Rule.NUMBER),
    PK_CHUNKING_PARENT("pkChunkingParent", Rule.NAME),
    PK_CHUNKING_START_ROW("pkChunkingStartRow", Rule.OPAQUE),
    QUERY_LOCATOR("queryLocator", Rule.LOCATOR),
    RAW_HTTP_HEADERS("rawHttpHeaders", Rule.ANY),
    RAW_METHOD("rawMethod", Rule.METHOD),
    RAW_PATH("rawPath", Rule.ANY),
    RAW_QUERY_PARAMETERS("rawQueryParameters", Rule.ANY),
    REPORT_ID("reportId", Rule.RECORD_ID),
    REPORT_METADATA("reportMetadata", Rule.ANY),
    RESULT_ID("resultId", Rule.RECORD_ID),
    SOBJECT_BLOB_FIELD_NAME("sObjectBlobFieldName", Rule.FIELD),
    SOBJECT_CLASS("sObjectClass", Rule.ANY),
    SOBJECT_FIELDS("sObjectFields", Rule.FIELDS),
    SOBJECT_ID("sObjectId", Rule.RECORD_ID),
    SOBJECT_IDS("sObjectIds", Rule.RECORD_IDS),
    SOBJECT_ID_NAME("sObjectIdName", Rule.FIELD),
    SOBJECT_ID_VALUE("sObjectIdValue", Rule.VALUE),
    SOBJECT_NAME("sObjectName", Rule.NAME),
    SOBJECT_QUERY("sObjectQuery", Rule.ANY),
    SOBJECT_SEARCH("sObjectSearch", Rule.ANY),
    STREAM_QUERY_RESULT("streamQueryResult", Rule.WORD);

    static final String HEADER_PREFIX = "CamelSalesforce";

    private final String option;
    private final String header;
    private final Rule rule;

    Parameter(String option, Rule rule) {
        this.option = option;
        this.header = header(option);
        this.rule = rule;
    }

    /** The name of the option, and of the header with {@code legacyHeaders}. */
    public String option() {
        return option;
    }

    /** The name of the header. */
    public String header() {
        return header;
    }

    Rule rule() {
        return rule;
    }

    /** How it is called where users write it, for messages. */
    public String named() {
        return option + " (option, header " + header + " or body)";
    }

    /** The name of the header that belongs to an option. */
    static String header(String option) {
        return HEADER_PREFIX + option.substring(0, 1).toUpperCase(Locale.ROOT) + option.substring(1);
    }
}
