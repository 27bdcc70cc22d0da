package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The patch of a scan, as git takes it. */
@Timeout(120)
class ReportPatchIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void ofWhenProjectIsOfTheKindThenGitAppliesThePatchAndNoSecretIsInIt(ProjectKind kind) throws Exception {
        kind.copyTo(folder);
        MigrationReport report = new MigrationScan(folder, ProjectKind.TARGET, false).run();
        ReportPatch patch = ReportPatch.of(report);
        List<FileChange> whole = report.changes().stream()
                .filter(change -> patch.leftOut().stream().noneMatch(place -> place.startsWith(change.file() + ":")))
                .toList();

        assertThat(patch.text()).doesNotContain(ProjectKind.SECRETS);
        if (!patch.text().isEmpty()) {
            apply(patch.text());
        }
        for (FileChange change : whole) {
            assertThat(folder.resolve(change.file())).content().isEqualTo(change.after());
        }
    }

    @Test
    void ofWhenALineHasASecretThenItIsLeftOutAndNamed() throws Exception {
        Files.writeString(
                folder.resolve("a.properties"),
                "camel.component.salesforce.password=open-sesame\n" + "#\n".repeat(9)
                        + "camel.component.salesforce.packages=com.acme\n#\n");

        ReportPatch patch = ReportPatch.of(new MigrationScan(folder).run());

        assertThat(patch.leftOut()).containsExactly("a.properties:1");
        apply(patch.text());
        assertThat(folder.resolve("a.properties"))
                .content()
                .contains("camel.component.salesforce.password=open-sesame", "salesforce-cc.packages=com.acme");
    }

    @Test
    void ofWhenALineNearbyHasAnotherSecretThenThePatchDoesNotShowIt() throws Exception {
        Files.writeString(
                folder.resolve("a.properties"),
                "spring.datasource.password=of-the-database\ncamel.component.salesforce.packages=com.acme\nb=1\n");

        ReportPatch patch = ReportPatch.of(new MigrationScan(folder).run());

        assertThat(patch.text()).doesNotContain("of-the-database");
        apply(patch.text());
        assertThat(folder.resolve("a.properties"))
                .content()
                .contains("password=of-the-database", "salesforce-cc.packages=com.acme");
    }

    @Test
    void ofWhenTheLastLineHasNoBreakThenThePatchSaysSo() throws Exception {
        Files.writeString(folder.resolve("a.properties"), "a=1\ncamel.component.salesforce.packages=com.acme");

        apply(ReportPatch.of(new MigrationScan(folder).run()).text());

        assertThat(folder.resolve("a.properties"))
                .content()
                .isEqualTo("a=1\ncamel.component.salesforce-cc.packages=com.acme");
    }

    @Test
    void ofWhenLinesEndAsOnWindowsThenTheyStaySo() throws Exception {
        Files.writeString(
                folder.resolve("a.properties"),
                "a=1\r\ncamel.component.salesforce.packages=com.acme\r\ncamel.component.salesforce.password={{p}}\r\nb=1\r\n");

        apply(ReportPatch.of(new MigrationScan(folder).run()).text());

        assertThat(folder.resolve("a.properties"))
                .content()
                .isEqualTo("a=1\r\ncamel.component.salesforce-cc.packages=com.acme\r\nb=1\r\n");
    }

    @Test
    void ofWhenAllLinesGoThenTheFileIsEmpty() throws Exception {
        Files.writeString(folder.resolve("a.properties"), "camel.component.salesforce.password={{p}}\n");

        apply(ReportPatch.of(new MigrationScan(folder).run()).text());

        assertThat(folder.resolve("a.properties")).isEmptyFile();
    }

    private void apply(String patch) throws IOException, InterruptedException {
        assumeTrue(hasGit(), "git is not installed");
        Path file = folder.resolve("scan.patch");
        Files.writeString(file, patch);
        // a repository of its own, whatever folder the tests run in
        new ProcessBuilder("git", "init", "--quiet")
                .directory(folder.toFile())
                .start()
                .waitFor();
        Process git = new ProcessBuilder("git", "apply", "--verbose", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output + patch).isZero();
        Files.delete(file);
    }

    private static boolean hasGit() {
        try {
            Process git = new ProcessBuilder("git", "--version").start();
            return git.waitFor(30, TimeUnit.SECONDS) && git.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
