package org.camelforce.salesforcecc.internal.operation.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.camelforce.salesforcecc.internal.operation.JsonBodies;
import org.camelforce.salesforcecc.internal.operation.OperationParameters;
import org.camelforce.salesforcecc.internal.request.MultipartBody;
import org.camelforce.salesforcecc.internal.request.MultipartBody.Part;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Makes the body that a record is sent in. Generated classes have a stream for each field of binary data, whose name
 * ends in {@code Binary}; if one is set, the body has a part for the record and one for each stream (REST API Developer
 * Guide, "Insert or Update Blob Data").
 */
final class RecordBodies {

    private static final String SUFFIX = "Binary";
    private static final String OCTETS = "application/octet-stream";

    /** To look for them takes longer than all the rest. */
    private static final ClassValue<List<Field>> STREAMS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> field.getName().endsWith(SUFFIX) && field.isAnnotationPresent(JsonIgnore.class))
                    .toList();
        }
    };

    private RecordBodies() {}

    /** The record, text or stream in the message. */
    static RequestBody of(OperationParameters parameters) throws SalesforceException {
        AbstractSObjectBase record = parameters.record();
        Map<String, InputStream> streams = record == null ? Map.of() : streamsOf(record);
        return record == null || streams.isEmpty()
                ? JsonBodies.ofMessage(parameters)
                : multipart(parameters, record, streams);
    }

    private static RequestBody multipart(
            OperationParameters parameters, AbstractSObjectBase record, Map<String, InputStream> streams)
            throws SalesforceException {
        List<Part> parts = new ArrayList<>();
        try {
            ObjectNode json = parameters.settings().json().valueToTree(record);
            json.remove(streams.keySet());
            parts.add(new Part(
                    "entity",
                    null,
                    JsonBodies.MEDIA_TYPE,
                    parameters.settings().json().writeValueAsBytes(json)));
            for (Map.Entry<String, InputStream> stream : streams.entrySet()) {
                try (InputStream content = stream.getValue()) {
                    parts.add(new Part(stream.getKey(), stream.getKey(), OCTETS, content.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new SalesforceException(
                    "The request of " + parameters.settings().operation() + " was not sent: the record cannot be read: "
                            + e.getMessage(),
                    e);
        }
        return new MultipartBody(parts);
    }

    private static Map<String, InputStream> streamsOf(AbstractSObjectBase record) {
        List<Field> fields = STREAMS.get(record.getClass());
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, InputStream> streams = new LinkedHashMap<>();
        for (Field field : fields) {
            if (value(record, field) instanceof InputStream stream) {
                String name = field.getName();
                streams.put(name.substring(0, name.length() - SUFFIX.length()), stream);
            }
        }
        return streams;
    }

    private static @Nullable Object value(AbstractSObjectBase record, Field field) {
        try {
            field.setAccessible(true);
            return field.get(record);
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            // of a module that is closed to libraries: its records have no streams for us
            return null;
        }
    }
}
