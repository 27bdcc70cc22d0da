package org.camelforce.salesforcecc.internal.operation.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
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
import org.camelforce.salesforcecc.internal.operation.UploadBodies;
import org.camelforce.salesforcecc.internal.request.BytesBody;
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
        Map<Field, InputStream> streams = record == null ? Map.of() : streamsOf(record);
        return record == null || streams.isEmpty()
                ? JsonBodies.ofMessage(parameters)
                : multipart(parameters, record, streams);
    }

    private static RequestBody multipart(
            OperationParameters parameters, AbstractSObjectBase record, Map<Field, InputStream> streams)
            throws SalesforceException {
        List<Part> parts = new ArrayList<>();
        ObjectNode json = parameters.settings().json().valueToTree(record);
        json.remove(streams.keySet().stream().map(RecordBodies::nameOf).toList());
        parts.add(new Part("entity", null, JsonBodies.of(parameters, json)));
        for (Map.Entry<Field, InputStream> stream : streams.entrySet()) {
            String name = nameOf(stream.getKey());
            RequestBody content = UploadBodies.ofStream(parameters, OCTETS, stream.getValue());
            if (content instanceof BytesBody read) {
                putBack(record, stream.getKey(), read.bytes());
            }
            parts.add(new Part(name, name, content));
        }
        return new MultipartBody(parts);
    }

    private static String nameOf(Field field) {
        String name = field.getName();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** A route may send the record once more, for example because the request has failed. */
    private static void putBack(AbstractSObjectBase record, Field field, byte[] bytes) {
        if (field.getType().isAssignableFrom(ByteArrayInputStream.class)) {
            try {
                field.set(record, new ByteArrayInputStream(bytes));
            } catch (IllegalAccessException e) {
                // a final field: the record can be sent once
            }
        }
    }

    private static Map<Field, InputStream> streamsOf(AbstractSObjectBase record) {
        List<Field> fields = STREAMS.get(record.getClass());
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<Field, InputStream> streams = new LinkedHashMap<>();
        for (Field field : fields) {
            if (value(record, field) instanceof InputStream stream) {
                streams.put(field, stream);
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
