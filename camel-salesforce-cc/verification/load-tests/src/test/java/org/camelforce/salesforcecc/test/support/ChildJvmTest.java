package org.camelforce.salesforcecc.test.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

    @Test
    void commandWhenThisProcessIsForAShortLifeThenTheChildToo() {
        assertThat(ChildJvm.command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g")))
                .hasSize(3)
                .containsSubsequence("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    @Test
    void commandWhenThisProcessHasTheJvmOfProductionThenTheChildToo() {
        assertThat(ChildJvm.command(List.of("-Xmx1g", "-Dkey=value")))
                .singleElement()
                .satisfies(java -> assertThat(java).endsWith("java"));
    }
}
