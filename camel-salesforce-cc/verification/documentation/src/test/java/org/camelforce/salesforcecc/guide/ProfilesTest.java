package org.camelforce.salesforcecc.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A new profile has to be worth that everybody learns its name. */
class ProfilesTest {

    @Test
    void profilesWhenAllPomsAreReadThenAtMostEight() {
        assertThat(new Pom(Project.ROOT)
                        .withModules()
                        .flatMap(pom -> pom.texts("/project/profiles/profile/id").stream())
                        .distinct()
                        .sorted())
                .containsExactly(
                        "docs", "everything", "javac-21", "load-tests", "mutation", "nightly", "quickstart", "release");
    }
}
