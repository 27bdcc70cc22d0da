package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.camelforce.salesforcecc.operations.dashboard.Dashboard;
import org.camelforce.salesforcecc.operations.dashboard.Panel;
import org.junit.jupiter.api.Test;

class DashboardTest {

    private static final Path REPOSITORY = Path.of("../../..");
    private static final int COLUMNS = 24;
    private static final int SCHEMA_OF_GRAFANA_11 = 39;

    @Test
    void panelsWhenReadThenTheirIdsAreUnique() throws IOException {
        assertThat(panels()).extracting(Panel::id).allMatch(id -> id > 0).doesNotHaveDuplicates();
    }

    @Test
    void panelsWhenReadThenTheirTitlesAreUnique() throws IOException {
        assertThat(panels()).extracting(Panel::title).noneMatch(String::isBlank).doesNotHaveDuplicates();
    }

    @Test
    void panelsWhenReadThenNoneLiesOnAnother() throws IOException {
        List<Panel> panels = panels();
        for (Panel panel : panels) {
            assertThat(panels)
                    .filteredOn(other -> other != panel && other.place().overlaps(panel.place()))
                    .as("on " + panel.title())
                    .isEmpty();
        }
    }

    @Test
    void panelsWhenReadThenAllAreInTheGrid() throws IOException {
        assertThat(panels()).extracting(Panel::place).allSatisfy(place -> {
            assertThat(place.x()).isNotNegative();
            assertThat(place.y()).isNotNegative();
            assertThat(place.width()).isPositive();
            assertThat(place.height()).isPositive();
            assertThat(place.x() + place.width()).isLessThanOrEqualTo(COLUMNS);
        });
    }

    @Test
    void panelsWhenReadThenEachHasWhatItsReaderNeeds() throws IOException {
        assertThat(panels()).filteredOn(panel -> !panel.isRow()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.description()).as(panel.title()).endsWith(".");
            assertThat(panel.unit()).as(panel.title()).isNotBlank();
            assertThat(panel.thresholds()).as(panel.title()).isNotEmpty();
            assertThat(panel.targets()).as(panel.title()).isNotEmpty();
            assertThat(panel.targets()).as(panel.title()).allSatisfy(target -> {
                assertThat(target.expression()).isNotBlank();
                assertThat(target.legend()).isNotBlank();
            });
        });
    }

    @Test
    void queriesWhenReadThenAllHeedTheVariables() throws IOException {
        assertThat(panels())
                .flatExtracting(Panel::targets)
                .extracting(Panel.Target::expression)
                .allSatisfy(query -> assertThat(query).contains("component=~\"$component\""));
    }

    @Test
    void datasourceWhenReadThenIsTheVariableEverywhere() throws IOException {
        JsonNode root =
                new ObjectMapper().readTree(REPOSITORY.resolve(Dashboard.FILE).toFile());

        assertThat(root.findValues("datasource")).isNotEmpty().allSatisfy(datasource -> assertThat(
                        datasource.path("uid").asText())
                .isEqualTo("${datasource}"));
    }

    @Test
    void dashboardWhenReadThenCanBeImportedAnywhere() throws IOException {
        JsonNode root =
                new ObjectMapper().readTree(REPOSITORY.resolve(Dashboard.FILE).toFile());

        assertThat(root.path("id").isNull()).isTrue();
        assertThat(root.path("uid").asText()).isEqualTo("camel-salesforce-cc");
        assertThat(root.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(SCHEMA_OF_GRAFANA_11);
        assertThat(root.path("templating").path("list"))
                .extracting(variable -> variable.path("name").asText())
                .containsExactly("datasource", "component", "subscription");
    }

    private static List<Panel> panels() throws IOException {
        return Dashboard.in(REPOSITORY).panels();
    }
}
