package org.camelforce.salesforcecc.cli;

/** Exit codes; those up to {@link #MAX_FINDINGS} count what was found. */
final class ExitCode {

    static final int MAX_FINDINGS = 125;
    static final int INVALID_ARGUMENT = 126;
    static final int FAILURE = 127;

    private ExitCode() {}

    static int of(int findings) {
        return Math.min(findings, MAX_FINDINGS);
    }
}
