package org.camelforce.salesforcecc.reliability.hunt;

/** A class of events whose initializer fails, as one does that misses a library. */
public final class PoisonPojo {

    /** Nothing uses it; its value is what fails. */
    static final Object NEVER = fail();

    /** Never succeeds. */
    public PoisonPojo() {}

    private static Object fail() {
        throw new IllegalStateException("a library is missing (injected)");
    }
}
