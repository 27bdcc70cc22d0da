package org.camelforce.salesforcecc.reliability.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.check.Checker;
import org.camelforce.salesforcecc.reliability.child.ConsumerSettings;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.reliability.history.HistoryTail;
import org.camelforce.salesforcecc.test.support.TestTls;

/**
 * A run from the first subscription to the verdict: events are published to a consumer in a process of its own while
 * things go wrong; then everything is healed, the consumer catches up, and is stopped; one more event is published, and
 * a fresh consumer goes on from the stored position. May be called once.
 */
public final class Run {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Being late is one thing, being lost another: what comes now was not lost. */
    private static final Duration DRAINING = Duration.ofMinutes(3);

    private static final Duration LONG_RUN = Duration.ofMinutes(2);
    private static final int MILLIS_BETWEEN = 60;
    private static final int MILLIS_BETWEEN_IN_LONG_RUNS = 150;

    private final RunSettings settings;
    private final Path folder;
    private final Path file;
    private final LongSupplier ticker;
    private final InstantSource clock;

    /**
     * @param settings what to do
     * @param folder an empty folder for everything that the run writes
     * @param ticker nanoseconds, as {@link System#nanoTime}
     * @param clock stamps the history
     */
    public Run(RunSettings settings, Path folder, LongSupplier ticker, InstantSource clock) {
        this.settings = settings;
        this.folder = folder;
        this.file = folder.resolve("history.txt");
        this.ticker = ticker;
        this.clock = clock;
    }

    /**
     * Runs and waits for the end.
     *
     * @return how it went
     * @throws IOException if files or processes fail
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Outcome call() throws IOException, InterruptedException {
        try (History history = new History(file, 0, clock);
                EventOrg org = new EventOrg(history);
                Progress progress = new Progress(file);
                Ticker beat = new Ticker()) {
            new ConsumerSettings(
                            settings.kind(),
                            settings.protocol(),
                            settings.parallel(),
                            settings.mistake(),
                            org.events().address(),
                            NumberedEvents.SUBSCRIPTION,
                            folder,
                            file,
                            null)
                    .write(folder.resolve("consumer.properties"));
            ProcessSupervisor supervisor = new ProcessSupervisor(folder, TestTls.trustStore(), history, ticker);
            try {
                new Course(history, org, progress, supervisor, beat).follow();
            } finally {
                supervisor.abandon();
            }
        }
        List<Entry> entries = HistoryTail.all(file);
        Files.deleteIfExists(folder.resolve("consumer.properties"));
        return new Outcome(settings, entries, new Checker().judge(entries), folder);
    }

    /** The phases, one after the other. */
    private final class Course {

        private final History history;
        private final EventOrg org;
        private final Progress progress;
        private final ProcessSupervisor supervisor;
        private final Publisher publisher;
        private final FaultInjector injector;
        private final Ticker beat;

        Course(History history, EventOrg org, Progress progress, ProcessSupervisor supervisor, Ticker beat) {
            this.history = history;
            this.org = org;
            this.progress = progress;
            this.supervisor = supervisor;
            this.beat = beat;
            boolean isLong = settings.length().compareTo(LONG_RUN) >= 0;
            this.publisher = new Publisher(
                    org.events(), new Random(settings.seed()), isLong ? MILLIS_BETWEEN_IN_LONG_RUNS : MILLIS_BETWEEN);
            this.injector = new FaultInjector(org, supervisor, settings.plan());
        }

        void follow() throws IOException, InterruptedException {
            warmUp();
            during(settings.length(), now -> {
                publisher.tick(now);
                injector.tick(now);
                return false;
            });
            heal();
            stop();
            if (settings.kind().isDurable()) {
                drain();
            }
        }

        private void warmUp() throws IOException, InterruptedException {
            supervisor.start();
            require("no subscription", during(PATIENCE, now -> org.events().hasSubscriber()));
            history.add(HistoryEvent.CONFIRMED);
            publisher.publish();
            require("no event", during(PATIENCE, now -> progress.lag() == 0));
            require(
                    "no position",
                    during(
                            PATIENCE,
                            now -> progress.hasCommitted() || !settings.kind().isDurable()));
        }

        private void heal() throws IOException, InterruptedException {
            injector.end(settings.length());
            org.heal();
            publisher.publish();
            long began = ticker.getAsLong();
            boolean inTime = during(settings.lagLimit(), now -> progress.lag() == 0);
            long millis = TimeUnit.NANOSECONDS.toMillis(ticker.getAsLong() - began);
            history.add(inTime ? HistoryEvent.CAUGHT_UP : HistoryEvent.LATE, millis);
        }

        private void stop() throws IOException, InterruptedException {
            supervisor.stop();
            require("the consumer does not stop", during(PATIENCE, now -> !supervisor.isRunning()));
        }

        private void drain() throws IOException, InterruptedException {
            publisher.publish();
            supervisor.start();
            during(DRAINING, new Drain(progress)::isDone);
            history.add(HistoryEvent.DRAINED);
            stop();
        }

        private void require(String otherwise, boolean condition) {
            if (!condition) {
                throw new IllegalStateException(settings.name() + ": " + otherwise + "; see " + folder);
            }
        }

        /** Ticks until the task says that it is done, at most so long; tells whether it was. */
        private boolean during(Duration most, Task task) throws IOException, InterruptedException {
            long began = ticker.getAsLong();
            Duration now = Duration.ZERO;
            while (now.compareTo(most) < 0) {
                beat.await();
                now = Duration.ofNanos(ticker.getAsLong() - began);
                progress.update();
                supervisor.tick();
                if (task.isDone(now)) {
                    return true;
                }
            }
            return false;
        }
    }

    private interface Task {

        boolean isDone(Duration now);
    }
}
