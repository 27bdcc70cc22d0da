package org.camelforce.salesforcecc.reliability.hunt;

/** Says of a subscription what there is to know. */
final class Describing {

    private Describing() {}

    static String of(World world, Spec spec) {
        return spec.name() + " (" + spec + "): " + world.accounts().get(spec.index()) + "; "
                + world.status(spec)
                        .map(status -> status.state() + ", received "
                                + status.traffic().received() + ", processed "
                                + status.traffic().processed() + ", in flight " + status.inFlight() + ", behind "
                                + status.commitLag() + ", reconnects " + status.reconnects() + ", problem "
                                + status.problem())
                        .orElse("not known to the component")
                + ", route " + world.context().getRouteController().getRouteStatus(spec.name());
    }
}
