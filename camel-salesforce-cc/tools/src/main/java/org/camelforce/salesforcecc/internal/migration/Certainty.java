package org.camelforce.salesforcecc.internal.migration;

/** How sure a scan is of a finding. */
public enum Certainty {
    /** The line to write instead is known; it can be written by the program. */
    CERTAIN,
    /** Something in the line belongs to the old login; what to write instead is for a person to decide. */
    LOOK
}
