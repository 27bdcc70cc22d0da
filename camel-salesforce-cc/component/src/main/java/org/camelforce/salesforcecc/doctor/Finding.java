package org.camelforce.salesforcecc.doctor;

import org.camelforce.salesforcecc.auth.LoginRejectedException;
import org.jspecify.annotations.Nullable;

/** How one check ended, before anything secret is taken out. */
record Finding(CheckStatus status, String seen, @Nullable String remedy, @Nullable CheckName dependsOn) {

    static Finding passed(String seen) {
        return new Finding(CheckStatus.PASSED, seen, null, null);
    }

    static Finding warning(String seen, String remedy) {
        return new Finding(CheckStatus.WARNING, seen, remedy, null);
    }

    static Finding failed(String seen, String remedy) {
        return new Finding(CheckStatus.FAILED, seen, remedy, null);
    }

    static Finding refused(LoginRejectedException refusal) {
        return failed(refusal.refusal(), refusal.reason().remedy());
    }

    static Finding leftOut() {
        return new Finding(CheckStatus.SKIPPED, "left out as asked for", null, null);
    }

    static Finding skipped(CheckName dependsOn) {
        return new Finding(CheckStatus.SKIPPED, "depends on: " + dependsOn.title(), null, dependsOn);
    }
}
