package org.camelforce.salesforcecc.examples.quickstart;

import java.io.PrintStream;
import org.apache.camel.component.salesforce.api.SalesforceException;

/** Prints what the quickstart does, a line each. */
final class Report {

    private final PrintStream out;

    /** @param out where to print */
    Report(PrintStream out) {
        this.out = out;
    }

    /**
     * @param what what was done, one word
     * @param details to what
     */
    void line(String what, String details) {
        out.printf("%-10s %s%n", what, details);
    }

    /** @param failure why the quickstart cannot go on; the cause that speaks of Salesforce is shown */
    void failure(Throwable failure) {
        String message = message(failure);
        line("FAILED", message);
        SetupHelp.forFailure(message).ifPresent(help -> line("", help));
    }

    private static String message(Throwable failure) {
        Throwable shown = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            shown = cause;
            if (cause instanceof SalesforceException) {
                break;
            }
        }
        return shown.getMessage() == null ? shown.toString() : shown.getMessage();
    }
}
