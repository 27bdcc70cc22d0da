package org.camelforce.salesforcecc.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget(100);
    private final List<String> taken = new ArrayList<>();

    @Test
    void takeWhenThereIsRoomThenAtOnce() {
        take("a", 60);
        take("b", 40);

        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void takeWhenThereIsNoRoomThenAfterRelease() {
        take("a", 60);
        take("b", 41);
        assertThat(taken).containsExactly("a");

        budget.release(60);

        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void takeWhenOthersWaitThenInTheirOrder() {
        take("a", 60);
        take("large", 90);
        take("small", 10);
        assertThat(taken).containsExactly("a");

        budget.release(60);

        assertThat(taken).containsExactly("a", "large", "small");
    }

    @Test
    void takeWhenMoreThanThereIsThenAlone() {
        take("huge", 1_000);
        take("b", 1);
        assertThat(taken).containsExactly("huge");

        budget.release(1_000);

        assertThat(taken).containsExactly("huge", "b");
    }

    private void take(String name, long bytes) {
        budget.take(bytes, () -> taken.add(name));
    }
}
