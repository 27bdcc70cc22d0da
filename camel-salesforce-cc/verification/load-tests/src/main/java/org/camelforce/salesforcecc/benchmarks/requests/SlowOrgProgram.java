package org.camelforce.salesforcecc.benchmarks.requests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.SalesforceCcComponent;
import org.camelforce.salesforcecc.benchmarks.load.Callers;
import org.camelforce.salesforcecc.benchmarks.load.Latency;
import org.camelforce.salesforcecc.benchmarks.load.OpenLoad;
import org.camelforce.salesforcecc.benchmarks.load.Pause;
import org.camelforce.salesforcecc.benchmarks.load.Sample;
import org.camelforce.salesforcecc.benchmarks.load.Target;
import org.jspecify.annotations.Nullable;

/**
 * Instances of this component in one context, each with another org. Measures the queries of all orgs but one, in turns
 * without that one and while its queries take 30 seconds and its token endpoint does not answer.
 */
public final class SlowOrgProgram {

    /** What begins the figures of a phase without the slow org. */
    static final String ALONE = "alone";

    /** What begins the figures of a phase beside the slow org. */
    static final String BESIDE = "beside";

    /** How many connections Jetty's client has to an org. */
    private static final int CONNECTIONS = 64;

    /** As many wait for a connection. Others wait for a login. */
    private static final int CALLERS = 2 * CONNECTIONS;

    private static final int LOGINS = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final int port;
    private final Duration phase;
    private final int perSecond;
    private final HttpClient control = HttpClient.newHttpClient();
    private final List<Member> members = new ArrayList<>();

    private SlowOrgProgram(int port, Duration phase, int perSecond) {
        this.port = port;
        this.phase = phase;
        this.perSecond = perSecond;
    }

    /** How many requests have had to wait for an answer. */
    private record Waited(int queries, int logins) {}

    private record Member(SalesforceCcComponent component, Endpoint endpoint, AsyncProducer producer)
            implements Target {

        @Override
        public void send(Consumer<@Nullable Exception> whenDone) {
            Exchange exchange = endpoint.createExchange();
            producer.process(exchange, done -> whenDone.accept(exchange.getException()));
        }
    }

    /**
     * Runs the program.
     *
     * @param args the port of the orgs, the number of instances, that of rounds, the seconds of a phase, and how many
     *     queries a second the others send together
     * @throws Exception if an instance does not start
     */
    public static void main(String... args) throws Exception {
        CamelContext context = new DefaultCamelContext();
        SlowOrgProgram program = new SlowOrgProgram(
                Integer.parseInt(args[0]), Duration.ofSeconds(Long.parseLong(args[3])), Integer.parseInt(args[4]));
        try {
            context.start();
            program.start(context, Integer.parseInt(args[1]));
            program.measure(Integer.parseInt(args[2]));
        } finally {
            program.members.forEach(member -> ServiceHelper.stopService(member.producer()));
            context.stop();
        }
    }

    private void start(CamelContext context, int instances) throws Exception {
        for (int i = 0; i < instances; i++) {
            SalesforceCcComponent component = (SalesforceCcComponent) Instances.component(Side.SALESFORCE_CC, i, port);
            // a query of 30 seconds shall not end before
            component.setHttpClientIdleTimeout(SlowOrg.LONGEST.toMillis());
            // each phase ends with a login
            component.getTokenPolicy().setLoginBurst(LOGINS);
            component.getTokenPolicy().setLoginsPerHour(LOGINS);
            context.addComponent("org" + i, component);
            component.start();
            Endpoint endpoint = context.getEndpoint("org" + i + ":" + RequestCase.QUERY.endpoint());
            AsyncProducer producer = endpoint.createAsyncProducer();
            ServiceHelper.startService(producer);
            members.add(new Member(component, endpoint, producer));
        }
    }

    /** In turns; each phase comes first as often as the other. */
    private void measure(int rounds) throws Exception {
        alone();
        besideSlowOrg();
        for (int round = 0; round < rounds; round++) {
            if (round % 2 == 0) {
                print(ALONE, alone());
                print(BESIDE, besideSlowOrg());
            } else {
                print(BESIDE, besideSlowOrg());
                print(ALONE, alone());
            }
        }
    }

    private static void print(String phase, List<Sample> samples) {
        Latency latency = Latency.of(samples);
        System.out.printf(
                "%s%s %d %d %.3f %.3f %.3f%n",
                SideProgram.FIGURES,
                phase,
                latency.count(),
                samples.stream().filter(Sample::isFailed).count(),
                latency.median(),
                latency.p99(),
                latency.most());
    }

    private List<Sample> alone() throws InterruptedException {
        List<Member> others = members.subList(1, members.size());
        AtomicInteger next = new AtomicInteger();
        OpenLoad load = new OpenLoad(
                whenDone -> others.get(next.getAndIncrement() % others.size()).send(whenDone),
                perSecond,
                System::nanoTime);
        try (load) {
            Pause.of(phase);
        }
        return load.samples();
    }

    private List<Sample> besideSlowOrg() throws Exception {
        Member slow = members.get(0);
        Waited before = control(SlowOrg.SLOW_QUERIES);
        Callers querying = new Callers(slow, CALLERS, PAUSE, System::nanoTime);
        try (querying) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> control(SlowOrg.SLOW_QUERIES).queries() - before.queries() >= CONNECTIONS);
            control(SlowOrg.SILENT_LOGINS);
            slow.component().login().forget();
            Callers loggingIn = new Callers(slow, CALLERS, PAUSE, System::nanoTime);
            try (loggingIn) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> control(SlowOrg.SILENT_LOGINS).logins() > before.logins());
                List<Sample> samples = alone();
                control(SlowOrg.END);
                return samples;
            }
        }
    }

    private Waited control(String path) throws IOException, InterruptedException {
        // an address that is no org's
        URI uri = URI.create("http://localhost:" + port + path);
        String[] counts = control.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body()
                .split(" ");
        return new Waited(Integer.parseInt(counts[0]), Integer.parseInt(counts[1]));
    }
}
