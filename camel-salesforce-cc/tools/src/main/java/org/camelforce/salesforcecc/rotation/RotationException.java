package org.camelforce.salesforcecc.rotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rotation that did not come to its end. The message says what happened and what to do, and contains neither token
 * nor secret; {@link #steps} says how far it went.
 *
 * @serial exclude
 */
public final class RotationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final RotationFailure failure;
    private final transient List<RotationStep> steps;

    RotationException(RotationFailure failure, String what, @Nullable Throwable cause) {
        this(failure, what + ". " + failure.remedy(), cause, List.of());
    }

    private RotationException(
            RotationFailure failure, @Nullable String message, @Nullable Throwable cause, List<RotationStep> steps) {
        super(message, cause);
        this.failure = failure;
        this.steps = List.copyOf(steps);
    }

    RotationException after(List<RotationStep> done) {
        RotationException complete = new RotationException(failure, getMessage(), getCause(), done);
        complete.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            complete.addSuppressed(suppressed);
        }
        return complete;
    }

    /** @return why it stopped */
    public RotationFailure failure() {
        return failure;
    }

    /** @return the steps that were taken, in order, those that undid others included */
    public List<RotationStep> steps() {
        return steps;
    }
}
