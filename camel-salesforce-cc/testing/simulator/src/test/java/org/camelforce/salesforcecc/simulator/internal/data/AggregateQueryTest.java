package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateQueryTest {

    private final TestOrg org = new TestOrg();

    @BeforeEach
    void createRecords() {
        account("'Name':'Acme','Rating':'Hot','Industry':'Energy','NumberOfEmployees':10,'AnnualRevenue':1.5");
        account("'Name':'Bolt','Rating':'hot','Industry':'Media','NumberOfEmployees':21,'AnnualRevenue':2.5");
        account("'Name':'Cask','Rating':'Cold','Industry':'Energy','NumberOfEmployees':30");
        account("'Name':'Dune','Industry':'Energy'");
    }

    @AfterEach
    void close() {
        org.close();
    }

    private String account(String fields) {
        return org.create("Account", "{" + fields + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "COUNT(Id) | 4",
                "COUNT(Rating), COUNT(AnnualRevenue) | 3,2",
                "COUNT_DISTINCT(Rating), count_distinct(Industry) | 2,2",
                "SUM(NumberOfEmployees) | 61.0",
                "AVG(AnnualRevenue) | 2.0",
                "AVG(NumberOfEmployees) | 20.333333333333332",
                "MIN(Name), MAX(Name) | Acme,Dune",
                "MIN(NumberOfEmployees), MAX(AnnualRevenue) | 10,2.5",
                "MIN(CreatedDate) | 2026-11-23T10:15:30.000+0000",
                "COUNT(Owner.Name), MAX(Account.Parent.Name) | 4,-",
            })
    void queryWhenWholeIsAggregatedThenOneRow(String select, String values) {
        assertThat(org.values("SELECT " + select + " FROM Account")).containsExactly(values);
    }

    @Test
    void queryWhenNothingMeetsTheConditionThenOneRowWithoutValues() {
        assertThat(org.values("SELECT COUNT(Id), SUM(NumberOfEmployees), MAX(Name) FROM Account WHERE Name = 'x'"))
                .containsExactly("0,-,-");
        assertThat(org.values("SELECT Rating, COUNT(Id) FROM Account WHERE Name = 'x' GROUP BY Rating"))
                .isEmpty();
    }

    @Test
    void queryWhenAliasIsMissingThenValuesAreNumbered() {
        assertThat(org.query("SELECT Industry, COUNT(Id), MAX(Name) last, MIN(Name) FROM Account WHERE Rating = 'Cold'"
                        + " GROUP BY Industry"))
                .containsExactly(TestOrg.json("{'Industry':'Energy','expr0':1,'last':'Cask','expr1':'Cask'}"));
    }

    @Test
    void queryWhenGroupedThenTheRowsAreOfTypeAggregateResult() {
        QueryRows rows = org.records.query("SELECT Rating, COUNT(Id) FROM Account GROUP BY Rating", false);
        assertThat(rows.type()).isEqualTo("AggregateResult");
        assertThat(rows.totalSize()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Rating, COUNT(Id) n FROM Account GROUP BY Rating | -,1;Cold,1;Hot,2",
                "Account.Rating, COUNT(Id) n FROM Account GROUP BY Rating | -,1;Cold,1;Hot,2",
                "a.Rating, COUNT(a.Id) n FROM Account a GROUP BY Rating | -,1;Cold,1;Hot,2",
                "Rating, COUNT(Id) n FROM Account GROUP BY Rating ORDER BY COUNT(Id) DESC, Rating NULLS LAST | Hot,2;Cold,1;-,1",
                "Rating FROM Account GROUP BY Rating HAVING COUNT(Id) > 1 | Hot",
                "Rating FROM Account GROUP BY Rating HAVING Rating LIKE 'c%' OR MAX(Name) = 'dune' | -;Cold",
                "Rating FROM Account GROUP BY Rating HAVING NOT MIN(AnnualRevenue) > 1 | -;Cold",
                "Rating FROM Account WHERE Name != 'Acme' GROUP BY Rating ORDER BY Rating DESC LIMIT 2 | -;hot",
                "Rating FROM Account GROUP BY Rating LIMIT 1 OFFSET 1 | Cold",
                "Owner.Name, COUNT(Id) FROM Account GROUP BY Owner.Name | Ada Byron,4",
                "CALENDAR_YEAR(CreatedDate), COUNT(Id) FROM Account GROUP BY CALENDAR_YEAR(CreatedDate) | 2026,4",
                "Industry, IsDeleted, COUNT(Id) FROM Account GROUP BY Industry, IsDeleted | Energy,false,3;Media,false,1",
                "FORMAT(MAX(AnnualRevenue)) most, MIN(Name) FROM Account | $2.50,Acme",
            })
    void queryWhenGroupedThenOneRowForEachGroup(String query, String rows) {
        assertThat(String.join(";", org.values("SELECT " + query))).isEqualTo(rows);
    }

    @Test
    void queryWhenRolledUpThenSubtotalsFollowTheirGroups() {
        assertThat(org.values("SELECT Industry, Rating, GROUPING(Industry), GROUPING(Rating) r, COUNT(Id) FROM Account"
                        + " WHERE Rating != null GROUP BY ROLLUP(Industry, Rating)"))
                .containsExactly(
                        "Energy,Cold,0,0,1",
                        "Energy,Hot,0,0,1",
                        "Energy,-,0,1,2",
                        "Media,hot,0,0,1",
                        "Media,-,0,1,1",
                        "-,-,1,1,3");
    }

    @Test
    void queryWhenCubedThenEveryCombinationHasItsSubtotals() {
        assertThat(org.values("SELECT Industry, Rating, COUNT(Id) FROM Account WHERE Rating != null"
                        + " GROUP BY CUBE(Industry, Rating)"))
                .containsExactly(
                        "Energy,Cold,1",
                        "Energy,Hot,1",
                        "Energy,-,2",
                        "Media,hot,1",
                        "Media,-,1",
                        "-,Cold,1",
                        "-,Hot,2",
                        "-,-,3");
    }

    @Test
    void queryWhenRolledUpWithoutAggregatesThenTotalIsOneRow() {
        assertThat(org.values("SELECT Industry FROM Account GROUP BY ROLLUP(Industry) HAVING COUNT(Id) > 1"))
                .containsExactly("Energy", "-");
    }

    @Test
    void queryWhenConditionHasValuesThenTheyCountInEachCombination() {
        assertThat(org.values("SELECT Industry, COUNT(Id) FROM Account WHERE Name > 'A' AND NumberOfEmployees < 30"
                        + " GROUP BY ROLLUP(Industry) HAVING COUNT(Id) >= 1 ORDER BY COUNT(Id) DESC LIMIT 2"))
                .containsExactly("-,2", "Energy,1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT Name, COUNT(Id) FROM Account | 8 | MALFORMED_QUERY | Field must be grouped or aggregated: Name",
                "SELECT Name FROM Account GROUP BY Rating | 8 | MALFORMED_QUERY | Field must be grouped or aggregated: Name",
                "SELECT FIELDS(STANDARD), MIN(Name) FROM Account GROUP BY Id | 41 | MALFORMED_QUERY | Field must be grouped or aggregated: IsDeleted",
                "SELECT CALENDAR_YEAR(CreatedDate) FROM Account | 8 | MALFORMED_QUERY | Field must be grouped or aggregated: CALENDAR_YEAR(CreatedDate)",
                "SELECT Rating FROM Account GROUP BY Rating ORDER BY Name | 53 | MALFORMED_QUERY | Ordered field must be grouped or aggregated: Name",
                "SELECT Rating FROM Account GROUP BY Rating HAVING Name = 'x' | 51 | MALFORMED_QUERY | Field must be grouped or aggregated: Name",
                "SELECT GROUPING(Name) FROM Account GROUP BY ROLLUP(Rating) | 17 | MALFORMED_QUERY | Field must be grouped or aggregated: Name",
                "SELECT SUM(Name) FROM Account | 8 | MALFORMED_QUERY | field Name does not support aggregate operator SUM",
                "SELECT COUNT(IsDeleted) FROM Account | 8 | MALFORMED_QUERY | field IsDeleted does not support aggregate operator COUNT",
                "SELECT MAX(Description) FROM Account | 8 | MALFORMED_QUERY | field Description does not support aggregate operator MAX",
                "SELECT COUNT(BillingAddress) FROM Account | 8 | MALFORMED_QUERY | field BillingAddress does not support aggregate operator COUNT",
                "SELECT MAX(Body) FROM Attachment | 8 | MALFORMED_QUERY | field Body does not support aggregate operator MAX",
                "SELECT BillingAddress FROM Account GROUP BY BillingAddress | 45 | MALFORMED_QUERY | field 'BillingAddress' can not be grouped in a query call",
                "SELECT AnnualRevenue FROM Account GROUP BY AnnualRevenue | 44 | MALFORMED_QUERY | field 'AnnualRevenue' can not be grouped in a query call",
                "SELECT CreatedDate FROM Account GROUP BY CreatedDate | 42 | MALFORMED_QUERY | field 'CreatedDate' can not be grouped in a query call",
                "SELECT COUNT(Id) FROM Account GROUP BY COUNT(Id) | 40 | MALFORMED_QUERY | Grouped field should not be aggregated: COUNT(Id)",
                "SELECT MAX(Name) FROM Account LIMIT 1 | 8 | MALFORMED_QUERY | Non-grouped query that uses overall aggregate functions cannot also use LIMIT",
                "SELECT COUNT(Id) n, MAX(Name) N FROM Account | 21 | MALFORMED_QUERY | duplicate alias: N",
                "SELECT COUNT(Bogus) FROM Account | 14 | INVALID_FIELD | No such column 'Bogus' on entity 'Account'",
                "SELECT Id, (SELECT COUNT(Id) FROM Contacts) FROM Account | 35 | MALFORMED_QUERY | only root queries support aggregate expressions",
                "SELECT COUNT(Id), (SELECT Id FROM Contacts) FROM Account | 50 | MALFORMED_QUERY | Grouped query cannot use child relationships in the SELECT list",
                "SELECT Id Name FROM Account | 8 | MALFORMED_QUERY | only aggregate expressions use field aliasing",
                "SELECT Id FROM Account WHERE COUNT(Id) > 1 | 30 | MALFORMED_QUERY | unexpected expression: COUNT(Id)",
            })
    void queryWhenGroupingIsWrongThenRefusedWithThePlace(String soql, int column, String errorCode, String message) {
        ApiException refusal = refusal(() -> org.query(soql));
        assertThat(refusal.errorCode()).isEqualTo(errorCode);
        assertThat(refusal).hasMessageContaining("^\nERROR at Row:1:Column:" + column + "\n" + message);
    }
}
