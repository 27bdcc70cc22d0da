package org.camelforce.salesforcecc.reliability.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.check.Checker;
import org.camelforce.salesforcecc.reliability.child.Cluster;
import org.camelforce.salesforcecc.reliability.child.ConsumerKind;
import org.camelforce.salesforcecc.reliability.child.ConsumerSettings;
import org.camelforce.salesforcecc.reliability.fault.FaultPlan;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.history.Entry;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.camelforce.salesforcecc.reliability.history.HistoryTail;
import org.camelforce.salesforcecc.reliability.reference.Mistake;
import org.camelforce.salesforcecc.test.support.TestTls;
import org.h2.tools.Server;

/**
 * Two nodes with positions in a database: the active one is killed in mid-stream again and again, and the other one
 * goes on. May be called once.
 */
public final class ClusterRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STANDBY = Duration.ofSeconds(3);
    private static final int MILLIS_BETWEEN = 40;

    private final Protocol protocol;
    private final int kills;
    private final Path folder;
    private final Path file;
    private final LongSupplier ticker;
    private final InstantSource clock;
    private final Random random;
    private final long seed;

    /**
     * @param protocol how nodes get their events
     * @param kills how often the active node is killed
     * @param seed what times are drawn from
     * @param folder an empty folder
     * @param ticker nanoseconds
     * @param clock stamps the history
     */
    public ClusterRun(Protocol protocol, int kills, long seed, Path folder, LongSupplier ticker, InstantSource clock) {
        this.protocol = protocol;
        this.kills = kills;
        this.seed = seed;
        this.random = new Random(seed);
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
     * @throws SQLException if the database does not start
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public Outcome call() throws IOException, SQLException, InterruptedException {
        Server database = Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
                .start();
        Path settings = folder.resolve("consumer.properties");
        try (History history = new History(file, 0, clock);
                EventOrg org = new EventOrg(history);
                Progress progress = new Progress(file);
                Ticker beat = new Ticker()) {
            String url = "jdbc:h2:tcp://localhost:" + database.getPort() + "/./positions";
            new ConsumerSettings(
                            ConsumerKind.SALESFORCE_CC,
                            protocol,
                            false,
                            Mistake.NONE,
                            org.events().address(),
                            NumberedEvents.SUBSCRIPTION,
                            folder,
                            file,
                            new Cluster(url, Files.createDirectory(folder.resolve("locks"))))
                    .write(settings);
            Course course = new Course(history, org, progress, beat, settings);
            try {
                course.follow();
            } finally {
                course.nodes.forEach(ChildProcess::kill);
            }
        } finally {
            database.stop();
        }
        List<Entry> entries = HistoryTail.all(file);
        Files.deleteIfExists(settings);
        RunSettings ran = new RunSettings(
                ConsumerKind.SALESFORCE_CC,
                protocol,
                false,
                Mistake.NONE,
                seed,
                new FaultPlan(List.of()),
                Duration.ZERO,
                true,
                PATIENCE);
        return new Outcome(ran, entries, new Checker().judge(entries), folder);
    }

    private final class Course {

        private final History history;
        private final EventOrg org;
        private final Progress progress;
        private final Ticker beat;
        private final Path settings;
        private final Publisher publisher;
        private final List<ChildProcess> nodes = new ArrayList<>();
        private final long began = ticker.getAsLong();
        private boolean publishing;
        private int started;

        Course(History history, EventOrg org, Progress progress, Ticker beat, Path settings) {
            this.history = history;
            this.org = org;
            this.progress = progress;
            this.beat = beat;
            this.settings = settings;
            this.publisher = new Publisher(org.events(), random, MILLIS_BETWEEN);
        }

        void follow() throws IOException, InterruptedException {
            startNode();
            until("no subscription", org.events()::hasSubscriber);
            history.add(HistoryEvent.CONFIRMED);
            publisher.publish();
            until("no position", () -> progress.lag() == 0 && progress.hasCommitted());
            startNode();
            publishing = true;
            for (int kill = 0; kill < kills; kill++) {
                int newest = started;
                until("no standby", () -> progress.hasStarted(newest));
                pause(STANDBY.plusMillis(random.nextInt(1000)));
                killActive();
                startNode();
            }
            publishing = false;
            heal();
            stop();
            publisher.publish();
            startNode();
            until("no drain", () -> progress.lag() == 0);
            history.add(HistoryEvent.DRAINED);
            stop();
        }

        private void killActive() throws IOException, InterruptedException {
            int active = progress.lastRouter();
            ChildProcess node = nodes.stream()
                    .filter(candidate -> candidate.number() == active)
                    .findFirst()
                    .orElseThrow();
            node.kill();
            until("it does not die", () -> !node.isAlive());
            history.add(HistoryEvent.KILLED, active);
            nodes.remove(node);
            until("nobody goes on", () -> progress.lastRouter() != active);
        }

        private void heal() throws IOException, InterruptedException {
            history.add(HistoryEvent.HEALED);
            long healed = ticker.getAsLong();
            until("it does not catch up", () -> progress.lag() == 0);
            history.add(
                    HistoryEvent.CAUGHT_UP,
                    Duration.ofNanos(ticker.getAsLong() - healed).toMillis());
        }

        private void stop() throws IOException, InterruptedException {
            for (ChildProcess node : nodes) {
                history.add(HistoryEvent.STOPPING, node.number());
                node.stop();
                until("it does not stop", () -> !node.isAlive());
                history.add(HistoryEvent.ENDED, node.number(), node.ended().join());
            }
            nodes.clear();
        }

        private void startNode() throws IOException {
            started++;
            nodes.add(new ChildProcess(started, settings, TestTls.trustStore(), folder.resolve("consumer.log")));
        }

        private void pause(Duration length) throws IOException, InterruptedException {
            long from = ticker.getAsLong();
            until("time stands still", () -> ticker.getAsLong() - from >= length.toNanos());
        }

        private void until(String otherwise, BooleanSupplier condition) throws IOException, InterruptedException {
            long from = ticker.getAsLong();
            progress.update();
            while (!condition.getAsBoolean()) {
                beat.await();
                long now = ticker.getAsLong();
                if (publishing) {
                    publisher.tick(Duration.ofNanos(now - began));
                }
                progress.update();
                if (now - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException(otherwise + "; see " + folder);
                }
            }
        }
    }
}
