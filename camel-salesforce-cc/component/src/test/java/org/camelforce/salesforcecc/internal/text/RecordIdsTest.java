package org.camelforce.salesforcecc.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordIdsTest {

    @Test
    void longFormWhenIdHas15CharactersThenThreeMoreTellTheCase() {
        assertThat(RecordIds.longForm("00D5g000004fQWE")).isEqualTo("00D5g000004fQWEEA2");
        assertThat(RecordIds.longForm("00D000000000062")).isEqualTo("00D000000000062EAA");
    }

    @Test
    void longFormWhenIdHas18CharactersThenTheSame() {
        assertThat(RecordIds.longForm("00D5g000004fQWEEA2")).isEqualTo("00D5g000004fQWEEA2");
    }

    @Test
    void longFormWhenItIsNoIdThenTheSame() {
        assertThat(RecordIds.longForm("org")).isEqualTo("org");
    }
}
