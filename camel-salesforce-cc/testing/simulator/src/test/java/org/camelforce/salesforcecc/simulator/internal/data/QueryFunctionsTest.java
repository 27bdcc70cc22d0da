package org.camelforce.salesforcecc.simulator.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camelforce.salesforcecc.simulator.internal.data.TestOrg.refusal;

import org.camelforce.salesforcecc.simulator.internal.soql.QueryScope;
import org.camelforce.salesforcecc.simulator.records.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryFunctionsTest {

    private final TestOrg org = new TestOrg();
    private String acme = "";

    @BeforeEach
    void createRecords() {
        acme = org.create(
                "Account",
                "{'Name':'Acme','AnnualRevenue':1234567.5,'NumberOfEmployees':1200,'Rating':'Hot',"
                        + "'BillingLatitude':37.775,'BillingLongitude':-122.418}");
        org.create("Account", "{'Name':'Bolt','BillingLatitude':40.713,'BillingLongitude':-74.006}");
        thing("2026-02-28T23:30:00Z", "red;green");
        thing("2026-12-31T00:00:00Z", "Blue");
        thing("2027-01-01T12:00:00Z", "green");
        org.create("Thing__c", "{}");
    }

    @AfterEach
    void close() {
        org.close();
    }

    private void thing(String seen, String tags) {
        org.create("Thing__c", "{'Seen__c':'" + seen + "','Tags__c':'" + tags + "','Account__c':'" + acme + "'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CALENDAR_YEAR(Seen__c) | 2026,2026,2027",
                "CALENDAR_QUARTER(Seen__c) | 1,4,1",
                "CALENDAR_MONTH(Seen__c) | 2,12,1",
                "FISCAL_YEAR(Seen__c) | 2026,2026,2027",
                "FISCAL_QUARTER(Seen__c) | 1,4,1",
                "FISCAL_MONTH(Seen__c) | 2,12,1",
                "DAY_IN_MONTH(Seen__c) | 28,31,1",
                "DAY_IN_WEEK(Seen__c) | 7,5,6",
                "DAY_IN_YEAR(Seen__c) | 59,365,1",
                "WEEK_IN_MONTH(Seen__c) | 4,5,1",
                "WEEK_IN_YEAR(Seen__c) | 9,53,1",
                "HOUR_IN_DAY(Seen__c) | 23,0,12",
                "HOUR_IN_DAY(convertTimezone(Seen__c)) | 23,0,12",
                "DAY_ONLY(Seen__c) | 2026-02-28,2026-12-31,2027-01-01",
            })
    void queryWhenDatesAreTakenApartThenAsDocumented(String function, String values) {
        assertThat(org.column("SELECT " + function + ", MIN(Id) FROM Thing__c WHERE Seen__c != null GROUP BY "
                        + function + ", Id ORDER BY Id"))
                .containsExactly(values.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CALENDAR_YEAR(Seen__c) = 2026 | 2",
                "CALENDAR_YEAR(Seen__c) != 2026 | 2",
                "CALENDAR_MONTH(Seen__c) IN (2, 12) | 2",
                "DAY_ONLY(Seen__c) > 2026-03-01 | 2",
                "DAY_ONLY(Seen__c) = NEXT_YEAR | 1",
                "HOUR_IN_DAY(Seen__c) = null | 1",
                "Tags__c INCLUDES ('green') | 2",
                "Tags__c INCLUDES ('GREEN;red') | 1",
                "Tags__c INCLUDES ('green;red', 'blue') | 2",
                "Tags__c EXCLUDES ('green') | 2",
                "NOT Tags__c INCLUDES ('green') | 2",
                "Tags__c INCLUDES ('gree') | 0",
                "Tags__c = 'red;green' | 1",
                "toLabel(Account__r.Rating) = 'hot' | 3",
            })
    void queryWhenConditionHasFunctionsThenAnswersWhatMeetsIt(String condition, int count) {
        assertThat(org.query("SELECT Id FROM Thing__c WHERE " + condition)).hasSize(count);
    }

    @Test
    void queryWhenValuesAreFormattedThenAsText() {
        assertThat(org.query("SELECT Name, FORMAT(AnnualRevenue) money, AnnualRevenue, FORMAT(NumberOfEmployees),"
                        + " FORMAT(CreatedDate), toLabel(Rating), convertCurrency(AnnualRevenue) own,"
                        + " FORMAT(convertCurrency(AnnualRevenue)) shown FROM Account WHERE Name = 'Acme'"))
                .containsExactly(TestOrg.json("{'Name':'Acme','money':'$1,234,567.50','AnnualRevenue':1234567.5,"
                        + "'NumberOfEmployees':'1,200','CreatedDate':'11/23/2026, 10:15 AM','Rating':'Hot',"
                        + "'own':1234567.5,'shown':'$1,234,567.50'}"));
    }

    @Test
    void queryWhenValueOfAParentIsFormattedThenItStaysThere() {
        assertThat(org.query("SELECT FORMAT(Account__r.AnnualRevenue) FROM Thing__c WHERE Tags__c = 'blue'"))
                .containsExactly(TestOrg.json("{'Account__r':{'AnnualRevenue':'$1,234,567.50'}}"));
    }

    @Test
    void queryWhenDistanceIsAskedThenItIsTheGreatCircles() {
        String newYorkToSanFrancisco = "DISTANCE(BillingAddress, GEOLOCATION(40.713, -74.006), 'km')";
        String soql = "SELECT Name, " + newYorkToSanFrancisco + " away FROM Account WHERE ";
        assertThat(org.query(soql + newYorkToSanFrancisco + " > 1")
                        .get(0)
                        .get("away")
                        .asDouble())
                .isBetween(4128.0, 4130.0);
        assertThat(org.column("SELECT Name FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(40.713, -74.006),"
                        + " 'mi') < 2565 ORDER BY DISTANCE(BillingAddress, GEOLOCATION(37, -122), 'mi')"))
                .containsExactly("Bolt");
        assertThat(org.column("SELECT Name FROM Account"
                        + " ORDER BY DISTANCE(BillingAddress, GEOLOCATION(37, -122), 'mi') DESC"))
                .containsExactly("Bolt", "Acme");
    }

    @Test
    void queryWhenTypeOfParentDecidesThenItsFieldsAreAnswered() {
        assertThat(org.query("SELECT TYPEOF Account__r WHEN Lead THEN Company WHEN Account THEN Name, Rating"
                        + " ELSE Id END FROM Thing__c WHERE Tags__c = 'blue'"))
                .containsExactly(TestOrg.json("{'Account__r':{'Name':'Acme','Rating':'Hot'}}"));
        assertThat(org.query("SELECT TYPEOF Account__r WHEN Lead THEN Company ELSE Site END FROM Thing__c"
                        + " WHERE Tags__c = 'blue'"))
                .containsExactly(TestOrg.json("{'Account__r':{'Site':null}}"));
        assertThat(org.query("SELECT TYPEOF Account__r WHEN Lead THEN Company END FROM Thing__c"
                        + " WHERE Tags__c = 'blue' OR Tags__c = null"))
                .containsExactly(TestOrg.json("{'Account__r':{}}"), TestOrg.json("{'Account__r':null}"));
    }

    @Test
    void queryWhenScopeIsMineThenOnlyOwnRecords() {
        String other =
                org.create("User", "{'Username':'bob@acme.example','LastName':'Bob','Email':'bob@acme.example'}");
        org.create("Account", "{'Name':'Cask','OwnerId':'" + other + "'}");
        String mine = "SELECT Name FROM Account USING SCOPE mine WHERE Name > 'A'";
        assertThat(org.records.query(mine, new QueryScope(other, false)).rows())
                .containsExactly(TestOrg.json("{'Name':'Cask'}"));
        assertThat(org.records.query(mine, new QueryScope(org.user, false)).totalSize())
                .isEqualTo(2);
        assertThat(org.query("SELECT Name FROM Account USING SCOPE everything")).hasSize(3);
    }

    @Test
    void queryWhenParentsHaveAliasesThenPathsBeginWithThem() {
        assertThat(org.values("SELECT t.Id, a.Name, u.Alias FROM Thing__c t, t.Account__r a, a.Owner u"
                        + " WHERE u.LastName = 'Byron' AND t.Tags__c = 'green'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SELECT BOGUS(Name) FROM Account | 8 | MALFORMED_QUERY | unexpected expression: BOGUS(Name)",
                "SELECT FORMAT(Name, Site) FROM Account | 8 | MALFORMED_QUERY | the function FORMAT takes one argument",
                "SELECT Id FROM Account WHERE CALENDAR_YEAR(Name) = 1 | 30 | MALFORMED_QUERY | field Name does not support the function CALENDAR_YEAR",
                "SELECT Id FROM Opportunity WHERE HOUR_IN_DAY(CloseDate) = 1 | 34 | MALFORMED_QUERY | field CloseDate does not support the function HOUR_IN_DAY",
                "SELECT Id FROM Account WHERE FORMAT(Name) = 'x' | 30 | MALFORMED_QUERY | unexpected expression: FORMAT(Name)",
                "SELECT Id FROM Account WHERE convertCurrency(AnnualRevenue) > 1 | 30 | MALFORMED_QUERY | unexpected expression: convertCurrency(AnnualRevenue)",
                "SELECT Id FROM Account ORDER BY convertCurrency(AnnualRevenue) | 33 | MALFORMED_QUERY | unexpected expression: convertCurrency(AnnualRevenue)",
                "SELECT convertCurrency(NumberOfEmployees) FROM Account | 8 | MALFORMED_QUERY | convertCurrency() takes a currency field: NumberOfEmployees",
                "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(91, 0), 'mi') < 1 | 67 | MALFORMED_QUERY | invalid coordinate: 91",
                "SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 0), 'm') < 1 | 30 | MALFORMED_QUERY | DISTANCE takes a location, GEOLOCATION(latitude, longitude), and 'mi' or 'km'",
                "SELECT Id FROM Account WHERE Name INCLUDES ('x') | 30 | INVALID_QUERY_FILTER_OPERATOR | includes operator is not valid on string field",
                "SELECT TYPEOF Bogus WHEN Account THEN Name END FROM Account | 15 | INVALID_FIELD | Didn't understand relationship 'Bogus' in field path.",
                "SELECT Id FROM User USING SCOPE mine | 16 | MALFORMED_QUERY | entity type User does not support the scope mine",
            })
    void queryWhenFunctionDoesNotFitThenRefusedWithThePlace(String soql, int column, String errorCode, String message) {
        ApiException refusal = refusal(() -> org.query(soql));
        assertThat(refusal.errorCode()).isEqualTo(errorCode);
        assertThat(refusal).hasMessageContaining("^\nERROR at Row:1:Column:" + column + "\n" + message);
    }
}
