package org.camelforce.salesforcecc.reliability.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.reliability.fault.Disturbance;
import org.camelforce.salesforcecc.reliability.fault.KillPoint;
import org.camelforce.salesforcecc.reliability.history.History;
import org.camelforce.salesforcecc.reliability.history.HistoryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a consumer's process running: starts it, kills it where it is told to, starts another one after the downtime,
 * and one second after it has ended by itself. For one thread.
 */
final class ProcessSupervisor {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration RESTART = Duration.ofSeconds(1);

    private final Path folder;
    private final Path trustStore;
    private final History history;
    private final LongSupplier ticker;
    private final long began;
    private @Nullable ChildProcess child;
    private int started;
    private boolean stopping;
    private Disturbance.@Nullable Kill ordered;
    private boolean killed;
    private Duration deadline = Duration.ZERO;
    private @Nullable Duration startAt;

    /**
     * @param folder where the consumer's settings are and its log goes
     * @param trustStore whom the consumer trusts
     * @param history where to write
     * @param ticker nanoseconds
     */
    ProcessSupervisor(Path folder, Path trustStore, History history, LongSupplier ticker) {
        this.folder = folder;
        this.trustStore = trustStore;
        this.history = history;
        this.ticker = ticker;
        this.began = ticker.getAsLong();
    }

    void start() throws IOException {
        started++;
        stopping = false;
        killed = false;
        ordered = null;
        startAt = null;
        child = new ChildProcess(
                started, folder.resolve("consumer.properties"), trustStore, folder.resolve("consumer.log"));
    }

    /** Kills the process, at the latest after three seconds; does nothing if that is under way already. */
    void kill(Disturbance.Kill kill) {
        if (child == null || ordered != null || stopping) {
            return;
        }
        ordered = kill;
        deadline = now();
        if (kill.point() != KillPoint.ANYWHERE) {
            deadline = now().plus(PATIENCE);
            child.haltAt(kill.point(), kill.count());
        }
    }

    /** Does not wait any longer for the process to come to the point at which it is to be killed. */
    void hurry() {
        deadline = now();
    }

    /** Ends the process in an orderly way. */
    void stop() {
        stopping = true;
        startAt = null;
        if (child != null) {
            history.add(HistoryEvent.STOPPING, child.number());
            child.stop();
        }
    }

    boolean isRunning() {
        return child != null;
    }

    /** Kills the process if there is one, whatever it is doing. */
    void abandon() {
        if (child != null) {
            child.kill();
        }
    }

    void tick() throws IOException {
        if (child != null && child.isAlive()) {
            if (ordered != null && !killed && (child.halted().isDone() || now().compareTo(deadline) >= 0)) {
                killed = true;
                child.kill();
            }
        } else if (child != null) {
            buried(child);
        } else if (startAt != null && now().compareTo(startAt) >= 0) {
            start();
        }
    }

    private void buried(ChildProcess dead) {
        child = null;
        Disturbance.Kill kill = ordered;
        if (killed && kill != null) {
            history.add(HistoryEvent.KILLED, dead.number(), kill.point());
        } else {
            history.add(HistoryEvent.ENDED, dead.number(), dead.ended().join());
        }
        if (!stopping) {
            startAt = now().plus(killed && kill != null ? kill.downtime() : RESTART);
        }
        ordered = null;
    }

    private Duration now() {
        return Duration.ofNanos(ticker.getAsLong() - began);
    }
}
