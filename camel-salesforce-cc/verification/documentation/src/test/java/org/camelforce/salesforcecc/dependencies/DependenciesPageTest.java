package org.camelforce.salesforcecc.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.camelforce.salesforcecc.architecture.RuntimeDependencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The starters for Spring Boot have a test of their own, because only a later phase has resolved what they bring. */
class DependenciesPageTest {

    private static final Path ROOT = Path.of("../../..");
    private static final String TO_WRITE_IT_AGAIN = "to write it again: src/docs/generate dependencies";

    @ParameterizedTest
    @CsvSource({
        "component, component-shaded, false",
        "kamelets, kamelets, false",
        "junit5, testing/junit5, false",
        "simulator, testing/simulator, true",
        "tools, tools, true"
    })
    void rowsWhenAModuleIsBuiltThenThoseOfWhatItsBuildHasResolved(String name, String module, boolean isOptionalToo)
            throws IOException {
        Path list = ROOT.resolve("camel-salesforce-cc").resolve(module).resolve(RuntimeDependencies.LIST);

        assertThat(listed(name))
                .as(TO_WRITE_IT_AGAIN)
                .isNotEmpty()
                .isEqualTo(RuntimeDependencies.resolved(list, isOptionalToo));
    }

    @ParameterizedTest
    @CsvSource({"karaf, features.xml", "camel-karaf, camel-karaf-features.xml"})
    void rowsWhenFeaturesNameBundlesThenThose(String name, String file) throws IOException {
        assertThat(listed(name)).as(TO_WRITE_IT_AGAIN).isNotEmpty().isEqualTo(new KarafFeatures(ROOT).bundles(file));
    }

    @Test
    void rowsOfTheShadedJarWhenReadThenThoseOfTheComponentThatItContains() throws IOException {
        assertThat(listed("component")).as(TO_WRITE_IT_AGAIN).containsAll(listed("shaded"));
        assertThat(listed("shaded"))
                .hasSizeGreaterThan(10)
                .allMatch(
                        text -> text.matches(
                                "org\\.apache\\.camel:camel-salesforce:.*|org\\.(cometd\\.java|eclipse\\.jetty(\\.compression)?):.*"));
    }

    private static Set<String> listed(String name) throws IOException {
        return RuntimeDependencies.listed(Files.readString(ROOT.resolve("src/docs/dependencies.md")), name);
    }
}
