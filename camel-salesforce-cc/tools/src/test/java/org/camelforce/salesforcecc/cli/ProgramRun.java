package org.camelforce.salesforcecc.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** One run of the program in this process. */
final class ProgramRun {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    ProgramRun(Map<String, String> environment, String... args) {
        this(environment, question -> null, args);
    }

    ProgramRun(Map<String, String> environment, SecretPrompt prompt, String... args) {
        exitCode = SalesforceCcProgram.commandLine(environment, prompt)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    int exitCode() {
        return exitCode;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
