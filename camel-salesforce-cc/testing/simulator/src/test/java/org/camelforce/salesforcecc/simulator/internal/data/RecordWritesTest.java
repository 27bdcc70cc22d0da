package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.json;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordWritesTest {

    private static final String NOBODY = "001000000000zzzAAA";

    private final TestOrg org = new TestOrg();

    @AfterEach
    void close() {
        org.close();
    }

    private static void assertRefused(
            ThrowingCallable call, int status, String errorCode, String message, String... fields) {
        ApiException refusal = refusal(call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.errorCode()).isEqualTo(errorCode);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.fields()).containsExactly(fields);
    }

    @Test
    void createWhenFieldsAreValidThenRecordHasThemAndTheAuditFields() {
        String id = org.create("account", "{'name':'Acme','NumberOfEmployees':7,'AnnualRevenue':12.345}");
        ObjectNode account = org.retrieve("Account", id);
        assertThat(id).startsWith("001").hasSize(18);
        assertThat(account.get("Id").textValue()).isEqualTo(id);
        assertThat(account.get("Name").textValue()).isEqualTo("Acme");
        assertThat(account.get("NumberOfEmployees").intValue()).isEqualTo(7);
        assertThat(account.get("AnnualRevenue").doubleValue()).isEqualTo(12.35);
        assertThat(account.get("IsDeleted").booleanValue()).isFalse();
        assertThat(account.get("OwnerId").textValue()).isEqualTo(org.user);
        assertThat(account.get("CreatedById").textValue()).isEqualTo(org.user);
        assertThat(account.get("CreatedDate").textValue()).isEqualTo("2026-11-23T10:15:30.000+0000");
        assertThat(account.get("Website").isNull()).isTrue();
    }

    @Test
    void createWhenUserIsCreatedByNobodyThenItIsItsOwnCreator() {
        ObjectNode user = org.retrieve("User", org.user);
        assertThat(user.get("CreatedById").textValue()).isEqualTo(org.user);
        assertThat(user.get("Name").textValue()).isEqualTo("Ada Byron");
        assertThat(user.get("Alias").textValue()).isEqualTo("abyro");
        assertThat(user.get("IsActive").booleanValue()).isTrue();
    }

    @Test
    void createWhenObjectIsUnknownThenNotFound() {
        assertRefused(() -> org.create("Bogus", "{}"), 404, "NOT_FOUND", "The requested resource does not exist");
    }

    @Test
    void createWhenFieldIsUnknownThenInvalidField() {
        assertRefused(
                () -> org.create("Account", "{'Name':'A','Bogus':1}"),
                400,
                "INVALID_FIELD",
                "No such column 'Bogus' on sobject of type Account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Account | {} | Name",
                "Account | {'Name':''} | Name",
                "Account | {'Name':null} | Name",
                "Opportunity | {'Name':'Deal'} | StageName, CloseDate",
            })
    void createWhenRequiredFieldIsAbsentThenRequiredFieldMissing(String type, String fields, String missing) {
        assertRefused(
                () -> org.create(type, fields),
                400,
                "REQUIRED_FIELD_MISSING",
                "Required fields are missing: [" + missing + "]",
                missing.split(", "));
    }

    @Test
    void createWhenFieldIsReadOnlyThenInvalidFieldForInsertUpdate() {
        assertRefused(
                () -> org.create("Account", "{'Name':'A','CreatedDate':'2020-01-01T00:00:00Z','isDeleted':true}"),
                400,
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: CreatedDate, IsDeleted. Please check the security settings of this"
                        + " field and verify that it is read/write for your profile or permission set.",
                "CreatedDate",
                "IsDeleted");
    }

    @Test
    void createWhenIdIsGivenThenRefused() {
        assertThat(refusal(() -> org.create("Account", "{'Name':'A','Id':'" + NOBODY + "'}"))
                        .errorCode())
                .isEqualTo("INVALID_FIELD_FOR_INSERT_UPDATE");
    }

    @Test
    void createWhenTextIsTooLongThenStringTooLong() {
        String number = "x".repeat(41);
        assertRefused(
                () -> org.create("Account", "{'Name':'A','AccountNumber':'" + number + "'}"),
                400,
                "STRING_TOO_LONG",
                "Account Number: data value too large: " + number + " (max length=40)",
                "AccountNumber");
    }

    @Test
    void createWhenTextHasGreatestLengthThenAccepted() {
        String number = "x".repeat(40);
        String id = org.create("Account", "{'Name':'A','AccountNumber':'" + number + "'}");
        assertThat(org.retrieve("Account", id).get("AccountNumber").textValue()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Account | 'Name':5 | string from VALUE_NUMBER_INT value 5",
                "Account | 'AnnualRevenue':'much' | double from VALUE_STRING value much",
                "Account | 'NumberOfEmployees':true | int from VALUE_TRUE value true",
                "Contact | 'DoNotCall':'perhaps' | boolean from VALUE_STRING value perhaps",
                "Contact | 'Birthdate':'2026-02-30' | date from VALUE_STRING value 2026-02-30",
                "Thing__c | 'Seen__c':'yesterday' | dateTime from VALUE_STRING value yesterday",
                "Contact | 'AccountId':{} | string from START_OBJECT value ",
            })
    void createWhenValueHasAnotherTypeThenJsonParserError(String type, String field, String problem) {
        assertRefused(
                () -> org.create(type, "{" + field + "}"),
                400,
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of " + (problem.endsWith("value") ? problem + " " : problem)
                        + " or request may be missing a required field");
    }

    @ParameterizedTest
    @CsvSource({"'Size__c':12345", "'Size__c':1e300", "'Count__c':2147483648", "'Count__c':1.5"})
    void createWhenNumberDoesNotFitThenNumberOutsideValidRange(String field) {
        assertThat(refusal(() -> org.create("Thing__c", "{" + field + "}")).errorCode())
                .isEqualTo("NUMBER_OUTSIDE_VALID_RANGE");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T12:00:00+02:00",
        "2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00.999+0000",
    })
    void createWhenDatetimeHasAnOffsetThenItIsKeptInUtc(String written) {
        String id = org.create("Thing__c", "{'Seen__c':'" + written + "'}");
        assertThat(org.retrieve("Thing__c", id).get("Seen__c").textValue()).isEqualTo("2026-11-23T10:00:00.000+0000");
    }

    @Test
    void createWhenEmailHasNoAtThenInvalidEmailAddress() {
        assertRefused(
                () -> org.create("Contact", "{'LastName':'B','Email':'nobody'}"),
                400,
                "INVALID_EMAIL_ADDRESS",
                "Email: invalid email address: nobody",
                "Email");
    }

    @Test
    void createWhenReferenceIsMalformedThenMalformedId() {
        assertRefused(
                () -> org.create("Contact", "{'LastName':'B','AccountId':'17'}"),
                400,
                "MALFORMED_ID",
                "Account ID: id value of incorrect type: 17",
                "AccountId");
    }

    @Test
    void createWhenReferenceIsOfAnotherObjectThenFieldIntegrityException() {
        assertThat(refusal(() -> org.create("Contact", "{'LastName':'B','AccountId':'" + org.user + "'}"))
                        .errorCode())
                .isEqualTo("FIELD_INTEGRITY_EXCEPTION");
    }

    @Test
    void createWhenReferenceDanglesThenInvalidCrossReferenceKey() {
        assertRefused(
                () -> org.create("Contact", "{'LastName':'B','AccountId':'" + NOBODY + "'}"),
                400,
                "INVALID_CROSS_REFERENCE_KEY",
                "invalid cross reference id",
                "AccountId");
    }

    @Test
    void createWhenReferenceIsDeletedThenEntityIsDeleted() {
        String account = org.account("Acme");
        org.records.delete("Account", account, org.user);
        assertThat(refusal(() -> org.create("Contact", "{'LastName':'B','AccountId':'" + account + "'}"))
                        .errorCode())
                .isEqualTo("ENTITY_IS_DELETED");
    }

    @Test
    void createWhenReferenceHas15CharactersThenItIsKeptWith18() {
        String account = org.account("Acme");
        String contact = org.create("Contact", "{'LastName':'B','AccountId':'" + account.substring(0, 15) + "'}");
        assertThat(org.retrieve("Contact", contact).get("AccountId").textValue())
                .isEqualTo(account);
    }

    @Test
    void createWhenParentIsNamedByExternalIdThenReferenceIsResolved() {
        String account = org.create("Account", "{'Name':'Acme','Legacy_Id__c':'17'}");
        String contact = org.create("Contact", "{'LastName':'B','Account':{'Legacy_Id__c':'17'}}");
        assertThat(org.retrieve("Contact", contact).get("AccountId").textValue())
                .isEqualTo(account);
        assertRefused(
                () -> org.create("Contact", "{'LastName':'B','Account':{'Legacy_Id__c':'18'}}"),
                400,
                "INVALID_FIELD",
                "Foreign key external ID: 18 not found for field Legacy_Id__c in entity Account");
    }

    @Test
    void createWhenUniqueValueDiffersOnlyInCaseThenDuplicateValue() {
        String first = org.create("Account", "{'Name':'Acme','Legacy_Id__c':'a1'}");
        assertRefused(
                () -> org.create("Account", "{'Name':'Other','Legacy_Id__c':'A1'}"),
                400,
                "DUPLICATE_VALUE",
                "duplicate value found: Legacy_Id__c duplicates value on record with id: " + first,
                "Legacy_Id__c");
    }

    @Test
    void createWhenUniqueValueIsInTheRecycleBinThenAccepted() {
        org.records.delete("Account", org.create("Account", "{'Name':'Acme','Legacy_Id__c':'a1'}"), org.user);
        assertThat(org.create("Account", "{'Name':'Acme','Legacy_Id__c':'a1'}")).isNotEmpty();
    }

    @Test
    void createWhenCustomObjectHasNoNameThenItIsNamedAfterItsId() {
        String id = org.create("Thing__c", "{}");
        assertThat(org.retrieve("Thing__c", id).get("Name").textValue()).isEqualTo(id);
    }

    @Test
    void createWhenObjectIsAPlatformEventThenRefused() {
        assertRefused(
                () -> org.create("Order_Placed__e", "{'Number__c':'1'}"),
                400,
                "INVALID_TYPE_FOR_OPERATION",
                "entity type Order_Placed__e does not support create");
    }

    @Test
    void createWhenAttributesAreGivenThenTheyAreIgnored() {
        assertThat(org.create("Account", "{'attributes':{'type':'Account'},'Name':'A'}"))
                .startsWith("001");
    }

    @Test
    void updateWhenFieldsAreGivenThenOthersKeepTheirValues() {
        String id = org.create("Account", "{'Name':'Acme','Site':'HQ','Phone':'1'}");
        org.time.advance(Duration.ofMinutes(1));
        org.update("Account", id.substring(0, 15), "{'Phone':null,'site':'Berlin'}");
        ObjectNode account = org.retrieve("Account", id);
        assertThat(account.get("Name").textValue()).isEqualTo("Acme");
        assertThat(account.get("Site").textValue()).isEqualTo("Berlin");
        assertThat(account.get("Phone").isNull()).isTrue();
        assertThat(account.get("CreatedDate").textValue()).isEqualTo("2026-11-23T10:15:30.000+0000");
        assertThat(account.get("LastModifiedDate").textValue()).isEqualTo("2026-11-23T10:16:30.000+0000");
    }

    @Test
    void updateWhenNothingChangesThenLastModifiedDateStillMoves() {
        String id = org.account("Acme");
        org.time.advance(Duration.ofMinutes(1));
        org.update("Account", id, "{'Name':'Acme'}");
        assertThat(org.retrieve("Account", id).get("LastModifiedDate").textValue())
                .isEqualTo("2026-11-23T10:16:30.000+0000");
        assertThat(org.changes).last().satisfies(change -> assertThat(change.changedFields())
                .containsExactlyInAnyOrder("LastModifiedDate", "SystemModstamp"));
    }

    @Test
    void updateWhenPartOfAPersonsNameChangesThenNameFollows() {
        String id = org.create("Contact", "{'FirstName':'Ada','LastName':'Byron'}");
        org.update("Contact", id, "{'LastName':'Lovelace'}");
        assertThat(org.retrieve("Contact", id).get("Name").textValue()).isEqualTo("Ada Lovelace");
    }

    @Test
    void updateWhenOpportunityIsWonThenItsFlagsFollow() {
        String id = org.create("Opportunity", "{'Name':'D','StageName':'Prospecting','CloseDate':'2026-12-31'}");
        assertThat(org.retrieve("Opportunity", id).get("IsClosed").booleanValue())
                .isFalse();
        org.update("Opportunity", id, "{'StageName':'Closed Won'}");
        assertThat(org.retrieve("Opportunity", id).get("IsWon").booleanValue()).isTrue();
    }

    @Test
    void updateWhenRequiredFieldIsClearedThenRequiredFieldMissing() {
        String id = org.account("Acme");
        assertThat(refusal(() -> org.update("Account", id, "{'Name':null}")).errorCode())
                .isEqualTo("REQUIRED_FIELD_MISSING");
    }

    @Test
    void updateWhenUniqueValueIsItsOwnThenAccepted() {
        String id = org.create("Account", "{'Name':'Acme','Legacy_Id__c':'a1'}");
        org.update("Account", id, "{'Legacy_Id__c':'A1'}");
        assertThat(org.retrieve("Account", id).get("Legacy_Id__c").textValue()).isEqualTo("A1");
    }

    @Test
    void updateWhenIdIsMalformedThenMalformedId() {
        assertRefused(
                () -> org.update("Account", "17", "{}"),
                400,
                "MALFORMED_ID",
                "Account ID: id value of incorrect type: 17",
                "Id");
    }

    @Test
    void updateWhenIdIsOfAnotherObjectThenMalformedId() {
        assertRefused(
                () -> org.update("Account", org.user, "{}"),
                400,
                "MALFORMED_ID",
                "Account ID: id value of incorrect type: " + org.user,
                "Id");
    }

    @Test
    void deleteWhenIdIsMalformedThenMalformedId() {
        assertRefused(
                () -> org.records.delete("Account", "001RM000003oLrB000", org.user),
                400,
                "MALFORMED_ID",
                "malformed id 001RM000003oLrB000");
    }

    @Test
    void deleteWhenRecordDoesNotExistThenInvalidCrossReference() {
        assertRefused(
                () -> org.records.delete("Account", NOBODY, org.user),
                404,
                "INVALID_CROSS_REFERENCE_KEY",
                "invalid cross reference id");
    }

    @Test
    void updateWhenRecordDoesNotExistThenInvalidCrossReference() {
        assertRefused(
                () -> org.update("Account", NOBODY, "{}"),
                404,
                "INVALID_CROSS_REFERENCE_KEY",
                "invalid cross reference id");
    }

    @Test
    void updateWhenRecordIsDeletedThenEntityIsDeleted() {
        String id = org.account("Acme");
        org.records.delete("Account", id, org.user);
        assertRefused(() -> org.update("Account", id, "{}"), 404, "ENTITY_IS_DELETED", "entity is deleted");
        assertRefused(() -> org.records.delete("Account", id, org.user), 404, "ENTITY_IS_DELETED", "entity is deleted");
    }

    @Test
    void deleteWhenObjectIsUserThenRefused() {
        assertThat(refusal(() -> org.records.delete("User", org.user, org.user)))
                .hasMessage("entity type User does not support delete");
    }

    @Test
    void retrieveWhenFieldsAreNamedThenOnlyThoseInTheirDeclaredSpelling() {
        String id = org.account("Acme");
        assertThat(org.records.retrieve("Account", id, List.of("name", "PHONE")))
                .isEqualTo(json("{'Name':'Acme','Phone':null}"));
    }
}
