package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;

/** Blob fields (REST API Developer Guide, "Insert or Update Blob Data" and "sObject Blob Get"). */
final class BlobFields {

    private static final String OCTETS = "application/octet-stream";
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("(?i)[\\w.+-]+/[\\w.+-]+(;\\s*charset=(utf-8|us-ascii|iso-8859-1))?");

    private BlobFields() {}

    static boolean isBlob(SObjectDefinition object, String field) {
        return object.field(field)
                .filter(found -> found.type() == FieldType.BASE64)
                .isPresent();
    }

    /** The record in a body, with the binary parts that are named after one of its blob fields. */
    static ObjectNode merged(SObjectDefinition object, RequestBody body) {
        ObjectNode record = body.object();
        for (RequestBody.BinaryPart part : body.binaries()) {
            if (isBlob(object, part.field())) {
                byte[] content = part.content();
                if (content == null) {
                    throw new ApiException(413, "REQUEST_ENTITY_TOO_LARGE", "The blob is too large: " + part.field());
                }
                record.put(part.field(), content);
            }
        }
        return record;
    }

    /** The bytes of a blob field, with the type that an attachment or document says it has. */
    static RestResponse read(RecordStore records, SObjectDefinition object, String id, String field) {
        byte[] content = records.retrieveBlob(object.name(), id, field);
        String type = object.field("ContentType").isEmpty()
                ? OCTETS
                : records.retrieve(object.name(), id, List.of("ContentType"))
                        .path("ContentType")
                        .asText(OCTETS);
        String safe = MEDIA_TYPE.matcher(type).matches() ? type : OCTETS;
        return new RestResponse(200, BinaryNode.valueOf(content), Map.of("Content-Type", safe));
    }
}
