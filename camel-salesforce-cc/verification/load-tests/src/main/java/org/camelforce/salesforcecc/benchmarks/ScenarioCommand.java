package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all subcommands have in common. Exit codes: 0 if what can be counted is as it should be, 1 if not. */
abstract class ScenarioCommand implements Callable<Integer> {

    private final LongSupplier ticker;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--short", description = "Run the short form, as the tests do.")
    private boolean shortForm;

    ScenarioCommand(LongSupplier ticker) {
        this.ticker = ticker;
    }

    @Override
    public final Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean good = run(shortForm, ticker, out);
        out.println(good ? "What was counted is as it should be." : "What was counted is NOT as it should be.");
        out.println();
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Returns whether what can be counted is as it should be. */
    abstract boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception;
}
