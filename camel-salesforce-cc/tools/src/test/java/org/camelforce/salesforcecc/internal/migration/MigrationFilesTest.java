package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they come: links, encodings, line ends, sizes. */
class MigrationFilesTest {

    private static final String PASSWORD = "camel.component.salesforce.password=open-sesame";

    @TempDir
    private Path folder;

    @Test
    void runWhenTheFolderIsALinkThenItsProjectIsRead() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(project.resolve("a.properties"), PASSWORD + "\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), project);

        MigrationReport report = new MigrationScan(link).run();
        ReportFiles.write(report, link);

        assertThat(report.findings()).extracting(MigrationFinding::file).containsExactly("a.properties");
        assertThat(project.resolve("a.properties")).isEmptyFile();
    }

    @Test
    void runWhenALinkLeadsOutOfTheFolderThenItsFileIsNamed() throws Exception {
        Path project = Files.createDirectory(folder.resolve("project"));
        Path outside = Files.writeString(folder.resolve("shared.properties"), PASSWORD + "\n");
        Files.createSymbolicLink(project.resolve("a.properties"), outside);
        Files.createSymbolicLink(project.resolve("gone.properties"), folder.resolve("gone"));
        Files.writeString(project.resolve("b.properties"), "a=b\n");
        Files.createSymbolicLink(project.resolve("c.properties"), project.resolve("b.properties"));

        assertThat(new MigrationScan(project).run().unread())
                .containsExactly("a.properties (a link to a file outside the folder)");
    }

    @Test
    void runWhenAFileMayNotBeReadThenItIsNamedAndTheOthersAreRead() throws Exception {
        Path closed = Files.writeString(folder.resolve("a.properties"), PASSWORD + "\n");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Path directory = Files.createDirectory(folder.resolve("d"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();
        Files.writeString(folder.resolve("b.properties"), PASSWORD + "\n");

        MigrationReport report = new MigrationScan(folder).run();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));

        assertThat(report.unread()).containsExactly("d (cannot be read)", "a.properties (cannot be read)");
        assertThat(report.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void writeWhenAFileIsUtf16ThenItIsReadAndStaysSo(String encoding) throws Exception {
        Charset charset = Charset.forName(encoding);
        Path file = folder.resolve("a.properties");
        Files.writeString(file, "\uFEFF# \u00e4\r\n" + PASSWORD + "\r\na=b\r\n", charset);

        ReportFiles.write(new MigrationScan(folder).run(), folder);

        assertThat(file).content(charset).isEqualTo("\uFEFF# \u00e4\r\na=b\r\n");
    }

    @Test
    void writeWhenTheFirstLineGoesThenTheByteOrderMarkStays() throws Exception {
        Path file = folder.resolve("a.properties");
        Files.writeString(file, "\uFEFF" + PASSWORD + "\r\na=b\r\n");

        MigrationReport report = new MigrationScan(folder).run();
        ReportFiles.write(report, folder);

        assertThat(file).content().isEqualTo("\uFEFFa=b\r\n");
        assertThat(report.findings())
                .singleElement()
                .extracting(MigrationFinding::found)
                .isEqualTo("camel.component.salesforce.password=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void writeWhenLinesEndInAnyWayThenTheyAreFoundAndStaySo(String end) throws Exception {
        write("a.yaml", "camel:\n  component:\n    salesforce:\n      password: x12\n      client-id: y\n", end);
        write("A.java", "class A {\n  void a(SalesforceLoginConfig c) {\n    c.setPassword(p);\n  }\n}\n", end);
        write("a.properties", PASSWORD + "\na=b\n", end);

        MigrationReport report = new MigrationScan(folder).run();
        ReportFiles.write(report, folder);

        assertThat(report.unread()).isEmpty();
        assertThat(report.findings())
                .extracting(finding -> finding.file() + ":" + finding.line())
                .containsExactly("A.java:3", "a.properties:1", "a.yaml:3", "a.yaml:4");
        assertThat(text("a.yaml", end)).isEqualTo("camel:\n  component:\n    salesforce-cc:\n      client-id: y\n");
        assertThat(text("A.java", end)).isEqualTo("class A {\n  void a(SalesforceLoginConfig c) {\n  }\n}\n");
        assertThat(text("a.properties", end)).isEqualTo("a=b\n");
    }

    @Test
    void ofWhenLinesEndWithACarriageReturnAloneThenThePatchLeavesThemOut() throws Exception {
        write("a.properties", "camel.component.salesforce.client-id=y\na=b\n", "\r");

        ReportPatch patch = ReportPatch.of(new MigrationScan(folder).run());

        assertThat(patch.text()).isEmpty();
        assertThat(patch.leftOut()).containsExactly("a.properties:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00\uD83D\uDE00", "\u2028", "\u0085", "\u00e4"})
    void writeWhenYamlHasOtherCharactersThenPlacesAreRight(String characters) throws Exception {
        String text = "a: {note: \"" + characters + "\", uri: \"salesforce:limits\"}\nb: salesforce:limits\n";
        Files.writeString(folder.resolve("a.yaml"), text);

        ReportFiles.write(new MigrationScan(folder).run(), folder);

        assertThat(folder.resolve("a.yaml")).content().isEqualTo(text.replace("salesforce:", "salesforce-cc:"));
    }

    @Test
    void runWhenAFileIsVeryLargeThenItIsNamedIfItMentionsSalesforce() throws Exception {
        for (String name : new String[] {"a.csv", "b.csv"}) {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(33L << 20);
                file.seek((1 << 16) - 4);
                file.write((name.startsWith("a") ? "SalesForce" : "else").getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertThat(new MigrationScan(folder).run().unread()).containsExactly("a.csv (larger than 32 MB)");
    }

    @Test
    void runWhenAFileIsNestedTooDeeplyThenItIsNamedAndTheOthersAreRead() throws Exception {
        Files.writeString(
                folder.resolve("A.java"),
                "class A { String a = " + "(".repeat(20_000) + "\"salesforce:limits\"" + ")".repeat(20_000) + "; }\n");
        Files.writeString(folder.resolve("b.properties"), PASSWORD + "\n");

        MigrationReport report = new MigrationScan(folder).run();

        assertThat(report.unread()).containsExactly("A.java (nested too deeply)");
        assertThat(report.findings()).extracting(MigrationFinding::file).containsExactly("A.java", "b.properties");
    }

    private void write(String name, String text, String end) throws IOException {
        Files.writeString(folder.resolve(name), text.replace("\n", end));
    }

    private String text(String name, String end) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text.replace(end, "")).doesNotContain("\r", "\n");
        return text.replace(end, "\n");
    }
}
