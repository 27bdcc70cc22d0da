package org.camelforce.salesforcecc.simulator.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object, or the definition of a platform event. Immutable. */
public final class SObjectDefinition {

    /** What sort of object it is. */
    public enum Kind {
        /** Delivered with the org. */
        STANDARD,
        /** Delivered with the org, written by the org alone and only queried; has no system fields but its id. */
        LOG,
        /** Added to the org; its name ends in {@code __c}. */
        CUSTOM,
        /** A message, not a record; its name ends in {@code __e}. */
        PLATFORM_EVENT
    }

    private final String name;
    private final String label;
    private final String labelPlural;
    private final String keyPrefix;
    private final Kind kind;
    private final Map<String, FieldDefinition> fields;

    private SObjectDefinition(
            String name,
            String label,
            String labelPlural,
            String keyPrefix,
            Kind kind,
            Collection<FieldDefinition> fields) {
        Names.check(name);
        this.name = name;
        this.label = label;
        this.labelPlural = labelPlural;
        this.keyPrefix = keyPrefix;
        this.kind = kind;
        this.fields = new LinkedHashMap<>();
        fields.forEach(field -> this.fields.put(field.name().toLowerCase(Locale.ROOT), field));
    }

    /**
     * Starts a custom object with the system fields, an owner and a Name of 80 characters.
     *
     * @param name API name, ending in {@code __c}
     * @return a builder
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static Builder custom(String name) {
        requireSuffix(name, "__c");
        return new Builder(name, Kind.CUSTOM)
                .fields(FieldDefinition.text("Name", 80).filledByOrg())
                .owned();
    }

    /**
     * Starts a platform event with the fields that every event has.
     *
     * @param name API name, ending in {@code __e}
     * @return a builder
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static Builder platformEvent(String name) {
        requireSuffix(name, "__e");
        return new Builder(name, Kind.PLATFORM_EVENT);
    }

    static Builder standard(String name, String keyPrefix) {
        return new Builder(name, Kind.STANDARD).keyPrefix(keyPrefix);
    }

    static Builder log(String name, String keyPrefix) {
        return new Builder(name, Kind.LOG).keyPrefix(keyPrefix).neverRecycled();
    }

    private static void requireSuffix(String name, String suffix) {
        if (!name.endsWith(suffix)) {
            throw new IllegalArgumentException("the name must end in " + suffix + ": " + name);
        }
    }

    /** @return the API name in its declared spelling */
    public String name() {
        return name;
    }

    /** @return what people read */
    public String label() {
        return label;
    }

    /** @return what people read for several of them */
    public String labelPlural() {
        return labelPlural;
    }

    /** @return the first three characters of its records' ids; empty until a schema has assigned one */
    public String keyPrefix() {
        return keyPrefix;
    }

    /** @return what sort of object it is */
    public Kind kind() {
        return kind;
    }

    /** @return the fields in the order of a describe result, the system fields included */
    public List<FieldDefinition> fields() {
        return List.copyOf(fields.values());
    }

    /**
     * @param field API name in any case
     * @return the field of that name
     */
    public Optional<FieldDefinition> field(String field) {
        return Optional.ofNullable(fields.get(field.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param relationship name of a parent relationship in any case, for example {@code Owner} or {@code Thing__r}
     * @return the reference that it follows
     */
    public Optional<FieldDefinition> relationship(String relationship) {
        return fields.values().stream()
                .filter(field -> relationship.equalsIgnoreCase(field.relationshipName()))
                .findFirst();
    }

    /**
     * @param additions fields to add, or to put in the place of those with the same name
     * @return this object with them
     */
    public SObjectDefinition withFields(FieldDefinition... additions) {
        List<FieldDefinition> all = new ArrayList<>(fields.values());
        all.addAll(List.of(additions));
        return new SObjectDefinition(name, label, labelPlural, keyPrefix, kind, all);
    }

    SObjectDefinition withKeyPrefix(String prefix) {
        return new SObjectDefinition(name, label, labelPlural, prefix, kind, fields.values());
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what makes up an object. Not safe for use by several threads. */
    public static final class Builder {

        private final String name;
        private final Kind kind;
        private final List<FieldDefinition> fields = new ArrayList<>();
        private String label;
        private String labelPlural;
        private String keyPrefix = "";
        private boolean recycled = true;

        private Builder(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
            this.label = Names.label(name);
            this.labelPlural = label + "s";
        }

        /**
         * @param singular what people read
         * @param plural what people read for several of them
         * @return this
         */
        public Builder labels(String singular, String plural) {
            this.label = singular;
            this.labelPlural = plural;
            return this;
        }

        /**
         * @param prefix the first three characters of its records' ids; by default the schema assigns one
         * @return this
         */
        public Builder keyPrefix(String prefix) {
            if (!prefix.matches("[0-9A-Za-z]{3}")) {
                throw new IllegalArgumentException("a key prefix has three letters or digits: " + prefix);
            }
            this.keyPrefix = prefix;
            return this;
        }

        /**
         * @param additions fields of its own, in order
         * @return this
         */
        public Builder fields(FieldDefinition... additions) {
            fields.addAll(List.of(additions));
            return this;
        }

        Builder fields(List<FieldDefinition> additions) {
            fields.addAll(additions);
            return this;
        }

        Builder owned() {
            return fields(FieldDefinition.reference("OwnerId", "User").filledByOrg());
        }

        Builder neverRecycled() {
            recycled = false;
            return this;
        }

        /** @return the object, its system fields included */
        public SObjectDefinition build() {
            List<FieldDefinition> all = new ArrayList<>();
            if (kind == Kind.PLATFORM_EVENT) {
                all.addAll(SystemFields.ofEvents());
                all.addAll(fields);
            } else if (kind == Kind.LOG) {
                all.addAll(SystemFields.leading(recycled));
                all.addAll(fields.stream().map(FieldDefinition::readOnly).toList());
            } else {
                all.addAll(SystemFields.leading(recycled));
                all.addAll(fields);
                all.addAll(SystemFields.trailing());
            }
            return new SObjectDefinition(name, label, labelPlural, keyPrefix, kind, all);
        }
    }
}
