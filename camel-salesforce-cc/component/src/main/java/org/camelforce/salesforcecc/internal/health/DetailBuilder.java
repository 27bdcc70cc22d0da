package org.camelforce.salesforcecc.internal.health;

import java.time.Duration;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.jspecify.annotations.Nullable;

/** The details of a check's result: numbers as numbers, anything else as text, nothing where nothing is known. */
final class DetailBuilder {

    private final HealthCheckResultBuilder builder;

    DetailBuilder(HealthCheckResultBuilder builder) {
        this.builder = builder;
    }

    DetailBuilder add(String name, @Nullable Object value) {
        if (value != null) {
            builder.detail(name, value instanceof Number ? value : OutsideText.oneLine(value.toString()));
        }
        return this;
    }

    DetailBuilder seconds(String name, @Nullable Duration value) {
        return add(name, value == null ? null : value.toSeconds());
    }
}
