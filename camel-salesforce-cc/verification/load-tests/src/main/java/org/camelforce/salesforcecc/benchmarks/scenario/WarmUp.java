package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.side.Side;

/**
 * Lets the JVM compile what a scenario runs, with sides and orgs of its own, so that the real ones start in no time.
 */
final class WarmUp {

    private WarmUp() {}

    static void run(Duration length, int perSecond, LongSupplier ticker) throws Exception {
        try (Side ours = Side.salesforceCc(Side.newOrg());
                Side upstream = Side.salesforce(Side.newOrg())) {
            OpenLoad oursLoad = new OpenLoad(ours, perSecond, ticker);
            OpenLoad upstreamLoad = new OpenLoad(upstream, perSecond, ticker);
            try (oursLoad;
                    upstreamLoad) {
                Pause.of(length);
            }
        }
    }
}
