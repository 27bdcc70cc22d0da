package org.camelforce.salesforcecc.internal.doctor;

import org.camelforce.salesforcecc.auth.LoginDeniedException;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckStatus;
import org.jspecify.annotations.Nullable;

/** How one check ended, before anything secret is taken out. */
record Diagnosis(CheckStatus status, String seen, @Nullable String remedy, @Nullable CheckName dependsOn) {

    static Diagnosis passed(String seen) {
        return new Diagnosis(CheckStatus.PASSED, seen, null, null);
    }

    static Diagnosis warning(String seen, String remedy) {
        return new Diagnosis(CheckStatus.WARNING, seen, remedy, null);
    }

    static Diagnosis failed(String seen, String remedy) {
        return new Diagnosis(CheckStatus.FAILED, seen, remedy, null);
    }

    static Diagnosis denied(LoginDeniedException denial) {
        return failed(denial.denial(), denial.reason().remedy());
    }

    static Diagnosis leftOut() {
        return new Diagnosis(CheckStatus.SKIPPED, "left out as asked for", null, null);
    }

    static Diagnosis skipped(CheckName dependsOn) {
        return new Diagnosis(CheckStatus.SKIPPED, "depends on: " + dependsOn.title(), null, dependsOn);
    }
}
