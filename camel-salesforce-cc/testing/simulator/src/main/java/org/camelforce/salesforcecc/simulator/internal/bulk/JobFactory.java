package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.Arrays;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.internal.soql.SoqlQuery;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/** Reads what clients ask of new jobs. */
final class JobFactory {

    private final Schema schema;
    private final Jobs jobs;
    private final InstantSource time;

    JobFactory(Schema schema, Jobs jobs, InstantSource time) {
        this.schema = schema;
        this.jobs = jobs;
        this.time = time;
    }

    JobSpec ingest(ObjectNode body, int apiVersion, String userId) {
        Operation operation = operation(body);
        if (operation.isQuery()) {
            throw BulkError.INVALID_OPERATION.because("Operation not supported: " + operation.text());
        }
        SObjectDefinition object = object(body.path("object").asText(""));
        return new JobSpec(
                jobs.nextId(),
                JobType.V2_INGEST,
                operation,
                object.name(),
                operation == Operation.UPSERT
                        ? externalId(object, body.path("externalIdFieldName").asText(""))
                        : "",
                body.path("assignmentRuleId").asText(""),
                dialect(body),
                apiVersion,
                userId,
                time.instant());
    }

    JobSpec query(ObjectNode body, int apiVersion, String userId) {
        Operation operation = operation(body);
        if (!operation.isQuery()) {
            throw BulkError.INVALID_OPERATION.because("Operation not supported: " + operation.text());
        }
        SoqlQuery soql = supported(soql(body));
        return new JobSpec(
                jobs.nextId(),
                JobType.V2_QUERY,
                operation,
                schema.find(soql.objectName()).map(SObjectDefinition::name).orElse(soql.objectName()),
                "",
                "",
                dialect(body),
                apiVersion,
                userId,
                time.instant());
    }

    static String soql(ObjectNode body) {
        return body.path("query").asText("");
    }

    /** Parses a query, and refuses what the Bulk APIs do not run. */
    static SoqlQuery supported(String text) {
        if (text.isBlank()) {
            throw new ApiException(400, "MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        }
        SoqlQuery soql = Soql.parse(text);
        if (soql.isCount()) {
            throw notEnabled("Aggregate Relationships not supported in Bulk Query");
        }
        if (soql.offset() > 0) {
            throw notEnabled("OFFSET not supported in Bulk Query");
        }
        return soql;
    }

    SObjectDefinition object(String name) {
        if (name.isEmpty()) {
            throw BulkError.INVALID_JOB.because("Must specify object");
        }
        SObjectDefinition object =
                schema.find(name).orElseThrow(() -> BulkError.INVALID_ENTITY.because("Unable to find object: " + name));
        if (object.kind() == SObjectDefinition.Kind.LOG || object.kind() == SObjectDefinition.Kind.PLATFORM_EVENT) {
            throw BulkError.INVALID_ENTITY.because("Entity '" + object.name() + "' is not supported by the Bulk API.");
        }
        return object;
    }

    static String externalId(SObjectDefinition object, String name) {
        if (name.isEmpty()) {
            throw BulkError.INVALID_JOB.because("Must specify external id field name for upsert");
        }
        return object.field(name)
                .filter(field -> field.externalId() || field.type() == FieldType.ID)
                .map(FieldDefinition::name)
                .orElseThrow(() -> BulkError.INVALID_JOB.because("Field name provided, " + name
                        + " does not match an External ID, Salesforce Id, or indexed field for " + object.name()));
    }

    static Operation operation(ObjectNode body) {
        String text = body.path("operation").asText("");
        if (text.isEmpty()) {
            throw BulkError.INVALID_JOB.because("Must specify operation");
        }
        return Operation.find(text).orElseThrow(() -> noValue("JobOperationEnum", text));
    }

    private static CsvDialect dialect(ObjectNode body) {
        String contentType = body.path("contentType").asText("CSV");
        if (!contentType.equals("CSV")) {
            throw noValue("JobContentType", contentType);
        }
        return new CsvDialect(
                value(ColumnDelimiter.class, body, "columnDelimiter", ColumnDelimiter.COMMA),
                value(LineEnding.class, body, "lineEnding", LineEnding.LF));
    }

    private static <E extends Enum<E>> E value(Class<E> type, ObjectNode body, String name, E otherwise) {
        if (!body.hasNonNull(name)) {
            return otherwise;
        }
        String text = body.path(name).asText();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> noValue(type.getSimpleName() + "Enum", text));
    }

    private static ApiException noValue(String type, String text) {
        return new ApiException(400, "JSON_PARSER_ERROR", "'" + text + "' is not a valid value of " + type);
    }

    private static ApiException notEnabled(String message) {
        return new ApiException(400, "FUNCTIONALITY_NOT_ENABLED", message);
    }
}
