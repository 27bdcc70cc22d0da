package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.cometd.bayeux.server.ServerSession;

/** Who gets the events of a subscription, or not as a fault wants it. */
interface Recipient extends ServerSession {

    /** From now on no connect is answered, the held one neither. */
    void stall();

    /** The next answer with events does not arrive, and the events are not sent again. */
    void loseNextAnswer();
}
