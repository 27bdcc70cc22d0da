package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;

/** What goes wrong when events are about to be delivered. */
final class DeliveryFaultInjector {

    private final Faults faults;
    private final Runnable endAllSessions;

    DeliveryFaultInjector(Faults faults, Runnable endAllSessions) {
        this.faults = faults;
        this.endAllSessions = endAllSessions;
    }

    /** @return how many times the recipient gets the batch */
    int inject(Recipient recipient) {
        Fault fault = faults.next(FaultPoint.COMETD_DELIVERY).orElse(null);
        if (fault instanceof Fault.StallStream) {
            recipient.stall();
        } else if (fault instanceof Fault.DropConnection) {
            recipient.loseNextAnswer();
        } else if (fault instanceof Fault.EndAllSessions) {
            endAllSessions.run();
        }
        return fault instanceof Fault.RepeatBatch ? 2 : 1;
    }
}
