package org.camelforce.salesforcecc.doctor;

import java.util.Locale;

/** How a check ended. */
public enum CheckStatus {
    /** All is well. */
    PASSED,
    /** Usable, but something is worth a look; also where something could not be found out. */
    WARNING,
    /** Not usable before something is changed. */
    FAILED,
    /** Not examined, because another check did not pass, or because it was left out. */
    SKIPPED;

    /** @return the name as reports show it, in lower case */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
