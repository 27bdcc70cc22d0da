package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SemiJoinTest {

    private final TestOrg org = new TestOrg();
    private String roe = "";

    @BeforeEach
    void createRecords() {
        String acme = org.account("Acme");
        String bolt = org.account("Bolt");
        org.account("Cask");
        roe = org.create("Contact", "{'LastName':'Roe','AccountId':'" + acme + "'}");
        org.create("Contact", "{'LastName':'Doe'}");
        org.create(
                "Opportunity", "{'Name':'Deal','StageName':'Won','CloseDate':'2026-12-01','AccountId':'" + bolt + "'}");
        org.create(
                "Opportunity", "{'Name':'Sale','StageName':'Won','CloseDate':'2026-12-01','AccountId':'" + acme + "'}");
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
                "Id IN (SELECT AccountId FROM Contact) | Acme",
                "Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Doe') | ''",
                "Id NOT IN (SELECT AccountId FROM Contact) | Bolt,Cask",
                "Name > 'A' AND Id IN (SELECT c.AccountId FROM Contact c WHERE c.LastName LIKE 'r%') AND Name < 'B' | Acme",
                "Id IN (SELECT AccountId FROM Opportunity) AND Id NOT IN (SELECT AccountId FROM Contact) | Bolt",
                "(Id IN (SELECT AccountId FROM Contact)) | Acme",
                "Id IN (SELECT AccountId FROM Opportunity WHERE Account.Name = 'Bolt') | Bolt",
                "OwnerId IN (SELECT Id FROM User WHERE Username LIKE 'ada%') | Acme,Bolt,Cask",
            })
    void queryWhenIdsOfAnotherQueryAreAskedForThenAnswersWhatHasThem(String condition, String names) {
        assertThat(String.join(",", org.column("SELECT Name FROM Account WHERE " + condition)))
                .isEqualTo(names.replace("''", ""));
    }

    @Test
    void queryWhenReferenceIsEmptyThenOnlyTheAntiJoinAnswersIt() {
        assertThat(org.column(
                        "SELECT LastName FROM Contact WHERE AccountId NOT IN (SELECT AccountId FROM Opportunity)"))
                .containsExactly("Doe");
        assertThat(org.column("SELECT LastName FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity)"))
                .containsExactly("Roe");
    }

    @Test
    void queryWhenInnerRecordIsDeletedThenItDoesNotCount() {
        org.records.delete("Contact", roe, org.user);
        assertThat(org.column("SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Name = 'x' OR Id IN (SELECT AccountId FROM Contact) | 44 | Semi join sub-selects are not allowed with the 'OR' operator",
                "Name = 'x' AND (Name = 'y' OR Id IN (SELECT AccountId FROM Contact)) | 60 | Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.",
                "NOT Id IN (SELECT AccountId FROM Contact) | 34 | Semi join sub-selects are not allowed with the 'NOT' operator",
                "Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Opportunity) | 111 | Maximum 2 semi join sub-selects are allowed",
                "Id IN (SELECT AccountId FROM Contact WHERE Id IN (SELECT ContactId FROM Case)) | 30 | Nesting of semi join sub-selects is not supported",
                "Id IN (SELECT ParentId FROM Account) | 30 | The inner and outer selects should not be on the same object type",
                "Id IN (SELECT LastName FROM Contact) | 44 | Semi join sub-selects can only query id fields, cannot use: 'LastName'",
                "Id IN (SELECT AccountId, Id FROM Contact) | 63 | Semi join sub-selects can only select one field",
                "Name IN (SELECT AccountId FROM Contact) | 30 | The left operand field in the where expression for outer query should be an id field, cannot use: 'Name'",
                "Parent.Id IN (SELECT AccountId FROM Contact) | 30 | The left operand field in the where expression for outer query should be an id field, cannot use: 'Parent.Id'",
                "OwnerId IN (SELECT AccountId FROM Contact) | 30 | The selected field 'AccountId' in the subquery and the left operand field in the where expression in the outer query 'OwnerId' should point to the same object type",
            })
    void queryWhenSemiJoinIsNotAllowedThenMalformedQuery(String condition, int column, String message) {
        ApiException refusal = refusal(() -> org.query("SELECT Id FROM Account WHERE " + condition));
        assertThat(refusal.errorCode()).isEqualTo("MALFORMED_QUERY");
        assertThat(refusal).hasMessageEndingWith("^\nERROR at Row:1:Column:" + column + "\n" + message);
    }
}
