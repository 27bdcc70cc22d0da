package org.camelforce.salesforcecc.simulator.schema;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One field of an object. Start from {@link #of} or one of its siblings and refine:
 * {@code FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique()}. A fresh definition is optional,
 * createable and updateable.
 *
 * @param name API name; custom fields end in {@code __c}
 * @param label what people read
 * @param type data type
 * @param length longest text accepted, in characters; 18 for ids; 0 where it has no meaning
 * @param precision digits in all, for numbers; otherwise 0
 * @param scale digits after the decimal point, for numbers; otherwise 0
 * @param nillable whether it may be empty
 * @param externalId whether upserts may match on it
 * @param unique whether no two records may have the same value; compared without regard to case
 * @param createable whether clients may set it on create
 * @param updateable whether clients may set it on update
 * @param defaultedOnCreate whether the org fills it when a create leaves it out
 * @param defaultValue the constant that it is filled with, as text; null if there is none or it is not a constant
 * @param referenceTo the object that it refers to; null unless it is a reference
 * @param relationshipName how queries name the record referred to; null unless it is a reference
 * @param picklistValues the values offered; empty unless it is a picklist
 */
public record FieldDefinition(
        String name,
        String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        boolean nillable,
        boolean externalId,
        boolean unique,
        boolean createable,
        boolean updateable,
        boolean defaultedOnCreate,
        @Nullable String defaultValue,
        @Nullable String referenceTo,
        @Nullable String relationshipName,
        List<String> picklistValues) {

    /** What a reference refers to that may refer to records of any object, as in SOQL. */
    public static final String ANY_OBJECT = "Name";

    private static final int LONGEST_FILTERABLE_TEXT_AREA = 255;

    /** Checks that a reference says what it refers to. */
    public FieldDefinition {
        Names.check(name);
        picklistValues = List.copyOf(picklistValues);
        if ((type == FieldType.REFERENCE) != (referenceTo != null && relationshipName != null)) {
            throw new IllegalArgumentException("a reference, and nothing else, refers to an object: " + name);
        }
    }

    /**
     * @param name API name
     * @param type data type, not a reference
     * @return an optional field with the length, precision and scale that Salesforce gives such fields by default
     */
    public static FieldDefinition of(String name, FieldType type) {
        return new Draft(name, type).build();
    }

    /**
     * @param name API name
     * @param length longest text accepted, in characters
     * @return an optional line of text
     */
    public static FieldDefinition text(String name, int length) {
        return of(name, FieldType.STRING).withLength(length);
    }

    /**
     * @param name API name
     * @param length longest text accepted, in characters
     * @return an optional text of several lines
     */
    public static FieldDefinition textArea(String name, int length) {
        return of(name, FieldType.TEXTAREA).withLength(length);
    }

    /**
     * @param name API name
     * @param precision digits in all
     * @param scale digits after the decimal point
     * @return an optional number
     */
    public static FieldDefinition number(String name, int precision, int scale) {
        return of(name, FieldType.DOUBLE).withDigits(precision, scale);
    }

    /**
     * @param name API name
     * @param values the values offered
     * @return an optional picklist, unrestricted
     */
    public static FieldDefinition picklist(String name, String... values) {
        return of(name, FieldType.PICKLIST).withValues(values);
    }

    /**
     * @param name API name; {@code XId} is queried as {@code X}, {@code X__c} as {@code X__r}
     * @param referenceTo the object that it refers to, or {@link #ANY_OBJECT}
     * @return an optional reference
     */
    public static FieldDefinition reference(String name, String referenceTo) {
        Draft draft = new Draft(name, FieldType.REFERENCE);
        draft.referenceTo = referenceTo;
        draft.relationshipName = Names.relationship(name);
        return draft.build();
    }

    /**
     * @param name API name
     * @param defaultValue its value where a create leaves it out
     * @return a checkbox
     */
    public static FieldDefinition checkbox(String name, boolean defaultValue) {
        return of(name, FieldType.BOOLEAN).withDefault(Boolean.toString(defaultValue));
    }

    /**
     * @param label what people read
     * @return this field under that label
     */
    public FieldDefinition withLabel(String label) {
        return with(draft -> draft.label = label);
    }

    /**
     * @param length longest text accepted, in characters
     * @return this field with that length
     */
    public FieldDefinition withLength(int length) {
        return with(draft -> draft.length = length);
    }

    /**
     * @param precision digits in all
     * @param scale digits after the decimal point
     * @return this field, which is a number, with that size
     */
    public FieldDefinition withDigits(int precision, int scale) {
        return with(draft -> {
            draft.precision = precision;
            draft.scale = scale;
        });
    }

    /**
     * @param values the values offered
     * @return this field, which is a picklist, with those values
     */
    public FieldDefinition withValues(String... values) {
        return with(draft -> draft.picklistValues = List.of(values));
    }

    /**
     * @param value the value, as text, where a create leaves the field out
     * @return this field with that default
     */
    public FieldDefinition withDefault(String value) {
        return with(draft -> {
            draft.defaultValue = value;
            draft.defaultedOnCreate = true;
        });
    }

    /** @return this field as one that must not be empty */
    public FieldDefinition required() {
        return with(draft -> draft.nillable = false);
    }

    /** @return this field as one that upserts may match on */
    public FieldDefinition asExternalId() {
        return with(draft -> draft.externalId = true);
    }

    /** @return this field as one whose value no two records share */
    public FieldDefinition asUnique() {
        return with(draft -> draft.unique = true);
    }

    /** @return this field as one that the org fills on create, and clients may override */
    public FieldDefinition filledByOrg() {
        return with(draft -> {
            draft.nillable = false;
            draft.defaultedOnCreate = true;
        });
    }

    /** @return this field as one that clients cannot change after the create */
    public FieldDefinition createOnly() {
        return with(draft -> draft.updateable = false);
    }

    /** @return this field as one that clients cannot set */
    public FieldDefinition readOnly() {
        return with(draft -> {
            draft.createable = false;
            draft.updateable = false;
        });
    }

    /** @return whether a create must give a value */
    public boolean requiredOnCreate() {
        return !nillable && createable && !defaultedOnCreate;
    }

    /** @return whether it was added to the org, rather than delivered with it */
    public boolean custom() {
        return Names.isCustom(name);
    }

    /** @return whether queries may compare it; long text areas, blobs and compound fields may only be selected */
    public boolean filterable() {
        return type != FieldType.BASE64
                && !type.isCompound()
                && (type != FieldType.TEXTAREA || length <= LONGEST_FILTERABLE_TEXT_AREA);
    }

    private FieldDefinition with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.build();
    }

    /** A field while it is being defined, with what Salesforce gives fields of its type by default. */
    private static final class Draft {

        private final String name;
        private final FieldType type;
        String label;
        int length;
        int precision;
        int scale;
        boolean nillable = true;
        boolean externalId;
        boolean unique;
        boolean createable = true;
        boolean updateable = true;
        boolean defaultedOnCreate;

        @Nullable
        String defaultValue;

        @Nullable
        String referenceTo;

        @Nullable
        String relationshipName;

        List<String> picklistValues = List.of();

        Draft(String name, FieldType type) {
            this.name = name;
            this.type = type;
            this.label = Names.label(name);
            switch (type) {
                case ID, REFERENCE -> this.length = 18;
                case EMAIL -> this.length = 80;
                case PHONE -> this.length = 40;
                case MULTIPICKLIST -> this.length = 4099;
                case STRING, TEXTAREA, PICKLIST, URL -> this.length = 255;
                case DOUBLE, CURRENCY -> {
                    this.precision = 18;
                    this.scale = type == FieldType.CURRENCY ? 2 : 0;
                }
                case PERCENT -> this.precision = 3;
                case BOOLEAN -> {
                    this.nillable = false;
                    this.defaultedOnCreate = true;
                    this.defaultValue = "false";
                }
                case INT, DATE, DATETIME, BASE64, ADDRESS -> {}
            }
        }

        Draft(FieldDefinition field) {
            this.name = field.name();
            this.type = field.type();
            this.label = field.label();
            this.length = field.length();
            this.precision = field.precision();
            this.scale = field.scale();
            this.nillable = field.nillable();
            this.externalId = field.externalId();
            this.unique = field.unique();
            this.createable = field.createable();
            this.updateable = field.updateable();
            this.defaultedOnCreate = field.defaultedOnCreate();
            this.defaultValue = field.defaultValue();
            this.referenceTo = field.referenceTo();
            this.relationshipName = field.relationshipName();
            this.picklistValues = field.picklistValues();
        }

        FieldDefinition build() {
            return new FieldDefinition(
                    name,
                    label,
                    type,
                    length,
                    precision,
                    scale,
                    nillable,
                    externalId,
                    unique,
                    createable,
                    updateable,
                    defaultedOnCreate,
                    defaultValue,
                    referenceTo,
                    relationshipName,
                    picklistValues);
        }
    }
}
