package org.camelforce.salesforcecc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What Camel's generator says of the options. */
final class OptionSchema {

    private static final String FILE = "/META-INF/org/camelforce/salesforcecc/salesforce-cc.json";

    private OptionSchema() {}

    static Set<String> names(String section) {
        Set<String> names = new TreeSet<>();
        read().path(section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try (InputStream in = SalesforceCcComponent.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
