package org.camelforce.salesforcecc.simulator.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects and platform events of an org. Immutable; each change gives another schema:
 *
 * <pre>{@code
 * Schema schema = Schema.standard()
 *         .with(SObjectDefinition.custom("Thing__c").fields(FieldDefinition.text("Colour__c", 20)).build())
 *         .withFields("Account", FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique());
 * }</pre>
 */
public final class Schema {

    private static final String BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Schema STANDARD = new Schema(Map.of())
            .with(CrmObjects.all().toArray(SObjectDefinition[]::new))
            .with(PlatformObjects.all().toArray(SObjectDefinition[]::new))
            .with(FileObjects.all().toArray(SObjectDefinition[]::new));

    private final Map<String, SObjectDefinition> objects;

    private Schema(Map<String, SObjectDefinition> objects) {
        this.objects = objects;
    }

    /** @return the standard objects that the simulator knows, without any customisation */
    public static Schema standard() {
        return STANDARD;
    }

    /** @return the objects of the Tooling API that the simulator knows */
    public static Schema tooling() {
        return new Schema(Map.of()).with(ToolingObjects.all().toArray(SObjectDefinition[]::new));
    }

    /**
     * @param definitions objects to add, or to put in the place of those with the same name; one without key prefix
     *     keeps that of its predecessor or is assigned a free one
     * @return a schema with them
     * @throws IllegalArgumentException if two objects would share a key prefix
     */
    public Schema with(SObjectDefinition... definitions) {
        Map<String, SObjectDefinition> changed = new LinkedHashMap<>(objects);
        for (SObjectDefinition definition : definitions) {
            SObjectDefinition predecessor = changed.get(key(definition.name()));
            String prefix = definition.keyPrefix();
            if (prefix.isEmpty()) {
                prefix = predecessor == null ? freePrefix(changed, definition.kind()) : predecessor.keyPrefix();
            } else if (isTaken(changed, prefix, definition.name())) {
                throw new IllegalArgumentException("key prefix " + prefix + " is taken: " + definition.name());
            }
            changed.put(key(definition.name()), definition.withKeyPrefix(prefix));
        }
        return new Schema(changed);
    }

    /**
     * @param object name of an object of this schema, in any case
     * @param fields fields to add, or to put in the place of those with the same name
     * @return a schema with them
     * @throws IllegalArgumentException if there is no such object
     */
    public Schema withFields(String object, FieldDefinition... fields) {
        return with(find(object)
                .orElseThrow(() -> new IllegalArgumentException("no such object: " + object))
                .withFields(fields));
    }

    /**
     * @param name API name in any case
     * @return the object or platform event of that name
     */
    public Optional<SObjectDefinition> find(String name) {
        return Optional.ofNullable(objects.get(key(name)));
    }

    /**
     * @param id a record id in either form, or its first three characters
     * @return the object that such ids belong to
     */
    public Optional<SObjectDefinition> findByKeyPrefix(String id) {
        return objects.values().stream()
                .filter(object -> id.startsWith(object.keyPrefix()))
                .findFirst();
    }

    /** @return all objects and platform events, in the order in which they were added */
    public Collection<SObjectDefinition> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    private static boolean isTaken(Map<String, SObjectDefinition> objects, String prefix, String by) {
        return objects.values().stream()
                .anyMatch(other ->
                        other.keyPrefix().equals(prefix) && !other.name().equalsIgnoreCase(by));
    }

    private static String freePrefix(Map<String, SObjectDefinition> objects, SObjectDefinition.Kind kind) {
        String letter = kind == SObjectDefinition.Kind.PLATFORM_EVENT ? "e" : "a";
        return digits().flatMap(first -> digits().map(second -> letter + first + second))
                .filter(prefix -> !isTaken(objects, prefix, ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key prefix is left"));
    }

    private static Stream<String> digits() {
        return BASE_36.chars().mapToObj(Character::toString);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
