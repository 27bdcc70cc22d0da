package org.camelforce.salesforcecc.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camelforce.salesforcecc.architecture.Api;
import org.junit.jupiter.api.Test;

/** What applications can name of the starter: its auto-configurations, to exclude them or to come after them. */
class StarterApiTest {

    private static final String PACKAGE = StarterApiTest.class.getPackageName();

    @Test
    void typesWhenTheyArePublicOutsideOfInternalThenAutoConfigurations() {
        assertThat(Api.ofThisModule().types()).containsExactly(PACKAGE + ".health.SalesforceCcHealthAutoConfiguration");
        assertThat(Api.ofModule(Path.of("../spring-boot")).types())
                .containsExactly(
                        PACKAGE + ".SalesforceCcAutoConfiguration",
                        PACKAGE + ".SalesforceCcSanitizingAutoConfiguration");
    }
}
