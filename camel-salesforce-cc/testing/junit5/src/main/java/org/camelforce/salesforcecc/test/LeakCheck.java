package org.camelforce.salesforcecc.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * What there was before a test, held against what there is after it. A client that is closing gets a little time;
 * threads of the simulator, the test runner and the platform itself do not count.
 */
final class LeakCheck {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);

    private static final Pattern NOT_THE_TESTS =
            Pattern.compile("salesforce-simulator-.*|surefire-.*|junit-.*|awaitility-.*"
                    + "|CompletableFutureDelayScheduler|ForkJoinPool\\.commonPool-.*|Attach Listener|process reaper.*|Keep-Alive-Timer"
                    + "|Common-Cleaner|Cleaner-\\d+|Reference Handler|Finalizer|Signal Dispatcher|Notification Thread"
                    + "|JarURLConnection.*|ping-.*|Log4j2-.*|.*-CloseIdle.*");

    private final SalesforceSimulator simulator;
    private final Set<Thread> threadsBefore = threads();
    private final int subscriptionsBefore;
    private final int connectionsBefore;

    LeakCheck(SalesforceSimulator simulator) {
        this.simulator = simulator;
        this.subscriptionsBefore = simulator.subscriptions();
        this.connectionsBefore = simulator.openConnections();
    }

    void assertNothingLeaked() {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(GRACE)
                    .until(() -> leaks().isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("The test has left behind " + String.join(" and ", leaks()), e);
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
            leaks.add("the thread(s) "
                    + threads.stream().map(Thread::getName).sorted().toList());
        }
        return leaks;
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .filter(thread -> !NOT_THE_TESTS.matcher(thread.getName()).matches())
                .collect(Collectors.toSet());
    }
}
