package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.camelforce.salesforcecc.simulator.fault.Fault;

/** Carries a fault of the HTTP layer from the message that it concerns to the servlet that writes the answer. */
final class InjectedAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    InjectedAnswer(Fault fault) {
        super("injected", null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
