package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.camelforce.salesforcecc.internal.migration.MigrationFinding;
import org.camelforce.salesforcecc.internal.migration.MigrationScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties of the page about migration, as the scan sees them. */
class MigrationSnippetTest {

    private static final String FILE =
            "camel-salesforce-cc/verification/documentation/src/test/resources/snippets/migration.properties#";
    private static final String LOGIN_URL = ".login-url";

    @Test
    void scanWhenItReadsThePropertiesBeforeThenItSaysThoseAfter(@TempDir Path project) throws Exception {
        Files.write(project.resolve("application.properties"), lines("before"));

        List<MigrationFinding> findings = new MigrationScan(project).run().findings();

        assertThat(findings)
                .extracting(MigrationFinding::instead)
                .filteredOn(Objects::nonNull)
                .extracting(line -> line.replace(" ", ""))
                .filteredOn(line -> !line.contains(LOGIN_URL))
                .containsExactlyElementsOf(withoutLoginUrl());
    }

    @Test
    void scanWhenItReadsThePropertiesAfterThenNothingIsLeft(@TempDir Path project) throws Exception {
        Files.write(project.resolve("application.properties"), lines("after"));

        assertThat(new MigrationScan(project).run().findings()).isEmpty();
    }

    private static List<String> withoutLoginUrl() throws Exception {
        return lines("after").stream()
                .filter(line -> !line.contains(LOGIN_URL))
                .map(line -> line.replace(" ", ""))
                .toList();
    }

    private static List<String> lines(String region) throws Exception {
        return Snippet.parse(FILE + region).lines(Project.ROOT);
    }
}
