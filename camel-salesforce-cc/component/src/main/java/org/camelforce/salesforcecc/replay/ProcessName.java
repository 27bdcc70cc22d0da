package org.camelforce.salesforcecc.replay;

import java.lang.management.ManagementFactory;

/** What this process is called in a store that several can reach. */
final class ProcessName {

    private ProcessName() {}

    /** @return process id and host, as far as the platform tells */
    static String name() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }
}
