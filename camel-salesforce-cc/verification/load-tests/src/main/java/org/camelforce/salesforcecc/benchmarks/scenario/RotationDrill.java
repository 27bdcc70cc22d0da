package org.camelforce.salesforcecc.benchmarks.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.benchmarks.credentials.CredentialsStorage;
import org.camelforce.salesforcecc.benchmarks.credentials.StorageKind;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.camelforce.salesforcecc.benchmarks.side.Contender;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.CredentialRotation.StagedCredentials;

/**
 * The rotation of an app's key and secret under load. The operator stages a new pair at Salesforce, adds it as the next
 * one where the component finds its credentials, applies it at Salesforce, which ends all sessions, and removes the
 * former pair when the component has logged in. Upstream's component has no next pair: there, only Salesforce's part
 * takes place.
 */
public final class RotationDrill {

    private static final Duration LOGIN = Duration.ofSeconds(20);

    private final Settings settings;
    private final LongSupplier ticker;

    /**
     * @param settings how much
     * @param ticker nanoseconds
     */
    public RotationDrill(Settings settings, LongSupplier ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * How much.
     *
     * @param perSecond exchanges per second
     * @param exchanges how many exchanges there are before the rotation, after it, and after the former pair is gone
     */
    public record Settings(int perSecond, int exchanges) {

        /** @return two seconds each */
        public static Settings longForm() {
            return new Settings(200, 400);
        }

        /** @return an eighth of a second each */
        public static Settings shortForm() {
            return new Settings(200, 25);
        }
    }

    /**
     * What happened.
     *
     * @param name the scheme
     * @param behavior what the token endpoint did
     * @param keeping where the credentials were
     * @param operation what the operator did there
     * @param exchanges how many were sent
     * @param failed how many of them failed
     * @param answers401 how many requests the org answered with 401
     * @param tokenPosts POSTs to the token endpoint from the rotation on
     */
    public record Outcome(
            String name,
            ServerBehavior behavior,
            String keeping,
            String operation,
            long exchanges,
            long failed,
            long answers401,
            long tokenPosts) {}

    /**
     * Drills {@code salesforce-cc}.
     *
     * @param behavior what the token endpoint does
     * @param kind where the credentials are
     * @return what happened
     * @throws Exception if the component does not start
     */
    public Outcome run(ServerBehavior behavior, StorageKind kind) throws Exception {
        SalesforceSimulator org = Contender.newOrg();
        try (CredentialsStorage keeping = kind.create()) {
            keeping.keep(List.of(org.app().consumer()));
            try (Contender side = Contender.salesforceCc(org, keeping::configure)) {
                return drill(side, behavior, keeping.name(), keeping.operation(), new WithKeeping(org, keeping));
            }
        }
    }

    /**
     * Drills {@code salesforce}, whose secret changes with a restart only.
     *
     * @param behavior what the token endpoint does
     * @return what happened
     * @throws Exception if the component does not start
     */
    public Outcome runUpstream(ServerBehavior behavior) throws Exception {
        try (Contender side = Contender.salesforce(Contender.newOrg())) {
            return drill(side, behavior, "options", "can do nothing but restart", new Idle());
        }
    }

    private Outcome drill(Contender side, ServerBehavior behavior, String keeping, String operation, Operator operator)
            throws IOException {
        SalesforceSimulator org = side.org();
        org.app().rotation().setBehavior(behavior.behavior());
        long before = org.tokenRequests();
        OpenLoad load = new OpenLoad(side, settings.perSecond(), ticker);
        try (load) {
            load.await(settings.exchanges());
            StagedCredentials next = org.app().rotation().stage("");
            ConsumerDetails former = org.app().consumer();
            operator.announce(former, next.consumer());
            org.app().rotation().rotate(next.id());
            load.await(settings.exchanges());
            operator.conclude(next.consumer());
            load.await(settings.exchanges());
        }
        List<Sample> samples = load.samples();
        return new Outcome(
                side.name(),
                behavior,
                keeping,
                operation,
                samples.size(),
                samples.stream().filter(Sample::isFailed).count(),
                side.answers401(),
                org.tokenRequests() - before);
    }

    private interface Operator {

        void announce(ConsumerDetails former, ConsumerDetails next) throws IOException;

        void conclude(ConsumerDetails current) throws IOException;
    }

    private record WithKeeping(SalesforceSimulator org, CredentialsStorage keeping) implements Operator {

        @Override
        public void announce(ConsumerDetails former, ConsumerDetails next) throws IOException {
            keeping.keep(List.of(former, next));
        }

        @Override
        public void conclude(ConsumerDetails current) throws IOException {
            Awaitility.await().atMost(LOGIN).until(() -> !org.sessions().live().isEmpty());
            keeping.keep(List.of(current));
        }
    }

    private record Idle() implements Operator {

        @Override
        public void announce(ConsumerDetails former, ConsumerDetails next) {}

        @Override
        public void conclude(ConsumerDetails current) {}
    }
}
