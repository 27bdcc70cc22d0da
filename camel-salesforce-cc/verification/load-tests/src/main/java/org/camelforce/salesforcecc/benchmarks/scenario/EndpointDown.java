package org.camelforce.salesforcecc.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.load.Latency;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.camelforce.salesforcecc.benchmarks.side.Contender;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;

/**
 * The token endpoint is down while the access token is good; a planned renewal falls into that time. Both sides run at
 * the same time, with JWT-based access tokens.
 */
public final class EndpointDown {

    private final Settings settings;
    private final LongSupplier ticker;

    /**
     * @param settings how long and how much
     * @param ticker nanoseconds
     */
    public EndpointDown(Settings settings, LongSupplier ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * How long and how much.
     *
     * @param perSecond exchanges per second on each side
     * @param tokenLife how long an access token lives
     * @param warmUp how long the JVM is warmed up before
     * @param before how old the token of {@code salesforce-cc} is at least when the endpoint goes down
     * @param down how long it stays down after the first renewal that fails
     * @param after for how many seconds' exchanges the load runs after the first renewal that succeeds
     * @param outage how it is down
     */
    public record Settings(
            int perSecond,
            Duration tokenLife,
            Duration warmUp,
            Duration before,
            Duration down,
            Duration after,
            Outage outage) {

        /** @return down in the middle of a life of three minutes; the load goes on beyond its end */
        public static Settings longForm() {
            return new Settings(
                    200,
                    Duration.ofMinutes(3),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(80),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(70),
                    Outage.ANSWERS_503);
        }

        /** @return down up to the middle of a life of 24 seconds */
        public static Settings shortForm() {
            return new Settings(
                    50,
                    Duration.ofSeconds(24),
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    Outage.ANSWERS_503);
        }
    }

    /**
     * What happened on one side.
     *
     * @param name the scheme
     * @param exchanges how many were sent
     * @param failed how many of them failed
     * @param answers401 how many requests the org answered with 401
     * @param postsWhileDown POSTs to the token endpoint while it was down
     * @param postsAfter POSTs to the token endpoint afterwards
     * @param latency the latencies of all exchanges
     */
    public record Outcome(
            String name,
            long exchanges,
            long failed,
            long answers401,
            long postsWhileDown,
            long postsAfter,
            Latency latency) {}

    /**
     * @return what happened, {@code salesforce-cc} first
     * @throws Exception if a side does not start
     */
    public List<Outcome> run() throws Exception {
        WarmUp.run(settings.warmUp(), settings.perSecond(), ticker);
        try (Contender upstream = Contender.salesforce(org());
                Contender ours = Contender.salesforceCc(org())) {
            OpenLoad oursLoad = new OpenLoad(ours, settings.perSecond(), ticker);
            OpenLoad upstreamLoad = new OpenLoad(upstream, settings.perSecond(), ticker);
            TokenRequestCounter oursPosts = new TokenRequestCounter(ours.org());
            TokenRequestCounter upstreamPosts = new TokenRequestCounter(upstream.org());
            try (oursLoad;
                    upstreamLoad) {
                // the life of the token counts, however long the sides took to start
                Duration age = ours.tokenAge();
                Pause.of(settings.before().minus(age));
                oursPosts.begin(settings.outage());
                upstreamPosts.begin(settings.outage());
                oursPosts.awaitOneWhileDown(settings.tokenLife());
                Pause.of(settings.down());
                oursPosts.end();
                upstreamPosts.end();
                oursPosts.awaitOneAfter(settings.tokenLife());
                oursLoad.await(settings.perSecond() * (int) settings.after().toSeconds());
            }
            return List.of(outcome(ours, oursLoad, oursPosts), outcome(upstream, upstreamLoad, upstreamPosts));
        }
    }

    private SalesforceSimulator org() {
        SalesforceSimulator org = Contender.newOrg();
        org.app().setJwtLifetime(settings.tokenLife());
        return org;
    }

    private static Outcome outcome(Contender side, OpenLoad load, TokenRequestCounter posts) {
        List<Sample> samples = load.samples();
        return new Outcome(
                side.name(),
                samples.size(),
                samples.stream().filter(Sample::isFailed).count(),
                side.answers401(),
                posts.whileDown(),
                posts.after(),
                Latency.of(samples));
    }
}
