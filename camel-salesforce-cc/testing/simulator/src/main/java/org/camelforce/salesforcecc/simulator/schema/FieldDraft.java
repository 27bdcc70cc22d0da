package org.camelforce.salesforcecc.simulator.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field while it is being defined, with what Salesforce gives fields of its type by default. */
final class FieldDraft {
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

    FieldDraft(String name, FieldType type) {
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
            case INT, DATE, DATETIME -> {}
        }
    }

    FieldDraft(FieldDefinition field) {
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
