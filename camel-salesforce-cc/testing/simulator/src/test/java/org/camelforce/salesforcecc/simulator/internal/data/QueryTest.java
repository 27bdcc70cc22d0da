package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import java.util.Map;
import org.camelforce.salesforcecc.simulator.internal.soql.Soql;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private final TestOrg org = new TestOrg();
    private String acme = "";
    private String globex = "";

    @BeforeEach
    void createRecords() {
        acme = org.create(
                "Account", "{'Name':'Acme','Site':'HQ','NumberOfEmployees':10,'AnnualRevenue':1.5,'Rating':'Hot'}");
        globex = org.create("Account", "{'Name':'globex','NumberOfEmployees':20}");
        org.create("Account", "{'Name':'100% _cotton','NumberOfEmployees':30,'Site':'Mill'}");
    }

    @AfterEach
    void close() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Name = 'ACME' | Acme",
                "NAME != 'acme' | globex,100% _cotton",
                "Site != 'HQ' | globex,100% _cotton",
                "NOT Site = 'HQ' | globex,100% _cotton",
                "NOT (Site = 'HQ' OR Site = 'Mill') | globex",
                "Site NOT IN ('HQ') | globex,100% _cotton",
                "Site IN ('hq', null) | Acme,globex",
                "Site = null | globex",
                "Site = '' | globex",
                "Site <> null | Acme,100% _cotton",
                "Name LIKE 'a%' | Acme",
                "Name LIKE '%\\%%' | 100% _cotton",
                "Name LIKE '%\\_c%' | 100% _cotton",
                "Name LIKE 'g_obex' | globex",
                "(NOT Site LIKE 'H%') | globex,100% _cotton",
                "Name > 'b' | globex",
                "NumberOfEmployees >= 20 | globex,100% _cotton",
                "NumberOfEmployees < 10.5 | Acme",
                "AnnualRevenue = 1.50 | Acme",
                "NumberOfEmployees IN (10, 30) AND (Rating = 'Hot' OR Rating = 'Cold') | Acme",
                "IsDeleted = false AND Owner.Username = 'ADA@acme.example' | Acme,globex,100% _cotton",
                "Parent.Name = null | Acme,globex,100% _cotton",
                "Account.Owner.LastName LIKE 'by%' AND Name='Acme' | Acme",
                "CreatedDate = TODAY | Acme,globex,100% _cotton",
                "CreatedDate < TODAY OR CreatedDate > TODAY | ''",
                "CreatedDate >= 2026-11-23T12:15:30+02:00 | Acme,globex,100% _cotton",
                "CreatedDate > 2026-11-23T10:15:30.000Z | ''",
                "CreatedDate = LAST_N_DAYS:1 AND Name = 'Acme' | Acme",
                "Name = 'x' OR (Name = 'Acme' AND (NOT Site = null)) | Acme",
            })
    void queryWhenConditionIsGivenThenAnswersWhatMeetsIt(String condition, String names) {
        assertThat(String.join(",", org.column("SELECT Name FROM Account WHERE " + condition)))
                .isEqualTo(names.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Name = '\\' OR Name != \\'' | ''",
                "Name = 'O\\'Brien' | O'Brien",
                "Name = 'O\\'Brien\\'; DROP TABLE \"Account\"; --' | ''",
                "Name LIKE 'O\\'%' | O'Brien",
                "Name IN ('x\\') OR (1=1', 'o\\'brien') | O'Brien",
            })
    void queryWhenTextContainsQuotesThenTheyAreDataOnly(String condition, String names) {
        org.account("O'Brien");
        assertThat(String.join(",", org.column("SELECT Name FROM Account WHERE " + condition)))
                .isEqualTo(names.replace("''", ""));
        assertThat(org.query("SELECT Id FROM Account")).hasSize(4);
    }

    @Test
    void queryWhenTextContainsABackslashThenItIsComparedLiterally() {
        org.records.create("Account", TestOrg.json("{}").put("Name", "a\\b"), org.user);
        assertThat(org.column("SELECT Name FROM Account WHERE Name = 'a\\\\b'")).containsExactly("a\\b");
        assertThat(org.column("SELECT Name FROM Account WHERE Name LIKE 'a\\\\_'"))
                .containsExactly("a\\b");
    }

    @Test
    void queryWhenIdHas15CharactersThenFindsTheRecord() {
        String id15 = acme.substring(0, 15);
        assertThat(org.column("SELECT Name FROM Account WHERE Id = '" + id15 + "'"))
                .containsExactly("Acme");
        assertThat(org.column("SELECT Name FROM Account WHERE Id IN ('" + id15 + "', '" + globex + "')"))
                .containsExactly("Acme", "globex");
    }

    @Test
    void queryWhenConditionIsLongThenItIsStillRun() {
        String many = "'x', ".repeat(3000) + "'Acme'";
        String chain = "Name = 'x' OR ".repeat(1500) + "Name = 'Acme'";
        assertThat(org.column("SELECT Name FROM Account WHERE Name IN (" + many + ")"))
                .containsExactly("Acme");
        assertThat(org.column("SELECT Name FROM Account WHERE " + chain)).containsExactly("Acme");
    }

    @Test
    void queryWhenConditionIsNestedDeeplyThenItIsStillRun() {
        String nested = "(NOT ".repeat(240) + "Name = 'Acme'" + ")".repeat(240);
        assertThat(org.column("SELECT Name FROM Account WHERE " + nested)).containsExactly("Acme");
    }

    @Test
    void queryWhenParentFieldsAreSelectedThenTheyAreNested() {
        org.create("Contact", "{'LastName':'B','AccountId':'" + acme + "'}");
        org.create("Contact", "{'LastName':'C'}");
        assertThat(org.query("SELECT LastName, account.name, Account.Owner.FirstName FROM Contact ORDER BY LastName"))
                .containsExactly(
                        TestOrg.json("{'LastName':'B','Account':{'Name':'Acme','Owner':{'FirstName':'Ada'}}}"),
                        TestOrg.json("{'LastName':'C','Account':null}"));
    }

    @Test
    void queryWhenRowsAreFoundThenTheirOriginsAreKnown() {
        String contact = org.create("Contact", "{'LastName':'B','AccountId':'" + acme + "'}");
        QueryRows rows = org.records.query("SELECT LastName, Account.Owner.Name FROM Contact", false);
        assertThat(rows.type()).isEqualTo("Contact");
        assertThat(rows.origins())
                .containsExactly(Map.of(
                        "", new RecordRef("Contact", contact),
                        "Account", new RecordRef("Account", acme),
                        "Account.Owner", new RecordRef("User", org.user)));
    }

    @Test
    void queryWhenCustomRelationshipIsFollowedThenItEndsInR() {
        org.create("Thing__c", "{'Account__c':'" + acme + "','Count__c':3,'Size__c':7}");
        assertThat(org.query("SELECT Count__c, Size__c, Account__r.Name FROM Thing__c WHERE account__R.Site = 'hq'"))
                .containsExactly(TestOrg.json("{'Count__c':3,'Size__c':7.0,'Account__r':{'Name':'Acme'}}"));
    }

    @Test
    void queryWhenAliasIsUsedThenItStandsForTheObject() {
        assertThat(org.column("SELECT a.Name FROM Account a WHERE a.Owner.Alias = 'abyro' AND a.Site = 'HQ'"))
                .containsExactly("Acme");
    }

    @Test
    void queryWhenCountedThenAnswersTheNumberOnly() {
        QueryRows all = org.records.query("SELECT count() FROM Account", false);
        assertThat(all.totalSize()).isEqualTo(3);
        assertThat(all.rows()).isEmpty();
        assertThat(org.records
                        .query("SELECT COUNT() FROM Account LIMIT 2", false)
                        .totalSize())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Site | globex,Acme,100% _cotton",
                "Site NULLS LAST | Acme,100% _cotton,globex",
                "Site DESC NULLS LAST | 100% _cotton,Acme,globex",
                "Site DESC | globex,100% _cotton,Acme",
                "Name | 100% _cotton,Acme,globex",
                "Owner.Name DESC, NumberOfEmployees DESC | 100% _cotton,globex,Acme",
                "NumberOfEmployees LIMIT 1 OFFSET 1 | globex",
                "NumberOfEmployees LIMIT 0 | ''",
            })
    void queryWhenOrderedThenAnswersInThatOrder(String order, String names) {
        assertThat(String.join(",", org.column("SELECT Name FROM Account ORDER BY " + order)))
                .isEqualTo(names);
    }

    @Test
    void queryWhenRecordIsDeletedThenOnlyQueryAllFindsIt() {
        org.records.delete("Account", acme, org.user);
        assertThat(org.records
                        .query("SELECT Id FROM Account WHERE Name = 'Acme'", false)
                        .rows())
                .isEmpty();
        assertThat(org.records
                        .query("SELECT Id FROM Account WHERE IsDeleted = true", true)
                        .rows())
                .hasSize(1);
    }

    @Test
    void queryWhenFieldsCustomIsSelectedThenAnswersTheCustomFields() {
        assertThat(org.query("SELECT Name, FIELDS(CUSTOM) FROM Account LIMIT 1"))
                .containsExactly(TestOrg.json("{'Name':'Acme','Legacy_Id__c':null,'Group__c':null}"));
    }

    @Test
    void queryWhenFieldsStandardIsSelectedThenAnswersTheStandardFields() {
        assertThat(org.query("SELECT FIELDS(STANDARD) FROM Account").get(0).has("BillingCity"))
                .isTrue();
    }

    @Test
    void queryWhenRestrictedToIdThenFindsTheRecordOnlyIfItMatches() {
        String topic = "SELECT Id, Name FROM Account WHERE Site = 'HQ' OR Site = 'Mill'";
        assertThat(org.records
                        .query(Soql.restrictedToId(Soql.parse(topic), acme).text(), false)
                        .totalSize())
                .isEqualTo(1);
        assertThat(org.records
                        .query(Soql.restrictedToId(Soql.parse(topic), globex).text(), false)
                        .totalSize())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Bogus FROM Account | INVALID_FIELD | No such column 'Bogus' on entity 'Account'.",
                "SELECT Id FROM Account WHERE Bogus = 1 | INVALID_FIELD | No such column 'Bogus' on entity 'Account'.",
                "SELECT Owner.Bogus FROM Account | INVALID_FIELD | No such column 'Bogus' on entity 'User'.",
                "SELECT Bogus.Name FROM Account | INVALID_FIELD | Didn't understand relationship 'Bogus' in field path.",
                "SELECT Id, id FROM Account | INVALID_FIELD | duplicate field selected: id",
                "SELECT Id FROM Bogus | INVALID_TYPE | sObject type 'Bogus' is not supported.",
                "SELECT Number__c FROM Order_Placed__e | INVALID_TYPE_FOR_OPERATION | entity type Order_Placed__e does not support query",
                "SELECT Id FROM Account WHERE Name = 5 | INVALID_FIELD | value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
                "SELECT Id FROM Account WHERE NumberOfEmployees = '5' | INVALID_FIELD | value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE CreatedDate = '2026-11-23' | INVALID_FIELD | must be of type dateTime and should not be enclosed in quotes",
                "SELECT Id FROM Account WHERE CreatedDate = 2026-11-23 | INVALID_FIELD | must be of type dateTime",
                "SELECT Id FROM Account WHERE Name = TODAY | INVALID_FIELD | must be of type string",
                "SELECT Id FROM Account WHERE IsDeleted > true | INVALID_QUERY_FILTER_OPERATOR | invalid operator on boolean field",
                "SELECT Id FROM Account WHERE Id LIKE '001%' | INVALID_QUERY_FILTER_OPERATOR | invalid operator on id field",
                "SELECT Id FROM Account WHERE Id = '17' | INVALID_QUERY_FILTER_OPERATOR | invalid ID field: 17",
                "SELECT Id FROM Account WHERE Description = 'x' | INVALID_FIELD | field 'Description' can not be filtered in a query call",
                "SELECT Id FROM Account ORDER BY Description | MALFORMED_QUERY | field 'Description' can not be sorted in a query call",
                "SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account | MALFORMED_QUERY | more than 5 levels",
            })
    void queryWhenANameOrValueDoesNotFitThenRefused(String soql, String errorCode, String message) {
        ApiException refusal = refusal(() -> org.query(soql));
        assertThat(refusal.errorCode()).isEqualTo(errorCode);
        assertThat(refusal).hasMessageContaining(message).returns(400, ApiException::status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Parent.Parent.Parent.Parent.Parent.Name FROM Account",
                "SELECT Name FROM StreamingChannel"
            })
    void queryWhenAtTheEdgeOfWhatIsAllowedThenAccepted(String soql) {
        assertThat(org.query(soql)).isNotNull();
    }
}
