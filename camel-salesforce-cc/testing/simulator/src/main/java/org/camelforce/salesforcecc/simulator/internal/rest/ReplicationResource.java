package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.model.DateTimes;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/**
 * {@code sobjects/X/updated} and {@code sobjects/X/deleted} (REST API Developer Guide, "sObject Get Updated" and
 * "sObject Get Deleted"; SOAP API Developer Guide, "getUpdated()" and "getDeleted()").
 */
final class ReplicationResource {

    private static final Duration UPDATED_KEPT = Duration.ofDays(30);
    private static final Duration DELETED_KEPT = Duration.ofDays(15);

    /** A span of time, its ends included. */
    private record Span(Instant start, Instant end) {
        String condition() {
            return "SystemModstamp >= " + start + " AND SystemModstamp <= " + end;
        }
    }

    private final Catalog catalog;
    private final RecordStore records;
    private final InstantSource time;

    ReplicationResource(Catalog catalog, RecordStore records, InstantSource time) {
        this.catalog = catalog;
        this.records = records;
        this.time = time;
    }

    void addTo(Router router) {
        router.add("GET", "sobjects/{object}/updated", request -> answer(request, this::updated));
        router.add("GET", "sobjects/{object}/deleted", request -> answer(request, this::deleted));
    }

    private ObjectNode updated(Request request) {
        ObjectNode answer = Json.object();
        ArrayNode ids = answer.putArray("ids");
        records.query("SELECT Id FROM " + request.object + " WHERE " + request.span.condition())
                .forEach(row -> ids.add(row.path("Id").asText()));
        return answer;
    }

    private ObjectNode deleted(Request request) {
        ObjectNode answer = Json.object();
        ArrayNode deleted = answer.putArray("deletedRecords");
        if (request.object.field("IsDeleted").isPresent()) {
            List<ObjectNode> rows = records.queryAll("SELECT Id, SystemModstamp FROM " + request.object
                    + " WHERE IsDeleted = true AND " + request.span.condition());
            rows.forEach(row -> deleted.addObject()
                    .put("deletedDate", row.path("SystemModstamp").asText())
                    .put("id", row.path("Id").asText()));
        }
        return answer.put("earliestDateAvailable", text(time.instant().minus(DELETED_KEPT)));
    }

    private RestResponse answer(RestRequest request, Function<Request, ObjectNode> find) {
        SObjectDefinition object = catalog.recordObject(request.variable("object"));
        if (object.field("SystemModstamp").isEmpty()) {
            throw new ApiException(
                    400, "INVALID_TYPE_FOR_OPERATION", "entity type " + object.name() + " is not replicateable");
        }
        Span span = span(request);
        ObjectNode answer = find.apply(new Request(object, span));
        Instant now = time.instant();
        return RestResponse.ok(answer.put("latestDateCovered", text(span.end.isBefore(now) ? span.end : now)));
    }

    private Span span(RestRequest request) {
        Span span = new Span(moment(request, "start"), moment(request, "end"));
        if (!span.start.isBefore(span.end)) {
            throw invalid("startDate must be at least one minute before endDate");
        }
        if (span.start.isBefore(time.instant().minus(UPDATED_KEPT))) {
            throw invalid("startDate is more than " + UPDATED_KEPT.toDays() + " days ago");
        }
        return span;
    }

    /** Seconds are ignored, as documented. A plus sign that was not encoded has become a blank. */
    private static Instant moment(RestRequest request, String name) {
        String text = request.requiredQuery(name).strip().replace(' ', '+');
        try {
            return DateTimes.read(text).truncatedTo(ChronoUnit.MINUTES).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw invalid(name + " is not a date and time: " + text);
        }
    }

    private static ApiException invalid(String message) {
        return new ApiException(400, "INVALID_REPLICATION_DATE", message);
    }

    private static String text(Instant instant) {
        return DateTimes.write(LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES));
    }

    private record Request(SObjectDefinition object, Span span) {}
}
