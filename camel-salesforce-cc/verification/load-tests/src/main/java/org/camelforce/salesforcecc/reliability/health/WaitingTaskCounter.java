package org.camelforce.salesforcecc.reliability.health;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;

/** How many tasks wait in a context's thread pools. Safe for use by several threads. */
public final class WaitingTaskCounter extends LifecycleStrategySupport {

    private static final String TASK = "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask";

    private final List<Pool> pools = new CopyOnWriteArrayList<>();

    /** Creates one, to be added to a context before that is started. */
    public WaitingTaskCounter() {}

    @Override
    public void onThreadPoolAdd(
            CamelContext camelContext,
            ThreadPoolExecutor threadPool,
            String id,
            String sourceId,
            String routeId,
            String threadPoolProfileId) {
        pools.add(new Pool(id.replaceAll("\\(0x[0-9a-f]+\\)", ""), threadPool));
    }

    @Override
    public void onThreadPoolRemove(CamelContext camelContext, ThreadPoolExecutor threadPool) {
        pools.removeIf(pool -> pool.threads == threadPool);
    }

    /** @return how many tasks wait in each kind of pool; pools of which none waits are left out */
    public Map<String, Integer> byPool() {
        Map<String, Integer> waiting = new TreeMap<>();
        for (Pool pool : pools) {
            int tasks = pool.threads.getQueue().size();
            if (tasks > 0) {
                waiting.merge(pool.name(), tasks, Integer::sum);
            }
        }
        return waiting;
    }

    /**
     * Counts after a collection, so in a process of its own only.
     *
     * @return how many scheduled tasks the whole process has, in whatever pool; -1 if this JVM cannot tell
     */
    public static long ofProcess() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {null},
                            new String[] {String[].class.getName()});
            return String.valueOf(histogram)
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length > 3 && cells[3].equals(TASK))
                    .mapToLong(cells -> Long.parseLong(cells[1]))
                    .sum();
        } catch (JMException e) {
            return -1;
        }
    }

    private record Pool(String id, ThreadPoolExecutor threads) {

        String name() {
            return id.isBlank() ? "unnamed" : id;
        }
    }
}
