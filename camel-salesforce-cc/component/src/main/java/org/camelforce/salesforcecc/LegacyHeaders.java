package org.camelforce.salesforcecc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, at start, what option {@code legacyHeaders} opens. */
final class LegacyHeaders {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyHeaders.class);

    private LegacyHeaders() {}

    static void warnIfOn(SalesforceCcOptions component) {
        if (component.isLegacyHeaders()) {
            LOG.warn(
                    "Option legacyHeaders is on: message headers such as sObjectId, sObjectQuery and rawPath choose what"
                            + " routes read, change and delete, and consumers let them in from outside (CVE-2026-49099). Set"
                            + " headers by their names with CamelSalesforce, then turn the option off.");
        }
    }
}
