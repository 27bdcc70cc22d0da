package org.camelforce.salesforcecc.internal.subscription.stream;

import java.time.Duration;
import org.camelforce.salesforcecc.subscription.StartingPoint;

/** Where the events of one channel come from: one of these per subscription. Called by one thread at a time. */
public interface EventSource {

    /**
     * @return how long a healthy stream with events requested can be silent: the protocol's own rhythm of keep-alives
     *     plus a margin of 30 seconds. It may be another one once the server has told its rhythm.
     */
    Duration longestSilence();

    /**
     * Does what the org needs before the first stream, for example creates the PushTopic. Called when there is a token,
     * on a thread that may block; called again if it fails.
     *
     * @throws Exception if that fails
     */
    default void prepare() throws Exception {}

    /**
     * Opens a stream. Never blocks and never throws: what goes wrong is reported as the stream's end. Nothing is sent
     * before the first {@link EventStream#request}.
     *
     * @param from where to start
     * @param listener is told of everything, in order, one call at a time, on any thread, and possibly before this
     *     method has returned
     * @return the stream
     */
    EventStream open(StartingPoint from, StreamListener listener);
}
