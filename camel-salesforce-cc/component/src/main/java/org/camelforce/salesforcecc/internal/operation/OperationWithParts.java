package org.camelforce.salesforcecc.internal.operation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An operation whose request has parts that can fail although the answer is one of success. */
public interface OperationWithParts extends Operation {

    /**
     * @param result what {@link #result} returned
     * @param settings of the endpoint
     * @return the parts that failed
     * @throws IOException if the result cannot be read
     */
    FailedParts failedParts(@Nullable Object result, OperationSettings settings) throws IOException;
}
