package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.side.Contender;

/**
 * Lets the JVM compile what a scenario runs, with sides and orgs of its own, so that the real ones start in no time.
 */
final class WarmUp {

    private WarmUp() {}

    static void run(Duration length, int perSecond, LongSupplier ticker) throws Exception {
        try (Contender ours = Contender.salesforceCc(Contender.newOrg());
                Contender upstream = Contender.salesforce(Contender.newOrg())) {
            OpenLoad oursLoad = new OpenLoad(ours, perSecond, ticker);
            OpenLoad upstreamLoad = new OpenLoad(upstream, perSecond, ticker);
            try (oursLoad;
                    upstreamLoad) {
                Pause.of(length);
            }
        }
    }
}
