package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.internal.data.CompoundField;
import org.camelforce.salesforcecc.simulator.schema.FieldDefinition;
import org.camelforce.salesforcecc.simulator.schema.FieldType;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.jspecify.annotations.Nullable;

/** Fields as describe results show them (REST API Developer Guide, "sObject Describe"). */
final class FieldJson {

    private static final int BYTES_PER_CHARACTER = 3;
    private static final int INT_DIGITS = 8;

    private FieldJson() {}

    static ObjectNode of(FieldDefinition field, SObjectDefinition object, boolean isName, Stream<String> anyObject) {
        boolean polymorphic = FieldDefinition.ANY_OBJECT.equals(field.referenceTo());
        boolean filterable = field.filterable();
        boolean scalar = filterable && field.type() != FieldType.MULTIPICKLIST;
        ObjectNode json = Json.object()
                .put("aggregatable", scalar)
                .put("aiPredictionField", false)
                .put("autoNumber", false)
                .put("byteLength", field.length() * (field.type().isText() ? BYTES_PER_CHARACTER : 1))
                .put("calculated", false)
                .putNull("calculatedFormula")
                .put("cascadeDelete", false)
                .put("caseSensitive", false)
                .put("compoundFieldName", compoundName(field, object))
                .putNull("controllerName")
                .put("createable", field.createable())
                .put("custom", field.custom());
        putDefault(json, field);
        json.putNull("defaultValueFormula")
                .put("defaultedOnCreate", field.defaultedOnCreate())
                .put("dependentPicklist", false)
                .put("deprecatedAndHidden", false)
                .put("digits", field.type() == FieldType.INT ? INT_DIGITS : 0)
                .put("displayLocationInDecimal", false)
                .put("encrypted", false)
                .put("externalId", field.externalId())
                .put("extraTypeInfo", extraTypeInfo(field, object))
                .put("filterable", filterable || field.type().isCompound())
                .putNull("filteredLookupInfo")
                .put("formulaTreatNullNumberAsZero", false)
                .put("groupable", scalar && !field.type().isDecimal() && field.type() != FieldType.DATETIME)
                .put("highScaleNumber", false)
                .put("htmlFormatted", false)
                .put("idLookup", field.externalId() || field.type() == FieldType.ID)
                .putNull("inlineHelpText")
                .put("label", field.label())
                .put("length", field.length())
                .putNull("mask")
                .putNull("maskType")
                .put("name", field.name())
                .put("nameField", isName)
                .put("namePointing", polymorphic)
                .put("nillable", field.nillable())
                .put("permissionable", field.createable() && field.nillable())
                .set("picklistValues", picklist(field));
        json.put("polymorphicForeignKey", polymorphic)
                .put("precision", field.precision())
                .put("queryByDistance", field.type().isCompound())
                .putNull("referenceTargetField")
                .set("referenceTo", Json.array(polymorphic ? anyObject : Stream.ofNullable(field.referenceTo())));
        return json.put("relationshipName", field.relationshipName())
                .putNull("relationshipOrder")
                .put("restrictedDelete", false)
                .put("restrictedPicklist", false)
                .put("scale", field.scale())
                .put("searchPrefilterable", false)
                .put("soapType", field.type().soapType())
                .put("sortable", scalar)
                .put("type", field.type().describeType())
                .put("unique", field.unique())
                .put("updateable", field.updateable())
                .put("writeRequiresMasterRead", false);
    }

    private static @Nullable String compoundName(FieldDefinition field, SObjectDefinition object) {
        return CompoundField.around(object, field).map(CompoundField::name).orElse(null);
    }

    private static @Nullable String extraTypeInfo(FieldDefinition field, SObjectDefinition object) {
        boolean personName = CompoundField.of(object).stream()
                .anyMatch(compound -> compound.type() == CompoundField.Type.PERSON_NAME
                        && compound.name().equals(field.name()));
        return personName ? "personname" : field.type() == FieldType.TEXTAREA ? "plaintextarea" : null;
    }

    private static void putDefault(ObjectNode json, FieldDefinition field) {
        String constant = field.defaultValue();
        if (field.type() == FieldType.BOOLEAN) {
            json.put("defaultValue", Boolean.parseBoolean(constant));
        } else {
            json.put("defaultValue", constant);
        }
    }

    private static ArrayNode picklist(FieldDefinition field) {
        ArrayNode values = Json.array();
        field.picklistValues().forEach(value -> values.addObject()
                .put("active", true)
                .put("defaultValue", value.equals(field.defaultValue()))
                .put("label", value)
                .putNull("validFor")
                .put("value", value));
        return values;
    }
}
