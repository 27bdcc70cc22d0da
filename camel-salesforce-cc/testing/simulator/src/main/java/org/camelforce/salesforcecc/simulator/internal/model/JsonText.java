package org.camelforce.salesforcecc.simulator.internal.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** JSON that cannot be read. */
public final class JsonText {

    private JsonText() {}

    /**
     * @param failure what the parser says
     * @return what is wrong, without the names of the parser's classes
     */
    public static String problem(JsonProcessingException failure) {
        return failure instanceof StreamConstraintsException
                ? "The JSON has too many values or levels, or a number, a name or a text that is too long"
                : failure.getOriginalMessage().replaceAll("\\[Source: [^;\\]]*; ", "[");
    }
}
