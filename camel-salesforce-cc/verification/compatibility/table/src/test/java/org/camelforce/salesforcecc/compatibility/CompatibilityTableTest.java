package org.camelforce.salesforcecc.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompatibilityTableTest {

    @TempDir
    private Path folder;

    @Test
    void mainWhenThereAreReportsThenTheirSumIsARowAndReasonsAreListed() throws IOException {
        report("4.22.1", "17", "OneTest", 5, 1, 0, 1, "not here");
        report("4.22.1", "17", "TwoTest", 7, 0, 2, 0, "");

        assertThat(write("4.22.1-17"))
                .contains("| 4.22.0 | 4.22.1 | Jetty 1, gRPC 2 | 17 | 11 | 3 | 1 |")
                .contains("- not here");
    }

    @Test
    void mainWhenRunAgainThenTheRowIsReplacedAndThoseOfOtherVersionsAndJdksStay() throws IOException {
        report("4.18.5", "17", "OneTest", 1, 0, 0, 0, "");
        report("4.22.1", "17", "OneTest", 2, 0, 0, 0, "");
        report("4.22.1", "25", "OneTest", 3, 0, 0, 0, "");
        write("4.18.5-17");
        write("4.22.1-17");
        write("4.22.1-25");
        report("4.22.1", "17", "OneTest", 9, 0, 0, 0, "");

        assertThat(write("4.22.1-17").lines().filter(line -> line.startsWith("| 4")))
                .containsExactly(
                        "| 4.22.0 | 4.18.5 | Jetty 1, gRPC 2 | 17 | 1 | 0 | 0 |",
                        "| 4.22.0 | 4.22.1 | Jetty 1, gRPC 2 | 17 | 9 | 0 | 0 |",
                        "| 4.22.0 | 4.22.1 | Jetty 1, gRPC 2 | 25 | 3 | 0 | 0 |");
    }

    @Test
    void mainWhenARunHasSeveralFoldersThenTheirSumIsOneRow() throws IOException {
        report("4.18.0", "17", "OneTest", 5, 1, 0, 0, "");
        report("4.22.1", "17", "TwoTest", 7, 0, 0, 0, "");
        Path page = folder.resolve("page.md");

        CompatibilityTable.main(
                new String[] {page.toString(), folder.resolve("4.18.0-17") + "," + folder.resolve("4.22.1-17")});

        assertThat(page).content().contains("| 4.22.0 | 4.18.0 | Jetty 1, gRPC 2 | 17 | 12 | 1 | 0 |");
    }

    @Test
    void mainWhenThereAreNoReportsThenFails() throws IOException {
        Files.createDirectory(folder.resolve("none"));

        assertThatThrownBy(() -> write("none")).isInstanceOf(IOException.class).hasMessageContaining("no reports");
    }

    private String write(String reports) throws IOException {
        Path page = folder.resolve("page.md");
        CompatibilityTable.main(
                new String[] {page.toString(), folder.resolve(reports).toString()});
        return Files.readString(page);
    }

    private void report(
            String version, String java, String test, int tests, int failures, int errors, int skipped, String reason)
            throws IOException {
        Path reports = Files.createDirectories(folder.resolve(version + "-" + java));
        String cases = "<testcase/>".repeat(tests - failures - errors - skipped)
                + "<testcase><failure/></testcase>".repeat(failures)
                + "<testcase><error/></testcase>".repeat(errors)
                + ("<testcase><skipped message=\"" + reason + "\"/></testcase>").repeat(skipped);
        Files.writeString(
                reports.resolve("TEST-" + test + ".xml"),
                """
                <testsuite name="%s">
                  <properties>
                    <property name="java.specification.version" value="%s"/>
                    <property name="compatibility.camel" value="4.22.0"/>
                    <property name="compatibility.camel-salesforce" value="%s"/>
                    <property name="compatibility.libraries" value="Jetty 1, gRPC 2"/>
                  </properties>
                  %s
                </testsuite>
                """
                        .formatted(test, java, version, cases));
    }
}
