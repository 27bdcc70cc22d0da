package org.camelforce.salesforcecc.reliability.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;

/** Lets things go wrong. For one thread. */
final class Troublemaker {

    private static final Fault UNAVAILABLE =
            new Fault.Answer(503, "text/html", "<html><body>Service Unavailable</body></html>");
    private static final Path FULL = Path.of("/dev/full");
    private static final int MAX_RESTARTS = 8;
    private static final int REQUESTS = 200;
    private static final Duration REQUEST = Duration.ofSeconds(3);
    private static final long LOGIN_SECONDS = 5;
    private static final long STOPPED_MILLIS = 1_500;
    private static final long SESSION_MILLIS = 700;

    private final World world;
    private final RandomGenerator random;
    private final FindingLog findings;
    private final List<Future<?>> operations = new ArrayList<>();
    private final Semaphore never = new Semaphore(0);
    private volatile boolean healed;

    Troublemaker(World world, RandomGenerator random, FindingLog findings) {
        this.world = world;
        this.random = random;
        this.findings = findings;
    }

    void begin() {
        world.plan().troubles().forEach(this::begin);
    }

    /** Operations that are under way when everything is healed. */
    List<Future<?>> operations() {
        return operations;
    }

    void heal() {
        healed = true;
        world.heal();
        if (world.plan().troubles().contains(Trouble.DISK_FULL_AT_START)) {
            locks().forEach(Troublemaker::delete);
        }
    }

    private void begin(Trouble trouble) {
        Chaos chaos = world.chaos();
        Faults faults = simulator().faults();
        switch (trouble) {
            case ROUTES_FAIL -> world.routes().forEach(HuntedRoute::fail);
            case ROUTES_THROW -> chaos.let(Chaos.Point.ROUTE, Chaos.drawUnchecked(random));
            case ROUTES_HANG -> chaos.let(Chaos.Point.ROUTE, Chaos.Misdeed.HANG);
            case EXCEPTION_HANDLERS_THROW -> {
                chaos.let(Chaos.Point.EXCEPTION_HANDLER, Chaos.drawUnchecked(random));
                world.routes().forEach(HuntedRoute::fail);
            }
            case WORKERS_REJECT -> world.workers().forEach(pool -> pool.behave(FickleWorkers.Mode.REJECTING));
            case WORKERS_DISCARD -> world.workers().forEach(pool -> pool.behave(FickleWorkers.Mode.DISCARDING));
            case WORKERS_CALL_BACK -> {
                FickleWorkers.Mode mode =
                        random.nextBoolean() ? FickleWorkers.Mode.CALLER_RUNS : FickleWorkers.Mode.DIRECT;
                world.workers().forEach(pool -> pool.behave(mode));
                world.routes().forEach(HuntedRoute::slowDown);
            }
            case WORKERS_SLOW -> world.workers().forEach(pool -> pool.behave(FickleWorkers.Mode.SLOW));
            case STORE_FULL -> chaos.let(Chaos.Point.STORE_WRITE, Chaos.Misdeed.IO_EXCEPTION);
            case STORE_THROWS -> chaos.let(Chaos.Point.STORE_WRITE, Chaos.drawUnchecked(random));
            case STORE_HANGS -> chaos.let(Chaos.Point.STORE_WRITE, Chaos.Misdeed.HANG);
            case STORE_CLOSES_BADLY -> {
                chaos.let(Chaos.Point.STORE_CLOSE, Chaos.drawUnchecked(random));
                restartRoutes();
            }
            case STORE_AWAY_AT_START -> {
                chaos.let(
                        Chaos.Point.STORE_CLAIM,
                        random.nextBoolean() ? Chaos.Misdeed.IO_EXCEPTION : Chaos.drawUnchecked(random));
                restartRoutes();
            }
            case DISK_FULL_AT_START -> restartRoutesOnFullDisk();
            case LOGIN_THROWS -> {
                chaos.let(Chaos.Point.CREDENTIALS, Chaos.drawUnchecked(random));
                chaos.let(Chaos.Point.STRATEGY, Chaos.drawUnchecked(random));
                endSessions();
            }
            case LOGIN_HANGS -> {
                chaos.let(Chaos.Point.CREDENTIALS, Chaos.Misdeed.HANG);
                chaos.let(Chaos.Point.STRATEGY, Chaos.Misdeed.HANG);
                endSessions();
            }
            case VERSION_THROWS -> {
                chaos.let(Chaos.Point.CREDENTIALS_VERSION, Chaos.drawUnchecked(random));
                faults.keep(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage());
                endSessions();
            }
            case LISTENERS_THROW -> {
                chaos.let(Chaos.Point.TOKEN_EVENT_LISTENER, Chaos.drawUnchecked(random));
                chaos.let(Chaos.Point.SUBSCRIPTION_LISTENER, Chaos.drawUnchecked(random));
                endSessions();
            }
            case TOKEN_ENDPOINT_DOWN -> {
                faults.keep(FaultPoint.TOKEN_REQUEST, Fault.Answer.maintenancePage());
                endSessions();
            }
            case SESSIONS_END ->
                operate(() -> {
                    while (!healed) {
                        endSessions();
                        pause(SESSION_MILLIS);
                    }
                });
            case STREAMS_FLAP -> {
                faults.keep(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream());
                faults.keep(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient());
            }
            case STREAMS_UNAVAILABLE -> {
                faults.keep(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.serviceUnavailable());
                faults.keep(FaultPoint.COMETD_HANDSHAKE, UNAVAILABLE);
                faults.keep(FaultPoint.COMETD_CONNECT, UNAVAILABLE);
                endSessions();
            }
            case CONNECTIONS_DROP -> {
                faults.inject(FaultPoint.COMETD_CONNECT, new Fault.DropConnection(), 1 + random.nextInt(5));
                faults.inject(FaultPoint.COMETD_SUBSCRIBE, new Fault.DropConnection(), 1 + random.nextInt(3));
                faults.inject(FaultPoint.PUBSUB_REQUEST, Fault.GrpcError.internal(), 1 + random.nextInt(3));
                faults.inject(FaultPoint.TOKEN_REQUEST, new Fault.DropConnection(), 1 + random.nextInt(3));
                endSessions();
            }
            case CLOCK_JUMPS -> world.org().time().jump(Duration.ofMinutes(random.nextInt(60)));
            case POSITION_LOST -> {
                world.chaos().let(Chaos.Point.GAP_POLICY, Chaos.drawUnchecked(random));
                faults.inject(FaultPoint.COMETD_SUBSCRIBE, Fault.MetaError.replayIdInvalid(), 1);
                faults.inject(FaultPoint.PUBSUB_SUBSCRIBE, Fault.GrpcError.corruptedReplayId(), 1);
                endSessions();
                faults.inject(FaultPoint.COMETD_CONNECT, new Fault.UnknownClient(), 1);
                faults.inject(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream(), 1);
            }
            case ROUTES_RESTART -> restartRoutes();
            case ROUTES_SUSPENDED -> suspendRoutes();
            case COMPONENT_RESTARTS -> restartComponent();
            case REQUESTS_SLOW -> slowRequests();
        }
    }

    private void restartRoutes() {
        for (Spec spec : some()) {
            operate(() -> {
                world.stopped(spec, true);
                try {
                    world.context().getRouteController().stopRoute(spec.name());
                    pause(STOPPED_MILLIS);
                    world.context().getRouteController().startRoute(spec.name());
                } finally {
                    world.stopped(spec, false);
                }
            });
        }
    }

    private void suspendRoutes() {
        for (Spec spec : some()) {
            operate(() -> {
                world.stopped(spec, true);
                try {
                    world.context().getRouteController().suspendRoute(spec.name());
                    pause(STOPPED_MILLIS);
                    world.context().getRouteController().resumeRoute(spec.name());
                } finally {
                    world.stopped(spec, false);
                }
            });
        }
    }

    private void restartRoutesOnFullDisk() {
        if (world.plan().store() != RoundPlan.StoreKind.FILE || !Files.exists(FULL)) {
            return;
        }
        for (Spec spec : some()) {
            if (spec.durable()) {
                operate(() -> {
                    world.stopped(spec, true);
                    try {
                        world.context().getRouteController().stopRoute(spec.name());
                        fill(spec);
                        world.context().getRouteController().startRoute(spec.name());
                    } finally {
                        world.stopped(spec, false);
                    }
                });
            }
        }
    }

    /** The disk has no room for the owner's name, unless it has been healed meanwhile. */
    private void fill(Spec spec) throws IOException {
        for (Path lock : locks().filter(file -> file.getFileName().toString().startsWith(spec.name() + "."))
                .toList()) {
            if (!healed) {
                Files.delete(lock);
                Files.createSymbolicLink(lock, FULL);
            }
            if (healed) {
                delete(lock);
            }
        }
    }

    private Stream<Path> locks() {
        try (Stream<Path> files = Files.list(world.positions())) {
            return files.filter(file -> file.getFileName().toString().endsWith(".lock")).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static void delete(Path file) {
        try {
            if (Files.isSymbolicLink(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restartComponent() {
        operate(() -> {
            world.plan().specs().forEach(spec -> world.stopped(spec, true));
            try {
                world.component().stop();
                pause(STOPPED_MILLIS);
                world.component().start();
                world.listen();
            } finally {
                world.plan().specs().forEach(spec -> world.stopped(spec, false));
            }
        });
    }

    private void slowRequests() {
        simulator().faults().inject(FaultPoint.REST_RESPONSE, new Fault.Delay(REQUEST), REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            world.query();
        }
        operate(() -> {
            pause(STOPPED_MILLIS);
            if (!world.component().isStarted()) {
                return;
            }
            try {
                world.component().login().renewNow().get(LOGIN_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (world.plan().troubles().size() == 1) {
                    findings.add(
                            Finding.Kind.SLOW_LOGIN,
                            "renewNow takes longer than " + LOGIN_SECONDS + " s while " + REQUESTS + " requests of "
                                    + REQUEST.toSeconds() + " s each are under way");
                }
            } catch (ExecutionException e) {
                // another trouble is in the way
            }
        });
    }

    private List<Spec> some() {
        List<Spec> specs = world.plan().specs();
        List<Spec> chosen = new ArrayList<>();
        for (Spec spec : specs) {
            if (chosen.size() < MAX_RESTARTS && random.nextInt(4) > 0) {
                chosen.add(spec);
            }
        }
        return chosen.isEmpty() ? specs.subList(0, 1) : chosen;
    }

    private void endSessions() {
        simulator().sessions().endAll();
        // CometD clients and streams notice with their next request
        if (world.plan().specs().stream().anyMatch(spec -> spec.protocol() != Protocol.COMETD)) {
            simulator().faults().inject(FaultPoint.PUBSUB_DELIVERY, new Fault.CompleteStream(), 1);
        }
    }

    private SalesforceSimulator simulator() {
        return world.org().simulator();
    }

    /** Runs on a thread of its own; what it throws is what an operator would see. */
    private void operate(Operation operation) {
        synchronized (operations) {
            operations.add(world.threads().submit(() -> {
                operation.run();
                return null;
            }));
        }
    }

    private void pause(long millis) throws InterruptedException {
        never.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    private interface Operation {

        void run() throws Exception;
    }
}
