package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camelforce.salesforcecc.architecture.RuntimeDependencies;
import org.junit.jupiter.api.Test;

class DependenciesPageTest {

    @Test
    void rowsWhenTheStarterIsBuiltThenThoseOfWhatItsBuildHasResolved() throws IOException {
        String page = Files.readString(Path.of("../../src/docs/dependencies.md"));
        boolean isWithoutShadedJar = Path.of("").toAbsolutePath().endsWith("spring-boot-4-starter");
        Set<String> resolved = RuntimeDependencies.resolved(RuntimeDependencies.LIST, false);
        if (!isWithoutShadedJar) {
            // a build of all modules resolves it twice
            resolved.removeAll(RuntimeDependencies.listed(page, "shaded"));
        }

        assertThat(RuntimeDependencies.listed(page, isWithoutShadedJar ? "starter-4" : "starter"))
                .as("to write it again: src/docs/generate dependencies")
                .isNotEmpty()
                .isEqualTo(resolved);
    }
}
