package org.camelforce.salesforcecc.reliability.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.child.ConsumerSettings;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.reliability.reference.Mistake;
import org.camelforce.salesforcecc.test.support.TestTls;

/** How much heap a durable consumer's process uses after a collection, again and again while many events come. */
public final class HeapRun {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int POLL_MILLIS = 20;

    private final Path folder;
    private final InstantSource clock;
    private final String filling = "x".repeat(1000);
    private final Semaphore never = new Semaphore(0);

    /**
     * @param folder an empty folder
     * @param clock stamps the history
     */
    public HeapRun(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * @param kind the consumer
     * @param protocol how it gets its events
     * @param samples how often to look
     * @param eventsPerSample events before each look
     * @return bytes in use
     * @throws IOException if files or processes fail
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public List<Long> sample(ConsumerKind kind, Protocol protocol, int samples, int eventsPerSample)
            throws IOException, InterruptedException {
        Path file = folder.resolve("history.txt");
        Path settings = folder.resolve("consumer.properties");
        try (History history = new History(file, 0, clock);
                EventOrg org = new EventOrg(history);
                Progress progress = new Progress(file)) {
            new ConsumerSettings(
                            kind,
                            protocol,
                            false,
                            Mistake.NONE,
                            org.events().address(),
                            NumberedEvents.SUBSCRIPTION,
                            folder,
                            file,
                            null)
                    .write(settings);
            ChildProcess child = new ChildProcess(1, settings, TestTls.trustStore(), folder.resolve("consumer.log"));
            try {
                await(org.events()::hasSubscriber);
                history.add(HistoryEvent.CONFIRMED);
                List<Long> heaps = new ArrayList<>();
                for (int sample = 0; sample < samples; sample++) {
                    for (int i = 0; i < eventsPerSample; i++) {
                        org.events().publish(sample + "-" + i, filling);
                    }
                    await(() -> lag(progress) == 0);
                    Long heap = child.heap(PATIENCE);
                    if (heap == null) {
                        throw new IOException("the consumer does not answer; see " + folder);
                    }
                    heaps.add(heap);
                }
                return heaps;
            } finally {
                child.kill();
            }
        }
    }

    private static int lag(Progress progress) {
        try {
            progress.update();
            return progress.lag();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += POLL_MILLIS) {
            if (condition.getAsBoolean() || never.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        throw new IllegalStateException("nothing more comes; see " + folder);
    }
}
