package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.test.support.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the page about migration says which environment variables Camel Main takes. */
class EnvironmentVariablesIT {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`=]+)=([^`]+)` \\| (?:`([^`]+)`|none) \\| (?:yes|no) \\| (yes|no) \\|$");

    @ParameterizedTest
    @MethodSource
    void variableWhenSetThenCamelMainTakesItAsThePageSays(
            String variable, String value, String property, boolean taken, @TempDir Path folder) throws Exception {
        Path properties = Files.writeString(folder.resolve("application.properties"), property);
        Path clientId = folder.resolve("client-id");
        Path log = folder.resolve("log");
        List<String> command = ChildJvm.command();
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ClientIdOfMain.class.getName(),
                properties.toString(),
                clientId.toString()));
        ProcessBuilder java =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        java.environment().put(variable, value);

        assertThat(java.start().waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(clientId).as(() -> text(log)).exists();
        assertThat(text(clientId).equals("key")).isEqualTo(taken);
    }

    static List<Arguments> variableWhenSetThenCamelMainTakesItAsThePageSays() {
        List<Arguments> rows = ROW.matcher(Project.page("migration.md"))
                .results()
                .map(row -> Arguments.of(
                        row.group(1),
                        row.group(2),
                        row.group(3) == null ? "" : row.group(3),
                        row.group(4).equals("yes")))
                .toList();
        assertThat(rows).hasSizeGreaterThan(5);
        return rows;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
