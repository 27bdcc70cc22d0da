package org.camelforce.salesforcecc.internal.oauth;

/** The version of credentials whose source could not tell it. No two are equal, because nobody knows. */
public final class UnknownVersion {

    /** Creates one that is equal to itself only. */
    public UnknownVersion() {}

    @Override
    public String toString() {
        return "unknown";
    }
}
