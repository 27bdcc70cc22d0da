package org.camelforce.salesforcecc.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.operations.prometheus.AlertRule;
import org.junit.jupiter.api.Test;

/** What Prometheus's own tool says of the rules. */
class AlertRulesIT {

    private static final Path REPOSITORY = Path.of("../../..");

    @Test
    void rulesWhenPromtoolChecksThemThenValid() throws Exception {
        assertPromtool("check", "rules", REPOSITORY.resolve(AlertRule.FILE).toString());
    }

    @Test
    void rulesWhenPromtoolTestsThemThenFireWhenTheyShould() throws Exception {
        assertPromtool(
                "test",
                "rules",
                REPOSITORY
                        .resolve("src/operations/prometheus/salesforce-cc-alerts.test.yml")
                        .toString());
    }

    private static void assertPromtool(String... arguments) throws Exception {
        if (!"true".equals(System.getenv("CI"))) {
            assumeThat(isInstalled()).as("promtool is installed").isTrue();
        }
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}
