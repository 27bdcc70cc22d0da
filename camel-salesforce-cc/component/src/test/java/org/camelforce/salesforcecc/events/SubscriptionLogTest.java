package org.camelforce.salesforcecc.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.logging.log4j.Level;
import org.camelforce.salesforcecc.LogLines;
import org.junit.jupiter.api.Test;

class SubscriptionLogTest {

    private static final SubscriptionId ID = new SubscriptionId("/event/Order__e", "orders");
    private static final int A_DAY_OF_ATTEMPTS = 1_444;

    private final SubscriptionLog log = new SubscriptionLog();

    @Test
    void commitFailedWhenTheStoreIsAwayForADayThenWarnsOfTheFirstOneAndLessAndLessOftenAndOnceOfTheRecovery() {
        try (LogLines lines = LogLines.from(Level.INFO)) {
            for (int attempt = 1; attempt <= A_DAY_OF_ATTEMPTS; attempt++) {
                log.on(ID, new SubscriptionEvent.CommitFailed(new IOException("the database is away"), attempt));
            }
            log.on(ID, new SubscriptionEvent.CommitRecovered(A_DAY_OF_ATTEMPTS));

            assertThat(lines.with("the database is away"))
                    .hasSize(11)
                    .first()
                    .asString()
                    .startsWith("WARN");
            assertThat(lines.with("is stored again, after 1444 attempts"))
                    .singleElement()
                    .asString()
                    .startsWith("INFO");
        }
    }
}
