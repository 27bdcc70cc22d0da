package org.camelforce.salesforcecc.internal.console;

import java.time.Duration;
import org.apache.camel.util.json.JsonObject;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/**
 * Names and values in order: numbers and booleans as they are, anything else as text, nothing where nothing is known.
 */
final class View {

    private final JsonObject json = new JsonObject();

    View add(String name, @Nullable Object value) {
        if (value != null) {
            json.put(
                    name,
                    value instanceof Number || value instanceof Boolean
                            ? value
                            : OutsideText.oneLine(value.toString()));
        }
        return this;
    }

    View seconds(String name, @Nullable Duration value) {
        return add(name, value == null ? null : value.toSeconds());
    }

    JsonObject json() {
        return json;
    }
}
