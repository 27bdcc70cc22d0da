package org.camelforce.salesforcecc.reliability.hunt;

import java.util.ArrayList;
import java.util.List;

/** The threads that a context has left behind. */
final class ThreadLeak {

    /** Threads that libraries share in the whole process, and which end by themselves or with it. */
    private static final List<String> SHARED = List.of(
            "grpc-",
            "salesforce-simulator",
            "ForkJoinPool",
            "CompletableFutureDelayScheduler",
            "globalEventExecutor",
            "ObjectCleaner",
            "Cleaner",
            "MVStore",
            "H2 ",
            "fickle-worker",
            "Keep-Alive-Timer",
            "process reaper",
            "pool-");

    private ThreadLeak() {}

    /** Names of the threads of a group that do not belong there any more. */
    static List<String> of(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() * 2 + 10];
        int count = group.enumerate(threads, true);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (threads[i] != Thread.currentThread() && SHARED.stream().noneMatch(name::startsWith)) {
                names.add(name);
            }
        }
        return names;
    }
}
