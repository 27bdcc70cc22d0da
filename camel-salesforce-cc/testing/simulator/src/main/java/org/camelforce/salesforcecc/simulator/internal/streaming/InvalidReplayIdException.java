package org.camelforce.salesforcecc.simulator.internal.streaming;

/** A replay id that was never issued on the channel, or whose event is no longer retained. */
public final class InvalidReplayIdException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long replayId;

    /** @param replayId the id that is not valid */
    public InvalidReplayIdException(long replayId) {
        super("The replayId {" + replayId + "} you provided was invalid.  Please provide a valid ID, "
                + "-2 to replay all events, or -1 to replay only new events.");
        this.replayId = replayId;
    }

    /** @return the id that is not valid */
    public long replayId() {
        return replayId;
    }
}
