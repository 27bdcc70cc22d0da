package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camelforce.salesforcecc.architecture.Api;
import org.junit.jupiter.api.Test;

/** The public API is what {@code api.txt} says, so that no change of it goes unnoticed. */
class ApiTest {

    private static final String ROOT = SalesforceCcComponent.class.getPackageName();
    private static final Api API = Api.ofThisModule(new ArchitectureTest.HandWritten());

    @Test
    void apiWhenItIsListedThenAsCommitted() throws Exception {
        assertThat(API.write())
                .as("The API has changed. If that is intended, copy %s to %s", Api.NOW, Api.COMMITTED)
                .isEqualTo(Files.readString(Api.COMMITTED))
                .doesNotContain(ROOT + ".internal");
    }

    @Test
    void typesWhenTheyArePublicOutsideOfInternalThenAtMost60() {
        assertThat(API.types()).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void bundleWhenItExportsPackagesThenThoseOfTheApi() throws Exception {
        Set<String> exported = Pattern.compile("(?m)^  (" + Pattern.quote(ROOT) + "[\\w.]*);-noimport")
                .matcher(Files.readString(Path.of("bnd.bnd")))
                .results()
                .map(export -> export.group(1))
                .collect(Collectors.toSet());

        assertThat(API.packages()).isEqualTo(exported);
    }
}
