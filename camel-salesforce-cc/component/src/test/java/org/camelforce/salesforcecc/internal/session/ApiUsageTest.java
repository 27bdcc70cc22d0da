package org.camelforce.salesforcecc.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiUsageTest {

    @ParameterizedTest
    @CsvSource({
        "api-usage=18/5000, 18, 5000",
        "api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app), 25, 5000",
        "per-app-api-usage=17/250(appName=sample-app); api-usage=25/5000, 25, 5000"
    })
    void inWhenTheHeaderTellsOfTheOrgThenItsNumbers(String header, long used, long limit) {
        assertThat(ApiUsage.in(header)).hasValue(new ApiUsage(used, limit));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "per-app-api-usage=17/250(appName=sample-app)", "api-usage=lots", "api-usage=1/"})
    void inWhenTheHeaderTellsNothingOfTheOrgThenEmpty(@Nullable String header) {
        assertThat(ApiUsage.in(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 100, 0", "50, 100, 50, 0.5", "103, 100, 0, 1.03", "0, 0, 0, 1"})
    void leftAndShareWhenUsedThenFromTheLimit(long used, long limit, long left, double share) {
        ApiUsage usage = new ApiUsage(used, limit);

        assertThat(usage.left()).isEqualTo(left);
        assertThat(usage.share()).isEqualTo(share);
    }
}
