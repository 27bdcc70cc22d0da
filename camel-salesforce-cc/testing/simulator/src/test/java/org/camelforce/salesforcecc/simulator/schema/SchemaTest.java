package org.camelforce.salesforcecc.simulator.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private final Schema schema = Schema.standard();

    private static SObjectDefinition.Builder thing() {
        return SObjectDefinition.custom("Thing__c").fields(FieldDefinition.text("Colour__c", 20));
    }

    @Test
    void findWhenCaseDiffersThenAnswersDeclaredSpelling() {
        assertThat(schema.find("aCCount")).map(SObjectDefinition::name).contains("Account");
        assertThat(schema.find("Account").orElseThrow().field("billingcity"))
                .map(FieldDefinition::name)
                .contains("BillingCity");
    }

    @Test
    void standardWhenObjectsReferToOthersThenRelationshipNamesAreUniquePerObject() {
        for (SObjectDefinition object : schema.objects()) {
            Set<String> relationships = new HashSet<>();
            for (FieldDefinition field : object.fields()) {
                if (field.relationshipName() != null) {
                    assertThat(relationships.add(field.relationshipName()))
                            .as("%s.%s", object, field.relationshipName())
                            .isTrue();
                    assertThat(FieldDefinition.ANY_OBJECT.equals(field.referenceTo())
                                    || schema.find(String.valueOf(field.referenceTo()))
                                            .isPresent())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void standardWhenAccountIsDescribedThenOnlyNameIsRequired() {
        assertThat(schema.find("Account").orElseThrow().fields().stream()
                        .filter(FieldDefinition::requiredOnCreate)
                        .map(FieldDefinition::name))
                .containsExactly("Name");
    }

    @Test
    void withWhenSeveralCustomObjectsAreAddedThenEachHasAKeyPrefixOfItsOwn() {
        Schema extended = schema.with(
                thing().build(),
                SObjectDefinition.custom("Other__c").build(),
                SObjectDefinition.platformEvent("Order_Placed__e").build());
        assertThat(extended.find("Thing__c").orElseThrow().keyPrefix()).isEqualTo("a00");
        assertThat(extended.find("Other__c").orElseThrow().keyPrefix()).isEqualTo("a01");
        assertThat(extended.find("Order_Placed__e").orElseThrow().keyPrefix()).isEqualTo("e00");
        assertThat(schema.find("Thing__c")).isEmpty();
    }

    @Test
    void withWhenKeyPrefixIsTakenThenRefuses() {
        SObjectDefinition clash = thing().keyPrefix("001").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.with(clash))
                .withMessage("key prefix 001 is taken: Thing__c");
    }

    @Test
    void withFieldsWhenFieldIsNewThenObjectKeepsItsPrefixAndGainsTheField() {
        Schema extended = schema.withFields(
                "account",
                FieldDefinition.text("Legacy_Id__c", 20).asExternalId().asUnique());
        SObjectDefinition account = extended.find("Account").orElseThrow();
        assertThat(account.keyPrefix()).isEqualTo("001");
        assertThat(account.field("Legacy_Id__c").orElseThrow())
                .matches(FieldDefinition::externalId)
                .matches(FieldDefinition::unique)
                .matches(FieldDefinition::custom);
    }

    @Test
    void withFieldsWhenObjectIsUnknownThenRefuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema.withFields("Nothing", FieldDefinition.text("A__c", 1)))
                .withMessage("no such object: Nothing");
    }

    @Test
    void referenceWhenFieldIsCustomThenRelationshipEndsInR() {
        assertThat(FieldDefinition.reference("Account__c", "Account").relationshipName())
                .isEqualTo("Account__r");
        assertThat(FieldDefinition.reference("AccountId", "Account").relationshipName())
                .isEqualTo("Account");
    }

    @Test
    void platformEventWhenBuiltThenHasEventFieldsAndDeclaredOnes() {
        SObjectDefinition event = SObjectDefinition.platformEvent("Order_Placed__e")
                .fields(FieldDefinition.text("Number__c", 20).required())
                .build();
        assertThat(event.fields())
                .extracting(FieldDefinition::name)
                .containsExactly("ReplayId", "CreatedDate", "CreatedById", "EventUuid", "Number__c");
        assertThat(event.label()).isEqualTo("Order Placed");
    }

    @Test
    void findByKeyPrefixWhenIdBelongsToAnObjectThenAnswersIt() {
        assertThat(schema.findByKeyPrefix("003000000000001AAA"))
                .map(SObjectDefinition::name)
                .contains("Contact");
        assertThat(schema.findByKeyPrefix("zzz000000000001AAA")).isEmpty();
    }
}
