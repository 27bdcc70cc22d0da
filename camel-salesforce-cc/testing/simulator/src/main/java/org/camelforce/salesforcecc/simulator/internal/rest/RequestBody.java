package org.camelforce.salesforcecc.simulator.internal.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request. */
interface RequestBody {

    /** The body as a JSON object; answered with {@code JSON_PARSER_ERROR} if it is none. */
    ObjectNode object();

    /** Whether there is none. */
    default boolean isEmpty() {
        return false;
    }

    /** The binary parts that came along. */
    default List<BinaryPart> binaries() {
        return List.of();
    }

    /**
     * A binary part that has been read to its end.
     *
     * @param field the blob field that it is meant for
     * @param length in bytes
     * @param sha256 in lower-case hexadecimal digits
     * @param content its bytes; null if it is too long to be kept
     */
    record BinaryPart(String field, long length, String sha256, byte @Nullable [] content) {}
}
