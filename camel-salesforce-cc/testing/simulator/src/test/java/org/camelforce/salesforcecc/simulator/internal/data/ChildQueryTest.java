package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildQueryTest {

    private final TestOrg org = new TestOrg();
    private String acme = "";
    private String jane = "";

    @BeforeEach
    void createRecords() {
        acme = org.account("Acme");
        String bolt = org.account("Bolt");
        org.account("Cask");
        jane = contact("Roe", acme);
        contact("Doe", acme);
        contact("Foe", acme);
        contact("Zoe", bolt);
    }

    @AfterEach
    void close() {
        org.close();
    }

    private String contact(String name, String account) {
        return org.create("Contact", "{'LastName':'" + name + "','AccountId':'" + account + "'}");
    }

    @Test
    void queryWhenChildrenAreSelectedThenTheyAreNested() {
        assertThat(org.query("SELECT Name, (SELECT LastName, Account.Name FROM Contacts ORDER BY LastName) FROM Account"
                        + " WHERE Name != 'Bolt'"))
                .containsExactly(
                        TestOrg.json("{'Name':'Acme','Contacts':[{'LastName':'Doe','Account':{'Name':'Acme'}},"
                                + "{'LastName':'Foe','Account':{'Name':'Acme'}},"
                                + "{'LastName':'Roe','Account':{'Name':'Acme'}}]}"),
                        TestOrg.json("{'Name':'Cask','Contacts':null}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Contacts | 3,1,0",
                "contacts WHERE LastName LIKE '%oe' AND LastName > 'E' | 2,1,0",
                "Account.Contacts c WHERE c.LastName = 'Roe' | 1,0,0",
                "Contacts ORDER BY LastName LIMIT 2 | 2,1,0",
                "Contacts ORDER BY LastName LIMIT 5 OFFSET 1 | 2,0,0",
                "Contacts WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'Bolt') | 0,1,0",
            })
    void queryWhenChildrenAreFilteredThenEachParentHasItsOwn(String from, String sizes) {
        QueryRows rows = org.records.query("SELECT Id, (SELECT Id FROM " + from + ") FROM Account", false);
        assertThat(rows.children().stream()
                        .map(children -> String.valueOf(children.get("Contacts").totalSize())))
                .containsExactly(sizes.split(","));
    }

    @Test
    void queryWhenParentsAreLimitedThenTheirChildrenAreFound() {
        assertThat(org.query("SELECT Name, (SELECT LastName FROM Contacts WHERE LastName = 'Zoe') FROM Account"
                        + " WHERE Name > 'Acme' ORDER BY Name DESC LIMIT 1 OFFSET 1"))
                .containsExactly(TestOrg.json("{'Name':'Bolt','Contacts':[{'LastName':'Zoe'}]}"));
    }

    @Test
    void queryWhenChildrenOfChildrenAreSelectedThenTheyAreNestedTwice() {
        org.create("Case", "{'Subject':'Help','ContactId':'" + jane + "'}");
        assertThat(org.query("SELECT Name, (SELECT LastName, (SELECT Subject FROM Cases) FROM Contacts"
                        + " WHERE LastName >= 'F' ORDER BY LastName) FROM Account WHERE Name = 'Acme'"))
                .containsExactly(TestOrg.json("{'Name':'Acme','Contacts':[{'LastName':'Foe','Cases':null},"
                        + "{'LastName':'Roe','Cases':[{'Subject':'Help'}]}]}"));
    }

    @Test
    void queryWhenChildrenAreOfACustomObjectThenTheNameEndsInR() {
        org.create("Thing__c", "{'Account__c':'" + acme + "','Count__c':3}");
        assertThat(org.query("SELECT (SELECT Count__c FROM Things__r), Name FROM Account WHERE Name = 'Acme'"))
                .containsExactly(TestOrg.json("{'Name':'Acme','Things__r':[{'Count__c':3}]}"));
    }

    @Test
    void queryWhenChildIsDeletedThenOnlyQueryAllFindsIt() {
        org.records.delete("Contact", jane, org.user);
        String soql = "SELECT (SELECT Id FROM Contacts) FROM Account WHERE Name = 'Acme'";
        assertThat(org.records
                        .query(soql, false)
                        .children()
                        .get(0)
                        .get("Contacts")
                        .totalSize())
                .isEqualTo(2);
        assertThat(org.records
                        .query(soql, true)
                        .children()
                        .get(0)
                        .get("Contacts")
                        .totalSize())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Id, (SELECT Id FROM Contact) FROM Account | 28 | INVALID_TYPE | Didn't understand relationship 'Contact' in FROM part of query call.",
                "SELECT Id, (SELECT Id FROM Bogus.Contacts) FROM Account | 28 | INVALID_TYPE | Didn't understand relationship 'Bogus.Contacts' in FROM part of query call.",
                "SELECT Id, (SELECT Bogus FROM Contacts) FROM Account | 20 | INVALID_FIELD | No such column 'Bogus' on entity 'Contact'.",
                "SELECT Id, (SELECT COUNT() FROM Contacts) FROM Account | 33 | MALFORMED_QUERY | only root queries support aggregate expressions",
                "SELECT Id FROM Account.Contacts | 16 | INVALID_TYPE | sObject type 'Account.Contacts' is not supported.",
            })
    void queryWhenSubqueryIsWrongThenRefusedWithThePlace(String soql, int column, String errorCode, String message) {
        ApiException refusal = refusal(() -> org.query(soql));
        assertThat(refusal.errorCode()).isEqualTo(errorCode);
        assertThat(refusal).hasMessageContaining("^\nERROR at Row:1:Column:" + column + "\n" + message);
    }

    @Test
    void queryWhenRelationshipIsSelectedTwiceThenRefused() {
        assertThat(refusal(() -> org.query("SELECT (SELECT Id FROM Contacts), (SELECT Id FROM Contacts) FROM Account")))
                .hasMessage("duplicate field selected: Contacts");
    }

    @Test
    void queryWhenSubqueriesGoDeeperThanFiveLevelsThenRefused() {
        String soql = "SELECT Id FROM ChildAccounts";
        for (int level = 0; level < 3; level++) {
            soql = "SELECT Id, (" + soql + ") FROM ChildAccounts";
        }
        String allowed = "SELECT Id, (" + soql + ") FROM Account";
        String refused = "SELECT Id, (SELECT Id, (" + soql + ") FROM ChildAccounts) FROM Account";
        assertThat(org.query(allowed)).hasSize(3);
        assertThat(refusal(() -> org.query(refused))).hasMessageContaining("of more than 5 levels");
    }
}
