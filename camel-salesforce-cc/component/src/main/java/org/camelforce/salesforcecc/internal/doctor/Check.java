package org.camelforce.salesforcecc.internal.doctor;

import java.util.Set;
import org.camelforce.salesforcecc.doctor.CheckName;

/** One thing to examine. Checks are made one after the other, in the order of {@link CheckName}. */
interface Check {

    /** @return which one it is */
    CheckName name();

    /**
     * @param examination what is known so far
     * @return the checks that must have passed before this one can be made
     */
    Set<CheckName> needs(DiagnosisContext examination);

    /**
     * @param examination what is known so far, and where to put what is found for later checks
     * @return what was found
     * @throws InterruptedException if the thread is interrupted while it waits for an answer
     */
    Diagnosis examine(DiagnosisContext examination) throws InterruptedException;
}
