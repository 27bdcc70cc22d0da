package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code mvn deploy} publishes what users depend on, and none of the tools, tests and examples. */
class PublishedModulesTest {

    private static final Pom BOM = new Pom(Project.ROOT.resolve("camel-salesforce-cc/bom"));

    private final Map<String, Boolean> published = new TreeMap<>();

    @Test
    void modulesWhenDeployedThenThoseForUsersOnly() {
        read();

        assertThat(published.entrySet())
                .filteredOn(Map.Entry::getValue)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "camel-salesforce-cc",
                        "camel-salesforce-cc-bom",
                        "camel-salesforce-cc-kamelets",
                        "camel-salesforce-cc-karaf",
                        "camel-salesforce-cc-parent",
                        "camel-salesforce-cc-shaded",
                        "camel-salesforce-cc-simulator",
                        "camel-salesforce-cc-spring-boot",
                        "camel-salesforce-cc-spring-boot-4-starter",
                        "camel-salesforce-cc-starter",
                        "camel-salesforce-cc-test-junit5",
                        "camel-salesforce-cc-tools");
    }

    @Test
    void bomWhenAModuleIsPublishedThenHasIt() {
        read();
        published.values().removeIf(isPublished -> !isPublished);
        published.keySet().removeAll(List.of("camel-salesforce-cc-bom", "camel-salesforce-cc-parent"));

        assertThat(BOM.texts("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsAll(published.keySet())
                .isSubsetOf(published.keySet());
    }

    @Test
    void bomWhenImportedThenBringsNothingOfAParent() {
        assertThat(BOM.texts("/project/parent")).isEmpty();
    }

    private void read() {
        Map<String, Pom> poms = new TreeMap<>();
        new Pom(Project.ROOT).withModules().forEach(pom -> poms.put(pom.text("/project/artifactId"), pom));
        poms.forEach((module, pom) -> published.put(module, isPublished(pom, poms)));
    }

    private static boolean isPublished(Pom pom, Map<String, Pom> poms) {
        String skipped = pom.text("/project/properties/maven.deploy.skip");
        Pom parent = poms.get(pom.text("/project/parent/artifactId"));
        return skipped.isEmpty() ? parent == null || isPublished(parent, poms) : !Boolean.parseBoolean(skipped);
    }
}
