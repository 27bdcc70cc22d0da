package org.camelforce.salesforcecc.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtExpiryTest {

    @Test
    void r2OfWhenJwtHasAnExpThenThatDate() {
        assertThat(JwtExpiry.of(jwt("{\"exp\":1767225600}"))).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void r2OfWhenExpHasAFractionThenWholeSeconds() {
        assertThat(JwtExpiry.of(jwt("{\"exp\":1767225600.75}"))).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\":null}",
                "{\"exp\":\"1767225600\"}",
                "{\"exp\":0}",
                "{\"exp\":-1}",
                "{\"exp\":true}",
                "{\"exp\":{}}",
                "[1767225600]",
                "1767225600",
                "null",
                "",
                "{\"exp\":",
                "no JSON"
            })
    void r2OfWhenTheClaimsHaveNoDateThenNull(String claims) {
        assertThat(JwtExpiry.of(jwt(claims))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "00Dxx!AQ.b", "a.b.c", "..", "a.%%%.c", "a.e30=.c", "a.b.c.d"})
    void r2OfWhenNoJwtThenNull(String token) {
        assertThat(JwtExpiry.of(token)).isNull();
    }

    @Test
    void r2OfWhenThereAreTwoOrFourPartsThenNullWhateverTheyHold() {
        String claims = part("{\"exp\":1767225600}");

        assertThat(JwtExpiry.of("a." + claims)).isNull();
        assertThat(JwtExpiry.of("a." + claims + ".c.d")).isNull();
        assertThat(JwtExpiry.of("a." + claims + ".c.")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"exp\":9223372036854775807}", "{\"exp\":1e300}"})
    void r2OfWhenTheDateIsBeyondTheCalendarThenNull(String claims) {
        assertThat(JwtExpiry.of(jwt(claims))).isNull();
    }

    private static String jwt(String claims) {
        return part("{\"alg\":\"RS256\"}") + "." + part(claims) + ".c2ln";
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
