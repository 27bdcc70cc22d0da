package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.benchmarks.load.Callers;
import org.camelforce.salesforcecc.benchmarks.load.Latency;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.camelforce.salesforcecc.benchmarks.side.Contender;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint goes down, all sessions end at the same moment, and many callers go on calling. One side runs
 * after the other, because the calls of either would slow the other one down.
 */
public final class TokenLost {

    private static final Duration FIRST_FAILURE = Duration.ofMinutes(2);
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    private final Settings settings;
    private final LongSupplier ticker;

    /**
     * @param settings how long and how much
     * @param ticker nanoseconds
     */
    public TokenLost(Settings settings, LongSupplier ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * How long and how much.
     *
     * @param callers how many callers there are
     * @param pause how long each waits between two calls
     * @param down how long the endpoint stays down after the first failed call
     * @param after how long the callers go on after the first call that succeeds again
     * @param outage how it is down
     */
    public record Settings(int callers, Duration pause, Duration down, Duration after, Outage outage) {

        /**
         * @param outage how the endpoint is down
         * @return down for 60 s more
         */
        public static Settings longForm(Outage outage) {
            return new Settings(64, Duration.ofMillis(50), Duration.ofSeconds(60), Duration.ofSeconds(5), outage);
        }

        /**
         * @param outage how the endpoint is down
         * @return down for one second more
         */
        public static Settings shortForm(Outage outage) {
            return new Settings(64, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMillis(500), outage);
        }
    }

    /**
     * What happened on one side.
     *
     * @param name the scheme
     * @param calls how many calls ended while the endpoint was down
     * @param failures how many of them failed, by the kind of exception
     * @param postsWhileDown POSTs to the token endpoint while it was down
     * @param failing how long the failed calls took
     * @param nextLoginIn how long the component still had to wait before the next login when the endpoint was back;
     *     null if it does not tell
     * @param recovery from the endpoint's return to the end of the first call that succeeded
     * @param postsToRecover POSTs to the token endpoint from its return up to then
     * @param failedAfterRecovery failed calls that began after the first one that succeeded
     * @param message the text of one failure
     */
    public record Outcome(
            String name,
            long calls,
            Map<String, Long> failures,
            long postsWhileDown,
            Latency failing,
            @Nullable Duration nextLoginIn,
            Duration recovery,
            long postsToRecover,
            long failedAfterRecovery,
            String message) {}

    /**
     * @return what happened to {@code salesforce-cc}
     * @throws Exception if it does not start
     */
    public Outcome run() throws Exception {
        try (Contender side = Contender.salesforceCc(Contender.newOrg())) {
            return run(side);
        }
    }

    /**
     * @return what happened to {@code salesforce}
     * @throws Exception if it does not start
     */
    public Outcome runUpstream() throws Exception {
        try (Contender side = Contender.salesforce(Contender.newOrg())) {
            return run(side);
        }
    }

    private Outcome run(Contender side) throws InterruptedException {
        TokenRequestCounter posts = new TokenRequestCounter(side.org());
        posts.begin(settings.outage());
        side.org().sessions().endAll();
        Callers callers = new Callers(side, settings.callers(), settings.pause(), ticker);
        long back;
        Duration nextLoginIn;
        Sample first;
        long postsToRecover;
        try (callers) {
            Awaitility.await("a failed call").atMost(FIRST_FAILURE).until(() -> callers.samples().stream()
                    .anyMatch(Sample::isFailed));
            Pause.of(settings.down());
            back = ticker.getAsLong();
            posts.end();
            nextLoginIn = side.nextLoginIn();
            first = Awaitility.await().atMost(LONGEST_RECOVERY).until(callers::firstAnswer, answer -> answer != null);
            postsToRecover = posts.after();
            Pause.of(settings.after());
        }
        List<Sample> down =
                callers.samples().stream().filter(call -> call.ended() < back).toList();
        List<Sample> failed = down.stream().filter(Sample::isFailed).toList();
        return new Outcome(
                side.name(),
                down.size(),
                failed.stream().collect(Collectors.groupingBy(TokenLost::kind, TreeMap::new, Collectors.counting())),
                posts.whileDown(),
                Latency.of(failed),
                nextLoginIn,
                Duration.ofNanos(first.ended() - back),
                postsToRecover,
                callers.samples().stream()
                        .filter(call -> call.isFailed() && call.intended() > first.ended())
                        .count(),
                failed.isEmpty() ? "" : message(failed.get(failed.size() - 1)));
    }

    private static String kind(Sample call) {
        Exception failure = call.failure();
        return failure == null ? "" : failure.getClass().getSimpleName();
    }

    private static String message(Sample call) {
        Exception failure = call.failure();
        return failure == null ? "" : String.valueOf(failure.getMessage());
    }
}
