package org.camelforce.salesforcecc.reliability;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.hunt.Trouble;
import picocli.CommandLine.Option;

/** Options that every scenario takes, whether it has a use for them or not. */
final class SharedOptions {

    private static final String RANDOM = "random";
    private static final String ALL = "ALL";

    @Option(names = "--minutes", defaultValue = "5", description = "How long things go wrong (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--seed", defaultValue = RANDOM, description = "What is drawn from it (${DEFAULT-VALUE}).")
    private String seed = RANDOM;

    @Option(
            names = "--upstream",
            arity = "1",
            defaultValue = "true",
            description = "Whether upstream's consumers run as well (${DEFAULT-VALUE}).")
    private boolean upstream;

    @Option(
            names = "--protocols",
            split = ",",
            defaultValue = "COMETD,PUBSUB,MANAGED",
            description = "Which protocols (${DEFAULT-VALUE}).")
    private List<Protocol> protocols = List.of();

    @Option(
            names = "--routes",
            split = ",",
            defaultValue = "PLAIN,PARALLEL",
            description = "Routes that work on one event after the other, or on several (${DEFAULT-VALUE}).")
    private List<RouteKind> routes = List.of();

    @Option(names = "--seconds", defaultValue = "300", description = "How long routes fail (${DEFAULT-VALUE}).")
    private long seconds;

    @Option(
            names = "--subscriptions",
            split = ",",
            defaultValue = "3,50,300",
            description = "How many subscriptions; one outage each (${DEFAULT-VALUE}).")
    private List<Integer> subscriptions = List.of();

    @Option(
            names = "--rounds",
            defaultValue = "0",
            description = "How many rounds of the hunt, instead of minutes; 0 for minutes.")
    private int rounds;

    @Option(
            names = "--troubles",
            split = ",",
            defaultValue = ALL,
            description = "What goes wrong in the hunt (${DEFAULT-VALUE}).")
    private List<String> troubles = List.of();

    /** How a route works. */
    enum RouteKind {
        PLAIN,
        PARALLEL
    }

    List<Protocol> protocols() {
        return protocols;
    }

    List<RouteKind> routes() {
        return routes;
    }

    Duration length() {
        return Duration.ofMillis(Math.round(minutes * Duration.ofMinutes(1).toMillis()));
    }

    long seed(InstantSource clock) {
        return seed.equals(RANDOM) ? clock.millis() : Long.parseLong(seed);
    }

    Duration outage() {
        return Duration.ofSeconds(seconds);
    }

    List<Integer> subscriptions() {
        return subscriptions;
    }

    int rounds() {
        return rounds;
    }

    List<Trouble> troubles() {
        return troubles.contains(ALL)
                ? List.of(Trouble.values())
                : troubles.stream().map(Trouble::valueOf).toList();
    }

    boolean upstream() {
        return upstream;
    }
}
