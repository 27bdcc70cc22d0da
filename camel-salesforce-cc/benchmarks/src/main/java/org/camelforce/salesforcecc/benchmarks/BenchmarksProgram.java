package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.LongSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Runs scenarios and prints what happened. Exit codes: 0 if what can be counted is as it should be, 1 if not or if a
 * scenario cannot be run, 2 if an argument is not valid. Times are printed and decide nothing.
 */
@Command(
        name = "benchmarks",
        description = "Runs salesforce-cc and salesforce side by side, each against an org of its own.",
        mixinStandardHelpOptions = true)
public final class BenchmarksProgram {

    private BenchmarksProgram() {}

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        System.exit(commandLine(System::nanoTime).execute(args));
    }

    static CommandLine commandLine(LongSupplier ticker) {
        List<ScenarioCommand> scenarios = List.of(
                new SteadyLoadCommand(ticker),
                new RotationDrillCommand(ticker),
                new EndpointDownCommand(ticker),
                new TokenLostCommand(ticker));
        CommandLine commandLine = new CommandLine(new BenchmarksProgram());
        scenarios.forEach(commandLine::addSubcommand);
        return commandLine.addSubcommand(new AllCommand(ticker)).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Command(name = "all", description = "All scenarios.", mixinStandardHelpOptions = true)
    private static final class AllCommand extends ScenarioCommand {

        private final List<ScenarioCommand> scenarios;

        AllCommand(LongSupplier ticker) {
            super(ticker);
            this.scenarios = List.of(
                    new SteadyLoadCommand(ticker),
                    new RotationDrillCommand(ticker),
                    new EndpointDownCommand(ticker),
                    new TokenLostCommand(ticker));
        }

        @Override
        boolean run(boolean shortForm, LongSupplier ticker, PrintWriter out) throws Exception {
            boolean good = true;
            for (ScenarioCommand scenario : scenarios) {
                good &= scenario.run(shortForm, ticker, out);
                out.println();
                out.flush();
            }
            return good;
        }
    }
}
