package org.camelforce.salesforcecc.session;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class ContinuationExecutorTest {

    @Test
    void executeWhenNoThreadCanBeStartedThenTheContinuationRunsOnceOneCan() throws Exception {
        ExecutorService full = Executors.newSingleThreadExecutor();
        full.shutdown();
        AtomicInteger starts = new AtomicInteger();
        AtomicBoolean ran = new AtomicBoolean();
        try (CamelContext context = new DefaultCamelContext()) {
            context.getExecutorServiceManager()
                    .addThreadFactoryListener((source, factory) -> work -> new Thread(work) {
                        @Override
                        public void start() {
                            if (starts.incrementAndGet() == 1) {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                            super.start();
                        }
                    });

            new ContinuationExecutor(context, full).execute(() -> ran.set(true));

            await().atMost(Duration.ofSeconds(30)).untilTrue(ran);
        }
    }
}
