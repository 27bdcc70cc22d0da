package org.camelforce.salesforcecc.simulator.internal.bulk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camelforce.salesforcecc.simulator.internal.model.JsonText;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** The records of a JSON file, read one by one. */
final class JsonRows implements RowSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonParser parser;
    private final SObjectDefinition object;
    private @Nullable JsonNode next;
    private boolean atEnd;

    JsonRows(Path file, SObjectDefinition object) throws IOException {
        this.object = object;
        this.parser = JSON.createParser(file.toFile());
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable("a list of records is expected");
            }
        } catch (JsonProcessingException e) {
            parser.close();
            throw unreadable(JsonText.problem(e));
        } catch (CharConversionException e) {
            parser.close();
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (JobFailedException e) {
            parser.close();
            throw e;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null && !atEnd) {
            try {
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    next = JSON.readTree(parser);
                } else if (parser.currentToken() == JsonToken.END_ARRAY) {
                    atEnd = true;
                } else {
                    throw unreadable("a record is expected");
                }
            } catch (JsonProcessingException e) {
                throw unreadable(JsonText.problem(e));
            } catch (CharConversionException e) {
                throw unreadable(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next != null;
    }

    @Override
    public InputRow next() {
        JsonNode record = next;
        if (record == null) {
            throw new NoSuchElementException();
        }
        next = null;
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        @Nullable ApiException problem = null;
        for (Map.Entry<String, JsonNode> property : record.properties()) {
            try {
                field(fields, property.getKey(), property.getValue());
            } catch (ApiException e) {
                problem = e;
            }
        }
        return new InputRow(List.of(), fields, problem);
    }

    private void field(ObjectNode fields, String name, JsonNode value) {
        if (name.equals("attributes")) {
            return;
        }
        if (value.isNull()) {
            RowFields.putNull(object, fields, name);
        } else if (value.isObject()) {
            value.properties().stream()
                    .filter(parent -> !parent.getKey().equals("attributes"))
                    .forEach(parent -> RowFields.put(
                            object,
                            fields,
                            name + "." + parent.getKey(),
                            parent.getValue().asText()));
        } else {
            RowFields.put(object, fields, name, value.asText());
        }
    }

    private static JobFailedException unreadable(String why) {
        return new JobFailedException(BulkError.INVALID_BATCH.message("Failed to parse the JSON: " + why));
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
