package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.simulator.events.Events.LoggedEvent;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * What the Streaming API has to know about its org.
 *
 * @param platformEvents whether a platform event of this API name is defined, for example {@code Order__e}
 * @param capturedEntities whether change data capture is on for this object, for example {@code Account}
 * @param apiVersions whether the org serves this API version, for example {@code 67.0}
 * @param schema the objects and platform events
 * @param eventDefinitions the text of an event's definition by its API name; the schema id changes with it
 * @param connectTimeout how long a {@code /meta/connect} is held, in real time
 * @param maxInterval how long a client may stay away between two {@code /meta/connect}, in real time
 * @param shortRetention how long PushTopic and generic events are kept
 * @param longRetention how long platform and change events are kept
 */
public record StreamingConfig(
        Predicate<String> platformEvents,
        Predicate<String> capturedEntities,
        Predicate<String> apiVersions,
        Schema schema,
        UnaryOperator<String> eventDefinitions,
        Duration connectTimeout,
        Duration maxInterval,
        Duration shortRetention,
        Duration longRetention) {

    /**
     * An org with Salesforce's timings: 110 s, 40 s, 24 h and 72 h (Streaming API Developer Guide, "Client Connection",
     * "Message Durability").
     *
     * @param platformEvents which platform events are defined
     * @param capturedEntities which objects have change data capture
     * @param apiVersions which API versions are served
     * @return the configuration
     */
    public static StreamingConfig of(
            Predicate<String> platformEvents, Predicate<String> capturedEntities, Predicate<String> apiVersions) {
        return new StreamingConfig(
                platformEvents,
                capturedEntities,
                apiVersions,
                Schema.standard(),
                UnaryOperator.identity(),
                Duration.ofMillis(110_000),
                Duration.ofSeconds(40),
                Duration.ofHours(24),
                Duration.ofHours(72));
    }

    /**
     * @param objects the objects and platform events; the standard ones unless others are given
     * @return this with another schema
     */
    public StreamingConfig withSchema(Schema objects) {
        return new StreamingConfig(
                platformEvents,
                capturedEntities,
                apiVersions,
                objects,
                eventDefinitions,
                connectTimeout,
                maxInterval,
                shortRetention,
                longRetention);
    }

    /**
     * @param definitions text of an event's definition by its API name
     * @return this with other definitions
     */
    public StreamingConfig withEventDefinitions(UnaryOperator<String> definitions) {
        return new StreamingConfig(
                platformEvents,
                capturedEntities,
                apiVersions,
                schema,
                definitions,
                connectTimeout,
                maxInterval,
                shortRetention,
                longRetention);
    }

    /**
     * @param timeout how long a {@code /meta/connect} is held
     * @param interval how long a client may stay away
     * @return this with other timings
     */
    public StreamingConfig withTimings(Duration timeout, Duration interval) {
        return new StreamingConfig(
                platformEvents,
                capturedEntities,
                apiVersions,
                schema,
                eventDefinitions,
                timeout,
                interval,
                shortRetention,
                longRetention);
    }

    Duration retention(LoggedEvent.Kind kind) {
        return switch (kind) {
            case PUSH_TOPIC, GENERIC -> shortRetention;
            case PLATFORM_EVENT, CHANGE_EVENT -> longRetention;
        };
    }
}
