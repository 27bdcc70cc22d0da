package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.camelforce.salesforcecc.benchmarks.load.Timeline;
import org.camelforce.salesforcecc.benchmarks.side.Contender;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * Steady load while access tokens expire. The app issues JWT-based access tokens, whose expiry a client can read;
 * {@code salesforce-cc} renews them before, {@code salesforce} when Salesforce refuses them. Both sides run at the same
 * time.
 */
public final class SteadyLoad {

    private final Settings settings;
    private final LongSupplier ticker;

    /**
     * @param settings how long and how much
     * @param ticker nanoseconds
     */
    public SteadyLoad(Settings settings, LongSupplier ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * How long and how much.
     *
     * @param perSecond exchanges per second on each side
     * @param tokenLife how long an access token lives
     * @param warmUp how long the JVM is warmed up before
     * @param length how long the load runs at least
     * @param renewals how many renewals of {@code salesforce-cc} it runs for at least
     */
    public record Settings(int perSecond, Duration tokenLife, Duration warmUp, Duration length, int renewals) {

        /** @return tokens of one minute, the shortest life that Salesforce offers */
        public static Settings longForm() {
            return new Settings(200, Duration.ofMinutes(1), Duration.ofSeconds(15), Duration.ofSeconds(150), 3);
        }

        /** @return tokens of sixteen seconds, and less load, so that even a busy machine keeps up */
        public static Settings shortForm() {
            return new Settings(50, Duration.ofSeconds(16), Duration.ofSeconds(1), Duration.ofSeconds(18), 3);
        }
    }

    /**
     * What happened on one side.
     *
     * @param name the scheme
     * @param exchanges how many were sent
     * @param failed how many of them failed
     * @param answers401 how many requests the org answered with 401
     * @param tokenPosts POSTs to the token endpoint after the first login
     * @param latency the latencies in quiet seconds and around logins
     */
    public record Outcome(
            String name, long exchanges, long failed, long answers401, long tokenPosts, LatencyAround latency) {}

    /**
     * @return what happened, {@code salesforce-cc} first
     * @throws Exception if a side does not start
     */
    public List<Outcome> run() throws Exception {
        WarmUp.run(settings.warmUp(), settings.perSecond(), ticker);
        try (Running ours = new Running(Contender.salesforceCc(org()));
                Running upstream = new Running(Contender.salesforce(org()))) {
            Pause.of(settings.length());
            ours.awaitRenewals();
            return List.of(ours.end(), upstream.end());
        }
    }

    private SalesforceSimulator org() {
        SalesforceSimulator org = Contender.newOrg();
        org.app().setJwtLifetime(settings.tokenLife());
        return org;
    }

    private final class Running implements AutoCloseable {

        private final Contender side;
        private final long loginsBefore;
        private final Timeline logins;
        private final OpenLoad load;

        private Running(Contender side) {
            this.side = side;
            this.loginsBefore = side.org().tokenRequests();
            this.logins = new Timeline(side.org()::tokenRequests, ticker);
            this.load = new OpenLoad(side, settings.perSecond(), ticker);
        }

        private void awaitRenewals() {
            Awaitility.await("renewals")
                    .atMost(settings.tokenLife().multipliedBy(settings.renewals()))
                    .until(() -> tokenPosts() >= settings.renewals());
        }

        private long tokenPosts() {
            return side.org().tokenRequests() - loginsBefore;
        }

        private Outcome end() {
            load.close();
            logins.close();
            List<Sample> samples = load.samples();
            return new Outcome(
                    side.name(),
                    samples.size(),
                    samples.stream().filter(Sample::isFailed).count(),
                    side.answers401(),
                    tokenPosts(),
                    LatencyAround.of(logins.seen(), samples, load.began()));
        }

        @Override
        public void close() {
            load.close();
            logins.close();
            side.close();
        }
    }
}
