package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of a release and of the site say where they cannot work, with a stand-in for each program. */
class ScriptsIT {

    private static final Path ROOT = Path.of("../../..").toAbsolutePath().normalize();
    private static final List<String> FILES = List.of(
            "src/build/release",
            "src/build/api-check",
            "src/build/site",
            "src/docs/generate",
            "src/site/package-lock.json",
            "camel-salesforce-cc/parent/pom.xml",
            "CHANGELOG.md");

    @TempDir
    private Path folder;

    private Path repository;
    private Path programs;

    /** The last lines of a command, and its status. */
    private record Result(int status, String output) {}

    @BeforeEach
    void copy() throws Exception {
        repository = folder.resolve("a repository");
        programs = Files.createDirectories(folder.resolve("programs"));
        for (String file : FILES) {
            Path copy = repository.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(file), copy);
        }
        Files.writeString(repository.resolve(".gitignore"), "target/\n");
        program("jdk/bin/jar", "exit 1");
        maven("17.0.1");
        git("init", "-q");
        commit();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0-SNAPSHOT", "1.0", "v1.0.0", "1.0.0/x", "1.0.0 1.0.1", "--help", "1.0.0&"})
    void releaseWhenTheVersionIsNoneThenSaysSoAndKeepsWhatIsThere(String version) throws Exception {
        Path former = Files.createDirectories(repository.resolve("target/release/first"));

        Result result = run("src/build/release", version);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .isEqualTo("This is not the version of a release: " + version + ". Use one like 1.0.0.");
        assertThat(former).exists();
    }

    @Test
    void releaseWhenTheVersionIsNotLaterThanTheLastThenSaysSo() throws Exception {
        parent("<api.baseline>none<", "<api.baseline>1.2.0<");

        assertThat(run("src/build/release", "1.2.0").output()).startsWith("Version 1.2.0 is not later than 1.2.0");
        assertThat(run("src/build/release", "1.1.9").output()).startsWith("Version 1.1.9 is not later than 1.2.0");
    }

    @Test
    void releaseWhenSomethingIsNotCommittedThenNamesItAndKeepsWhatIsThere() throws Exception {
        Path former = Files.createDirectories(repository.resolve("target/release/first"));
        Files.writeString(repository.resolve("New.java"), "");

        Result result = run("src/build/release");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output())
                .startsWith("A release contains only what is committed.")
                .endsWith("?? New.java");
        assertThat(former).exists();
    }

    @Test
    void releaseWhenTheFolderIsPartOfAnotherRepositoryThenSaysSo() throws Exception {
        Path part = Files.createDirectories(repository.resolve("part"));
        for (String file : FILES) {
            Path copy = part.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(repository.resolve(file), copy);
        }

        assertThat(run("part/src/build/release").output())
                .isEqualTo("This folder is not the root of a Git repository, which a release is made from.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "21.0.1", "170.1"})
    void releaseWhenTheJdkIsAnotherThenSaysSo(String version) throws Exception {
        maven(version);

        assertThat(run("src/build/release").output())
                .isEqualTo("Set JAVA_HOME to a JDK 17: each version of it makes other files.");
    }

    @Test
    void releaseWhenMavenDoesNotStartThenSaysWhatToCheck() throws Exception {
        program("mvn", "echo 'JAVA_HOME is not defined correctly' >&2; exit 1");

        assertThat(run("src/build/release").output())
                .isEqualTo("JAVA_HOME is not defined correctly\nMaven does not start. Check JAVA_HOME and MAVEN_OPTS.");
    }

    @Test
    void releaseWhenThePomsHaveTheNextVersionThenBuildsItAndDeploysIntoAFolder() throws Exception {
        parent("<version>1.0.0-SNAPSHOT<", "<version>1.1.0-SNAPSHOT<");

        Result result = run("src/build/release");

        String unchecked = "=staging::file:" + (repository + "/target/release/first/unchecked").replace(" ", "%20");
        assertThat(result.output()).contains("CHANGELOG.md has no date for 1.1.0 yet.", "Maven ends with status 1.");
        assertThat(repository.resolve("target/release/first/staging")).doesNotExist();
        assertThat(repository.resolve("target/release/first/source/camel-salesforce-cc/parent/pom.xml"))
                .content()
                .contains("<version>1.1.0<")
                .doesNotContain("SNAPSHOT<");
        assertThat(Files.readAllLines(programs.resolve("arguments")))
                .contains(
                        "-DaltDeploymentRepository" + unchecked,
                        "-DaltReleaseDeploymentRepository" + unchecked,
                        "-DaltSnapshotDeploymentRepository" + unchecked);
    }

    @ParameterizedTest
    @CsvSource({"--tests", "1.0.0 a b", "latest", "--test x"})
    void apiCheckWhenAnArgumentIsWrongThenSaysHowToCallIt(String arguments) throws Exception {
        assertThat(run("src/build/api-check", arguments.split(" ")).output())
                .isEqualTo("Usage: src/build/api-check [<version> [<folder>] | --test]");
    }

    @Test
    void apiCheckWhenTheReleaseIsNotThereThenSaysSo() throws Exception {
        assertThat(run("src/build/api-check", "1.0.0", "nowhere").output()).endsWith("This is not a folder: nowhere.");
        assertThat(run("src/build/api-check", "1.0.0", "src").output())
                .startsWith("The release 1.0.0 is not there: ")
                .endsWith("camel-salesforce-cc-bom-1.0.0.pom is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "/docs", "docs/", "--help"})
    void siteWhenThePathIsWrongThenSaysSo(String path) throws Exception {
        program("node", "echo v20.1.0");
        program("npm", "exit 0");

        assertThat(run("src/build/site", path).output())
                .isEqualTo("Name a path with a slash at both ends, such as /docs/, instead of: " + path);
    }

    @Test
    void siteWhenNodeIsMissingOrOldThenSaysSo() throws Exception {
        program("node", "exit 127");
        assertThat(run("src/build/site").output()).isEqualTo("Install npm and Node.js 18 or later.");

        program("node", "echo v16.20.2");
        program("npm", "exit 0");
        assertThat(run("src/build/site").output()).isEqualTo("Install Node.js 18 or later, instead of v16.20.2.");
    }

    @Test
    void siteWhenTheInstallationFailsThenTheNextRunInstallsAgain() throws Exception {
        program("node", "echo v20.1.0");
        program(
                "npm",
                "echo \"$@\" >>'" + programs.resolve("npm-arguments") + "'; mkdir -p node_modules; [ $1 != ci ]");
        assertThat(run("src/build/site").status()).isEqualTo(1);
        program("npm", "echo \"$@\" >>'" + programs.resolve("npm-arguments") + "'; mkdir -p node_modules");
        run("src/build/site");
        run("src/build/site", "/docs/");

        assertThat(Files.readAllLines(programs.resolve("npm-arguments")))
                .containsExactly(
                        "ci --include=dev --prefer-offline --loglevel=error",
                        "ci --include=dev --prefer-offline --loglevel=error",
                        "exec --offline -- vitepress build --base /",
                        "exec --offline -- vitepress build --base /docs/");
    }

    @Test
    void generateWhenTheArgumentIsWrongThenSaysHowToCallIt() throws Exception {
        assertThat(run("src/docs/generate", "dependency").output())
                .isEqualTo("Usage: src/docs/generate [dependencies]");
    }

    private void parent(String before, String after) throws Exception {
        Path pom = repository.resolve("camel-salesforce-cc/parent/pom.xml");
        String text = Files.readString(pom);
        assertThat(text).contains(before);
        Files.writeString(pom, text.replace(before, after));
        commit();
    }

    private void commit() throws Exception {
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@acme.example", "commit", "-q", "-m", "All");
    }

    private void git(String... arguments) throws Exception {
        Result result = start(concat("git", arguments));
        assertThat(result.status()).as(result.output()).isZero();
    }

    /** Maven that says its version, and writes its arguments into a file otherwise. */
    private void maven(String java) throws IOException {
        program(
                "mvn",
                "if [ \"$1\" = -v ]; then echo \"Java version: " + java + ", vendor: Acme, runtime: " + programs
                        + "/jdk\"; exit; fi\nprintf '%s\\n' \"$@\" >>'" + programs.resolve("arguments") + "'\nexit 1");
    }

    private void program(String name, String text) throws IOException {
        Path file = programs.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Result run(String script, String... arguments) throws Exception {
        return start(concat(repository.resolve(script).toString(), arguments));
    }

    private static List<String> concat(String first, String... others) {
        return Stream.concat(Stream.of(first), Arrays.stream(others)).toList();
    }

    private Result start(List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(repository.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", programs + ":" + environment.get("PATH"));
        environment.put("CDPATH", ROOT.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output.strip());
    }
}
