package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.camelforce.salesforcecc.architecture.Api;
import org.junit.jupiter.api.Test;

/** The public API is what {@code api.txt} says, so that no change of it goes unnoticed. */
class ApiTest {

    private static final Api API = Api.ofThisModule();

    @Test
    void apiWhenItIsListedThenAsCommitted() throws Exception {
        assertThat(API.write())
                .as("The API has changed. If that is intended, copy %s to %s", Api.NOW, Api.COMMITTED)
                .isEqualTo(Files.readString(Api.COMMITTED))
                .doesNotContain("simulator.internal");
    }

    @Test
    void typesWhenTheyArePublicOutsideOfInternalThenAtMost36() {
        assertThat(API.types()).hasSizeLessThanOrEqualTo(36);
    }
}
