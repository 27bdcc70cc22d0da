package org.camelforce.salesforcecc.simulator.internal.rest;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The versions of the API that an org serves.
 *
 * @param latest number of the latest version
 */
record ApiVersions(int latest) {

    boolean serves(ApiVersion version) {
        return version.number() >= RestConfig.OLDEST_VERSION && version.number() <= latest;
    }

    /** The versions, oldest first. */
    Stream<ApiVersion> all() {
        return IntStream.rangeClosed(RestConfig.OLDEST_VERSION, latest).mapToObj(ApiVersion::new);
    }
}
