package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scan finds in projects of each kind: all that has to change, and nothing else. */
class ProjectKindsTest {

    private static final String KEY = "3MVG9key";

    @ParameterizedTest
    @EnumSource
    void runWhenProjectIsOfTheKindThenAllLinesAndNoFalseOne(ProjectKind kind) throws Exception {
        assertThat(kind.found()).containsExactlyInAnyOrderElementsOf(kind.expected());
    }

    @ParameterizedTest
    @EnumSource
    void runWhenProjectIsOfTheKindThenEveryFileIsRead(ProjectKind kind) throws Exception {
        assertThat(new MigrationScan(kind.folder()).run().unread()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void runWhenProjectHasSecretsThenTheReportHidesThemAndShowsTheKey(ProjectKind kind) throws Exception {
        MigrationReport report = new MigrationScan(kind.folder()).run();

        assertThat(String.join("\n", ReportText.lines(report)) + ReportJson.of(report))
                .doesNotContain(ProjectKind.SECRETS);
        for (MigrationFinding finding : report.findings()) {
            List<String> lines = Files.readAllLines(kind.folder().resolve(finding.file()));
            if (lines.get(finding.line() - 1).contains(KEY)) {
                assertThat(finding.found()).contains(KEY);
            }
        }
    }

    @Test
    void runWhenProjectsAreOfAllKindsThenPrecisionAndRecallAreOne() throws Exception {
        StringBuilder table = new StringBuilder("kind            lines  found  false  missed  precision  recall\n");
        int expectedSum = 0;
        int foundSum = 0;
        int hitSum = 0;
        for (ProjectKind kind : ProjectKind.values()) {
            Set<String> expected = lines(kind.expected());
            Set<String> found = lines(kind.found());
            Set<String> hits = new TreeSet<>(found);
            hits.retainAll(expected);
            table.append(row(kind.name(), expected.size(), found.size(), hits.size()));
            expectedSum += expected.size();
            foundSum += found.size();
            hitSum += hits.size();
        }
        System.out.println(table + row("all", expectedSum, foundSum, hitSum));

        assertThat(hitSum).isEqualTo(expectedSum).isEqualTo(foundSum);
    }

    private static String row(String name, int expected, int found, int hits) {
        return "%-15s %5d  %5d  %5d  %6d  %9.3f  %6.3f%n"
                .formatted(
                        name,
                        expected,
                        found,
                        found - hits,
                        expected - hits,
                        (double) hits / found,
                        (double) hits / expected);
    }

    private static Set<String> lines(Set<String> places) {
        return places.stream()
                .map(place -> place.substring(place.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
