package org.camelforce.salesforcecc.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * What there was before a test, held against what there is after it. A client that is closing gets a little time;
 * threads of the simulator, the test runner and the platform itself do not count.
 */
final class LeakCheck {

    private static final Duration POLL = Duration.ofMillis(20);

    /** Netty's {@code globalEventExecutor} belongs to the JVM, and ends when it has been idle for a second. */
    private static final Pattern NOT_THE_TESTS =
            Pattern.compile("salesforce-simulator-.*|surefire-.*|junit-.*|awaitility-.*"
                    + "|CompletableFutureDelayScheduler|ForkJoinPool\\.commonPool-.*|Attach Listener|process reaper.*|Keep-Alive-Timer"
                    + "|Common-Cleaner|Cleaner-\\d+|Reference Handler|Finalizer|Signal Dispatcher|Notification Thread"
                    + "|JarURLConnection.*|ping-.*|Log4j2-.*|globalEventExecutor-.*|.*-CloseIdle.*");

    /** All channels of a JVM share these threads; gRPC ends them a second after the last channel is closed. */
    private static final Pattern OF_GRPC =
            Pattern.compile("grpc-default-.*|grpc-nio-.*|grpc-timer-.*|grpc-shared-destroyer-.*");

    private final SalesforceSimulator simulator;
    private final Duration timeout;
    private final Set<Thread> threadsBefore = threads();
    private final int subscriptionsBefore;
    private final int connectionsBefore;

    LeakCheck(SalesforceSimulator simulator, Duration timeout) {
        this.simulator = simulator;
        this.timeout = timeout;
        this.subscriptionsBefore = simulator.subscriptions();
        this.connectionsBefore = simulator.openConnections();
    }

    /** @param who the beginning of the message, for example {@code The test} */
    void assertNothingLeaked(String who) {
        assertNone(this::leaks, who + " has left behind ", timeout);
    }

    /** Threads that gRPC shares between channels, as there are now. */
    static Set<Thread> threadsOfGrpc() {
        return liveThreads().filter(LeakCheck::isOfGrpc).collect(Collectors.toSet());
    }

    /** For the end of a class, so that not each of its tests waits for gRPC. */
    static void assertNoThreadOfGrpcLeaked(Set<?> before, Duration timeout) {
        assertNone(
                () -> {
                    Set<Thread> threads = threadsOfGrpc();
                    threads.removeAll(before);
                    return threads.isEmpty() ? List.of() : List.of(named(threads));
                },
                "A test of the class has left behind a gRPC channel that is not closed, with ",
                timeout);
    }

    private static void assertNone(Supplier<List<String>> leaks, String message, Duration timeout) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(timeout)
                    .until(() -> leaks.get().isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(message + String.join(" and ", leaks.get()), e);
        }
    }

    private List<String> leaks() {
        List<String> leaks = new ArrayList<>();
        int subscriptions = simulator.subscriptions() - subscriptionsBefore;
        if (subscriptions > 0) {
            leaks.add(subscriptions + " subscription(s)");
        }
        int connections = simulator.openConnections() - connectionsBefore;
        if (connections > 0) {
            leaks.add(connections + " connection(s)");
        }
        Set<Thread> threads = threads();
        threads.removeAll(threadsBefore);
        if (!threads.isEmpty()) {
            leaks.add(named(threads));
        }
        return leaks;
    }

    private static String named(Set<Thread> threads) {
        return "the thread(s) " + threads.stream().map(Thread::getName).sorted().toList();
    }

    private static Set<Thread> threads() {
        return liveThreads()
                .filter(thread -> !NOT_THE_TESTS.matcher(thread.getName()).matches() && !isOfGrpc(thread))
                .collect(Collectors.toSet());
    }

    private static boolean isOfGrpc(Thread thread) {
        return OF_GRPC.matcher(thread.getName()).matches();
    }

    private static Stream<Thread> liveThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive);
    }
}
