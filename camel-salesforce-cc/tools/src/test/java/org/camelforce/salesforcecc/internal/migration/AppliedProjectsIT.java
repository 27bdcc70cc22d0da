package org.camelforce.salesforcecc.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is left of projects of each kind when the program has changed them. */
class AppliedProjectsIT {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource
    void writeWhenChangesAreCertainThenFilesParse(ProjectKind kind) throws Exception {
        Path folder = applied(kind);

        for (Path file : files(folder)) {
            assertThatCode(() -> parse(file)).as(file.toString()).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writeWhenChangesAreCertainThenNoCertainOneIsLeft(ProjectKind kind) throws Exception {
        Path folder = applied(kind);

        assertThat(new MigrationScan(folder, ProjectKind.TARGET, false).run().findings())
                .filteredOn(finding -> finding.certainty() == Certainty.CERTAIN)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void writeWhenChangesAreCertainThenLinesWithoutAFindingStayAsTheyAre(ProjectKind kind) throws Exception {
        MigrationReport report = new MigrationScan(kind.folder(), ProjectKind.TARGET, false).run();

        for (FileChange change : report.changes()) {
            List<String> kept = change.before().lines().toList();
            List<String> untouched = Stream.iterate(1, line -> line <= kept.size(), line -> line + 1)
                    .filter(line ->
                            change.hunks().stream().noneMatch(hunk -> hunk.first() <= line && line <= hunk.last()))
                    .map(line -> kept.get(line - 1))
                    .toList();
            assertThat(change.after().lines()).containsSubsequence(untouched);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writeWhenChangesAreCertainThenNoSecretIsWritten(ProjectKind kind) throws Exception {
        MigrationReport report = new MigrationScan(kind.folder(), ProjectKind.TARGET, false).run();

        for (FileChange change : report.changes()) {
            Source before = new Source(change.file(), change.before());
            for (FileChange.Hunk hunk : change.hunks()) {
                String old = change.before().substring(before.startOf(hunk.first()), before.startOfNext(hunk.last()));
                for (String secret : ProjectKind.SECRETS) {
                    assertThat(count(hunk.text(), secret)).isLessThanOrEqualTo(count(old, secret));
                }
            }
        }
    }

    @Test
    void writeWhenProjectIsJavaThenItCompilesAsBefore() throws Exception {
        List<Path> stubs = files(Path.of("src/test/resources/stubs"));

        assertThat(JavaProject.compile(files(ProjectKind.JAVA.folder()), stubs, temporary.resolve("before")))
                .isEmpty();
        assertThat(JavaProject.compile(files(applied(ProjectKind.JAVA)), stubs, temporary.resolve("after")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"ENV", "DOCKERFILE", "SHELL", "JSON"})
    void writeWhenNothingIsCertainThenNoFileChanges(ProjectKind kind) throws Exception {
        assertThat(new MigrationScan(kind.folder(), ProjectKind.TARGET, false)
                        .run()
                        .changes())
                .isEmpty();
    }

    private Path applied(ProjectKind kind) throws Exception {
        Path folder = kind.copyTo(temporary.resolve(kind.name()));
        ReportFiles.write(new MigrationScan(folder, ProjectKind.TARGET, false).run(), folder);
        return folder;
    }

    static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void parse(Path file) throws Exception {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".properties") || name.endsWith(".cfg")) {
            new Properties().load(Files.newBufferedReader(file));
        } else if (name.endsWith(".xml")) {
            try (InputStream in = Files.newInputStream(file)) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            }
        } else if (name.endsWith(".json")) {
            new ObjectMapper().readTree(file.toFile());
        } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            yaml(Files.readString(file, StandardCharsets.UTF_8));
        } else if (name.endsWith(".toml")) {
            new TomlMapper().readTree(file.toFile());
        } else if (name.endsWith(".kt") || name.endsWith(".kts")) {
            assertThat(SourceSyntax.kotlinErrors(file)).isEmpty();
        } else if (name.endsWith(".groovy") || name.endsWith(".gradle") || name.equals("jenkinsfile")) {
            assertThat(SourceSyntax.groovyErrors(file)).isEmpty();
        }
    }

    /** YAML with YAML in it. */
    private static void yaml(String text) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(new StringReader(text));
        StreamSupport.stream(documents.spliterator(), false)
                .filter(Map.class::isInstance)
                .map(document -> ((Map<?, ?>) document).get("data"))
                .filter(Map.class::isInstance)
                .flatMap(data -> ((Map<?, ?>) data).entrySet().stream())
                .filter(entry -> entry.getKey().toString().endsWith(".yaml"))
                .forEach(entry -> yaml(entry.getValue().toString()));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
