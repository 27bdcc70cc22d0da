package org.camelforce.salesforcecc.simulator.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.camelforce.salesforcecc.simulator.reports.Reports;
import org.camelforce.salesforcecc.simulator.reports.Reports.Report;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsResourceIT {

    private static final String PATH = RestOrg.V + "analytics/reports";

    private final RestOrg org = new RestOrg();
    private final Reports reports = org.servlet.reports();

    @BeforeEach
    void createAccounts() {
        account("Acme", "Energy", 50);
        account("Initech", "Media", 10);
        account("Umbrella", "Energy", 30);
        org.create("Account", "{\"Name\":\"O'Neil\"}");
    }

    @AfterEach
    void stop() throws Exception {
        org.close();
    }

    @Test
    void recentWhenReportsAreDefinedThenLatestFirst() {
        reports.define(Report.of("First", "Account", "Name"));
        String second = reports.define(Report.of("Second report", "Account", "Name"));

        RestOrg.Answer answer = org.get(PATH);

        assertThat(answer.body().findValuesAsText("name")).containsExactly("Second report", "First");
        assertThat(answer.text("/0/id")).isEqualTo(second).startsWith("00O");
        assertThat(answer.text("/0/url")).isEqualTo(PATH + "/" + second);
        assertThat(answer.text("/0/describeUrl")).isEqualTo(PATH + "/" + second + "/describe");
        assertThat(answer.text("/0/instancesUrl")).isEqualTo(PATH + "/" + second + "/instances");
        assertThat(org.query("SELECT Id FROM Report WHERE DeveloperName = 'Second_report'")
                        .text("/records/0/Id"))
                .isEqualTo(second);
    }

    @Test
    void describeWhenReportIsASummaryThenMetadata() {
        String id = reports.define(summary());

        RestOrg.Answer answer = org.get(PATH + "/" + id + "/describe");

        assertThat(answer.text("/reportMetadata/id")).isEqualTo(id);
        assertThat(answer.text("/reportMetadata/reportFormat")).isEqualTo("SUMMARY");
        assertThat(answer.text("/reportMetadata/groupingsDown/0/name")).isEqualTo("Industry");
        assertThat(answer.text("/reportExtendedMetadata/aggregateColumnInfo/s!NumberOfEmployees/label"))
                .isEqualTo("Sum of Employees");
        assertThat(answer.text("/reportExtendedMetadata/detailColumnInfo/Owner.Name/dataType"))
                .isEqualTo("string");
        assertThat(answer.text("/reportTypeMetadata/categories/0/columns/Industry/dataType"))
                .isEqualTo("picklist");
        assertThat(answer.at("/reportTypeMetadata/dataTypeFilterOperatorMap/string")
                        .findValuesAsText("name"))
                .contains("equals", "contains");
    }

    @Test
    void runWhenDetailsAreNotAskedForThenAggregatesOnly() {
        String id = reports.define(Report.of("All", "Account", "Name"));

        RestOrg.Answer answer = org.get(PATH + "/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/hasDetailRows").asBoolean()).isFalse();
        assertThat(answer.at("/allData").asBoolean()).isTrue();
        assertThat(answer.at("/factMap/T!T/aggregates/0/value").asInt()).isEqualTo(4);
        assertThat(answer.at("/factMap/T!T/rows").isMissingNode()).isTrue();
        assertThat(answer.text("/attributes/type")).isEqualTo("Report");
        assertThat(answer.text("/attributes/reportId")).isEqualTo(id);
    }

    @Test
    void runWhenTabularWithDetailsThenRows() {
        String id = reports.define(Report.of("All", "Account", "Name", "Industry", "Owner.Username"));

        RestOrg.Answer answer = org.get(PATH + "/" + id + "?includeDetails=true");

        assertThat(answer.at("/factMap/T!T/rows")).hasSize(4);
        assertThat(answer.text("/factMap/T!T/rows/0/dataCells/0/value")).isEqualTo("Acme");
        assertThat(answer.text("/factMap/T!T/rows/3/dataCells/1/label")).isEqualTo("-");
        assertThat(answer.at("/factMap/T!T/rows/3/dataCells/1/value").isNull()).isTrue();
    }

    @Test
    void runWhenSummaryWithDetailsThenGroupedAndSummed() {
        String id = reports.define(summary());

        RestOrg.Answer answer = org.get(PATH + "/" + id + "?includeDetails=true");

        assertThat(answer.at("/groupingsDown/groupings").findValuesAsText("label"))
                .containsExactly("-", "Energy", "Media");
        assertThat(answer.text("/groupingsDown/groupings/1/key")).isEqualTo("1");
        assertThat(answer.at("/factMap/1!T/aggregates").findValuesAsText("value"))
                .containsExactly("2", "80", "40", "30", "50");
        assertThat(answer.at("/factMap/1!T/rows")).hasSize(2);
        assertThat(answer.at("/factMap/0!T/aggregates").findValuesAsText("value"))
                .containsExactly("1", "0", "null", "null", "null");
        assertThat(answer.at("/factMap/T!T/aggregates").findValuesAsText("value"))
                .containsExactly("4", "90", "30", "10", "50");
        assertThat(answer.at("/factMap/T!T/rows")).isEmpty();
    }

    @Test
    void runWhenGroupedTwiceThenKeysOfBothLevels() {
        String id = reports.define(Report.of("Twice", "Account", "Name").groupedBy("Industry", "Name"));

        RestOrg.Answer answer = org.get(PATH + "/" + id);

        assertThat(answer.text("/groupingsDown/groupings/1/groupings/1/key")).isEqualTo("1_1");
        assertThat(answer.text("/groupingsDown/groupings/1/groupings/1/value")).isEqualTo("Umbrella");
        assertThat(answer.at("/factMap/1_1!T/aggregates/0/value").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Industry          | equals         | Energy        | 2",
                "Industry          | equals         | Energy, Media | 3",
                "Industry          | equals         | ''            | 1",
                "Industry          | notEqual       | Energy, Media | 1",
                "Name              | equals         | O'Neil        | 1",
                "Name              | contains       | me            | 1",
                "Name              | notContain     | me            | 3",
                "Name              | startsWith     | U             | 1",
                "NumberOfEmployees | greaterThan    | 10            | 2",
                "NumberOfEmployees | greaterOrEqual | 10            | 3",
                "NumberOfEmployees | lessThan       | 30            | 1",
                "NumberOfEmployees | lessOrEqual    | 30            | 2"
            })
    void runWhenFiltersAreInTheRequestThenOnlyRowsThatPass(String column, String operator, String value, int rows) {
        String id = reports.define(Report.of("All", "Account", "Name"));

        RestOrg.Answer answer = run(
                id,
                "\"reportFilters\":[{\"column\":\"" + column + "\",\"operator\":\"" + operator + "\",\"value\":\""
                        + value + "\"}]");

        assertThat(answer.at("/factMap/T!T/aggregates/0/value").asInt()).isEqualTo(rows);
        assertThat(answer.text("/reportMetadata/reportFilters/0/value")).isEqualTo(value);
    }

    @Test
    void runWhenFiltersAreCombinedThenAsTheBooleanFilterSays() {
        String id = reports.define(Report.of("All", "Account", "Name"));

        RestOrg.Answer answer = run(
                id,
                "\"reportBooleanFilter\":\"1 OR 2\",\"reportFilters\":["
                        + "{\"column\":\"Name\",\"operator\":\"equals\",\"value\":\"Acme\"},"
                        + "{\"column\":\"Industry\",\"operator\":\"equals\",\"value\":\"Media\"}]");

        assertThat(answer.at("/factMap/T!T/aggregates/0/value").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"detailColumns\":[\"Nope\"]",
                "\"detailColumns\":[\".\"]",
                "\"detailColumns\":[\"\"]",
                "\"detailColumns\":[\"Name FROM User\"]",
                "\"aggregates\":[\"s!Name\"]",
                "\"aggregates\":[\"?\"]",
                "\"groupingsDown\":[{\"name\":\"Nope.Name\"}]",
                "\"reportFilters\":[{\"column\":\"Name\",\"operator\":\"like\",\"value\":\"x\"}]",
                "\"reportFilters\":[{\"column\":\"NumberOfEmployees\",\"operator\":\"equals\",\"value\":\"1 OR 1=1\"}]",
                "\"reportBooleanFilter\":\"1 OR 2\"",
                "\"reportBooleanFilter\":\"Id != null\""
            })
    void runWhenMetadataIsNotValidThenRefused(String metadata) {
        String id = reports.define(Report.of("All", "Account", "Name"));

        assertThat(run(id, metadata).status()).isEqualTo(400);
    }

    @Test
    void beginWhenTimePassesThenNewAndRunningAndSuccess() {
        String id = reports.define(summary());
        reports.setRunTime(Duration.ofSeconds(10));

        RestOrg.Answer begun = org.post(PATH + "/" + id + "/instances?includeDetails=true", "");
        assertThat(begun.text("/status")).isEqualTo("New");
        assertThat(begun.text("/requestDate")).isEqualTo("2026-07-01T12:00:00Z");
        assertThat(begun.at("/completionDate").isNull()).isTrue();
        assertThat(begun.text("/ownerId")).isEqualTo(RestOrg.USER);
        assertThat(begun.at("/hasDetailRows").asBoolean()).isTrue();
        String url = begun.text("/url");
        assertThat(url).isEqualTo(PATH + "/" + id + "/instances/" + begun.text("/id"));

        org.time.advance(Duration.ofSeconds(5));
        assertThat(org.get(url).text("/attributes/status")).isEqualTo("Running");
        assertThat(org.get(url).at("/factMap").isNull()).isTrue();

        org.time.advance(Duration.ofSeconds(5));
        RestOrg.Answer done = org.get(url);
        assertThat(done.text("/attributes/status")).isEqualTo("Success");
        assertThat(done.text("/attributes/completionDate")).isEqualTo("2026-07-01T12:00:10Z");
        assertThat(done.at("/factMap/T!T/aggregates/0/value").asInt()).isEqualTo(4);
        assertThat(org.get(PATH + "/" + id + "/instances").text("/0/status")).isEqualTo("Success");
    }

    @Test
    void instanceWhenItIsADayOldThenGone() {
        String id = reports.define(summary());
        String url = org.post(PATH + "/" + id + "/instances", "").text("/url");

        org.time.advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(org.get(url).status()).isEqualTo(404);
    }

    @Test
    void instanceWhenDeletedAfterItsEndThenGone() {
        String id = reports.define(summary());
        String url = org.post(PATH + "/" + id + "/instances", "").text("/url");

        assertThat(org.delete(url).status()).isEqualTo(400);
        org.time.advance(Duration.ofSeconds(1));
        assertThat(org.delete(url).status()).isEqualTo(204);
        assertThat(org.get(url).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/00O000000000009AAA", "/nope", "/nope/describe", "/nope/instances", "/nope/instances/x"})
    void reportWhenUnknownThenNotFound(String path) {
        RestOrg.Answer answer = org.get(PATH + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/0/errorCode")).isEqualTo("NOT_FOUND");
    }

    @Test
    void defineWhenFieldIsUnknownThenRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> reports.define(Report.of("Bad", "Account", "Nope")));
    }

    private static Report summary() {
        return Report.of("By industry", "Account", "Name", "Owner.Name")
                .groupedBy("Industry")
                .withAggregates(
                        "RowCount",
                        "s!NumberOfEmployees",
                        "a!NumberOfEmployees",
                        "m!NumberOfEmployees",
                        "x!NumberOfEmployees");
    }

    private RestOrg.Answer run(String id, String metadata) {
        return org.post(PATH + "/" + id, "{\"reportMetadata\":{" + metadata + "}}");
    }

    private void account(String name, String industry, int employees) {
        org.create(
                "Account",
                "{\"Name\":\"" + name + "\",\"Industry\":\"" + industry + "\",\"NumberOfEmployees\":" + employees
                        + "}");
    }
}
