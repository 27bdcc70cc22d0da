package org.camelforce.salesforcecc.simulator.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions.Definition;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;

/**
 * A JSON file with what an org has beyond its standard objects:
 *
 * <pre>{@code
 * {
 *   "Account": {"fields": {"Legacy_Id__c": {"type": "string", "length": 20, "externalId": true, "unique": true}}},
 *   "Thing__c": {"label": "Thing", "labelPlural": "Things", "fields": {"Colour__c": {"type": "string"}}},
 *   "Thing_Sold__e": {"fields": {"Colour__c": {"type": "string"}}},
 *   "ManagedEventSubscription": {"Sales": {"topicName": "/event/Thing_Sold__e", "defaultReplay": "EARLIEST"}}
 * }
 * }</pre>
 *
 * <p>A name that ends in {@code __c} is a new custom object, one that ends in {@code __e} a new platform event; any
 * other is an object that the schema has already, and so is one that ends in these but is there.
 * {@code ManagedEventSubscription} holds managed event subscriptions by developer name.
 */
public final class SchemaFile {

    private static final List<String> OF_NEW = List.of("label", "labelPlural", "keyPrefix", "fields");
    private static final List<String> OF_KNOWN = List.of("fields");

    private SchemaFile() {}

    /**
     * @param file path of the file, which is in UTF-8
     * @return the standard schema with what the file adds
     * @throws SetupFileException if the file cannot be read, is not JSON or does not describe a schema
     */
    public static Schema read(Path file) {
        return read(file, Schema.standard());
    }

    /**
     * @param file path of the file, which is in UTF-8
     * @param base what is there already
     * @return the base with what the file adds
     * @throws SetupFileException if the file cannot be read, is not JSON or does not describe a schema
     */
    public static Schema read(Path file, Schema base) {
        List<Section> objects = Section.read(file).sections().stream()
                .filter(section -> !section.name().equals(ManagedSubscriptionReader.KEY))
                .toList();
        Schema schema = base;
        for (Section object : objects) {
            schema = add(object, schema);
        }
        for (Section object : objects) {
            for (Section field : object.sections("fields")) {
                requireKnownReference(field, schema);
            }
        }
        return schema;
    }

    /**
     * @param file path of the file, which is in UTF-8
     * @param schema what {@link #read(Path, Schema)} made of it
     * @return the managed event subscriptions that the file names, to be defined in an org of that schema
     * @throws SetupFileException if the file cannot be read, is not JSON, or a subscription is not valid
     */
    public static List<Definition> managedSubscriptions(Path file, Schema schema) {
        return Section.read(file).sections().stream()
                .filter(section -> section.name().equals(ManagedSubscriptionReader.KEY))
                .flatMap(section -> ManagedSubscriptionReader.read(section, schema).stream())
                .toList();
    }

    private static Schema add(Section object, Schema schema) {
        SObjectDefinition known = schema.find(object.name()).orElse(null);
        object.requireKeysAmong(known == null ? OF_NEW : OF_KNOWN);
        try {
            if (known != null) {
                return schema.withFields(known.name(), fields(object, known));
            }
            SObjectDefinition.Builder builder = builder(object);
            return schema.with(builder.fields(fields(object, builder.build())).build());
        } catch (IllegalArgumentException e) {
            throw object.problem(e.getMessage() + ".");
        }
    }

    private static SObjectDefinition.Builder builder(Section object) {
        String name = object.name();
        SObjectDefinition.Builder builder;
        if (name.endsWith("__c")) {
            builder = SObjectDefinition.custom(name);
        } else if (name.endsWith("__e")) {
            builder = SObjectDefinition.platformEvent(name);
        } else {
            throw object.problem("the simulator has no standard object of that name, and a new one ends in __c"
                    + " (custom object) or __e (platform event).");
        }
        String label = object.text("label").orElse(builder.build().label());
        builder.labels(label, object.text("labelPlural").orElse(label + "s"));
        object.text("keyPrefix").ifPresent(builder::keyPrefix);
        return builder;
    }

    private static FieldDefinition[] fields(Section object, SObjectDefinition definition) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        definition.fields().forEach(field -> names.add(field.name()));
        boolean event = definition.kind() == SObjectDefinition.Kind.PLATFORM_EVENT;
        return object.sections("fields").stream()
                .map(field -> {
                    if (!names.add(field.name())) {
                        throw field.problem("the object has a field of that name already.");
                    }
                    return FieldReader.read(field, event);
                })
                .toArray(FieldDefinition[]::new);
    }

    private static void requireKnownReference(Section field, Schema schema) {
        String target = field.text("referenceTo").orElse(null);
        if (target != null
                && schema.find(target)
                        .filter(object -> object.kind() != SObjectDefinition.Kind.PLATFORM_EVENT)
                        .isEmpty()) {
            throw field.problem("referenceTo", "the org has no object " + target + " to refer to.");
        }
    }
}
