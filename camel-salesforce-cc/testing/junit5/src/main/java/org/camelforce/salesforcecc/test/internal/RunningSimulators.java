package org.camelforce.salesforcecc.test.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;

/** The simulators that whole test classes share. Safe for use by several threads. */
public final class RunningSimulators {

    private static final Map<Class<?>, SalesforceSimulator> BY_CLASS = new ConcurrentHashMap<>();

    private RunningSimulators() {}

    /**
     * @param testClass the class whose simulator has started
     * @param simulator its simulator
     */
    public static void started(Class<?> testClass, SalesforceSimulator simulator) {
        BY_CLASS.put(testClass, simulator);
    }

    /** @param testClass the class whose simulator closes */
    public static void closing(Class<?> testClass) {
        BY_CLASS.remove(testClass);
    }

    /**
     * @param testClass a test class, or a class nested in it
     * @return the simulator that its tests share, empty if none runs
     */
    public static Optional<SalesforceSimulator> of(Class<?> testClass) {
        for (@Nullable Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            SalesforceSimulator simulator = BY_CLASS.get(type);
            if (simulator != null) {
                return Optional.of(simulator);
            }
        }
        return Optional.empty();
    }
}
