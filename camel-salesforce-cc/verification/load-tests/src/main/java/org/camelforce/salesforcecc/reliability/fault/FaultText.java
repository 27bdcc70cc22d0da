package org.camelforce.salesforcecc.reliability.fault;

import org.camelforce.salesforcecc.reliability.history.Effect;
import org.camelforce.salesforcecc.simulator.fault.Fault;

/** How faults are written to a history. */
public final class FaultText {

    private static final int UNAUTHENTICATED = 16;
    private static final int UNAUTHORIZED = 401;
    private static final String NAMED_UNAUTHORIZED = "401::";

    private FaultText() {}

    /**
     * @param fault a fault
     * @return its effect and its name, for an entry's detail
     */
    public static String text(Fault fault) {
        return effect(fault) + " " + name(fault);
    }

    private static Effect effect(Fault fault) {
        if (fault instanceof Fault.EndAllSessions) {
            return Effect.ENDS_SESSIONS;
        }
        if (fault instanceof Fault.RepeatBatch) {
            return Effect.REPEATS;
        }
        if (fault instanceof Fault.SchemaChange || fault instanceof Fault.Delay) {
            return Effect.HARMLESS;
        }
        return rejectsToken(fault) ? Effect.REJECTS_TOKEN : Effect.BREAKS;
    }

    private static boolean rejectsToken(Fault fault) {
        if (fault instanceof Fault.MetaError error) {
            String reason = error.failureReason().isEmpty() ? error.error() : error.failureReason();
            return reason.startsWith(NAMED_UNAUTHORIZED);
        }
        if (fault instanceof Fault.Answer answer) {
            return answer.status() == UNAUTHORIZED;
        }
        return fault instanceof Fault.GrpcError error && error.status() == UNAUTHENTICATED
                || fault instanceof Fault.ErrorInBatch cut && rejectsToken(cut.error());
    }

    private static String name(Fault fault) {
        String name = fault.getClass().getSimpleName();
        if (fault instanceof Fault.MetaError error) {
            return name + " " + error.error() + " / " + error.failureReason();
        }
        if (fault instanceof Fault.Answer answer) {
            return name + " " + answer.status();
        }
        if (fault instanceof Fault.GrpcError error) {
            return name + " " + error.status() + " " + error.errorCode();
        }
        if (fault instanceof Fault.ErrorInBatch cut) {
            return name + " after " + cut.events() + ": " + name(cut.error());
        }
        return name;
    }
}
