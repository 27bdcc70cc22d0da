package org.camelforce.salesforcecc.reliability.hunt;

import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of a round.
 *
 * @param index its number
 * @param protocol how its events come
 * @param durable whether its position is kept in the store
 * @param breaks whether an event whose route fails comes again
 * @param workers the user's pool that runs its route; null for the component's own
 * @param inFlight the maximum number of events in flight in the route; 0 for the default
 * @param poison whether its events become an object of a class whose initializer fails
 */
record Spec(
        int index,
        Protocol protocol,
        boolean durable,
        boolean breaks,
        FickleWorkers.@Nullable Mode workers,
        int inFlight,
        boolean poison) {

    private static final FickleWorkers.Mode[] USUAL = {
        FickleWorkers.Mode.BOUNDED, FickleWorkers.Mode.BOUNDED, FickleWorkers.Mode.CALLER_RUNS, FickleWorkers.Mode.SLOW
    };
    private static final int[] IN_FLIGHT = {0, 0, 1, 5, 50};
    private static final int POISON_ONE_IN = 6;

    static Spec drawn(int index, Protocol protocol, RandomGenerator random) {
        boolean durable = protocol != Protocol.MANAGED && random.nextInt(4) > 0;
        boolean own = random.nextBoolean();
        FickleWorkers.Mode usual = USUAL[random.nextInt(USUAL.length)];
        int inFlight = IN_FLIGHT[random.nextInt(IN_FLIGHT.length)];
        boolean breaks = random.nextInt(3) > 0;
        boolean poison = protocol == Protocol.PUBSUB && random.nextInt(POISON_ONE_IN) == 0;
        return new Spec(index, protocol, durable, breaks && !poison, own ? null : usual, inFlight, poison);
    }

    String event() {
        return "Hunt" + index + "__e";
    }

    String channel() {
        return "/event/" + event();
    }

    String name() {
        return "hunt-" + index;
    }

    /** The pool that it has of its own in the registry. */
    String pool() {
        return "workers-" + index;
    }

    String handler() {
        return "handler-" + index;
    }

    @Override
    public String toString() {
        return protocol
                + (durable ? " durable" : "")
                + (breaks ? " breaks" : "")
                + (workers == null ? "" : " " + workers)
                + (inFlight == 0 ? "" : " " + inFlight + " in flight")
                + (poison ? " poison" : "");
    }
}
