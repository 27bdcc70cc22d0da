package org.camelforce.salesforcecc.simulator.internal.bulk;

/** Says that a job or a batch fails as a whole. */
final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFailedException(String message) {
        super(message);
    }
}
