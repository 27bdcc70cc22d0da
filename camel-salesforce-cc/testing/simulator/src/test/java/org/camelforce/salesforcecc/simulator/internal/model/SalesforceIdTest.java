package org.camelforce.salesforcecc.simulator.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceIdTest {

    @ParameterizedTest
    @CsvSource({
        "001000000000000, 001000000000000AAA",
        "00Q00000000000A, 00Q00000000000AEAQ",
        "aAAAAbbbbbCcCcC, aAAAAbbbbbCcCcC4AV",
    })
    void to18WhenIdHas15CharactersThenSuffixEncodesTheirCase(String id15, String id18) {
        assertThat(SalesforceId.to18(id15)).isEqualTo(id18);
    }

    @Test
    void ofWhenNumberGrowsThenIdsSortInOrder() {
        assertThat(SalesforceId.of("001", 61)).isEqualTo("00100000000000zAAA");
        assertThat(SalesforceId.of("001", 62)).isEqualTo("001000000000010AAA");
    }

    @Test
    void to18WhenFormIsWrongThenRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> SalesforceId.to18("001"));
    }
}
