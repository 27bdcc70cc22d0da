package org.camelforce.salesforcecc.simulator.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp.IpRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.200, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.200, 10.0.0.200, true",
        "10.0.0.1, 10.0.0.200, 10.0.0.201, false",
        "10.0.0.1, 10.0.0.200, 10.0.0.0, false",
        "10.0.0.1, 200.0.0.1, 127.0.0.1, true",
        "10.0.0.1, 10.0.0.200, ::1, false",
        "::1, ::9, ::5, true"
    })
    void containsWhenAddressThenComparesUnsigned(String first, String last, String address, boolean expected) {
        assertThat(new IpRange(first, last).contains(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "", "a", "999.1.1.1"})
    void constructorWhenNoLiteralThenThrows(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new IpRange(address, "10.0.0.1"));
    }

    @Test
    void constructorWhenFamiliesDifferThenThrows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IpRange("10.0.0.1", "::1"));
    }
}
