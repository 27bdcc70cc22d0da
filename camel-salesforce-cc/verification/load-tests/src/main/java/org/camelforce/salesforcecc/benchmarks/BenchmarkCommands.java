package org.camelforce.salesforcecc.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.camelforce.salesforcecc.benchmarks.requests.InstancesCommand;
import org.camelforce.salesforcecc.benchmarks.requests.RequestsCommand;
import org.camelforce.salesforcecc.benchmarks.requests.SlowOrgCommand;
import picocli.CommandLine.Command;

/**
 * Scenarios in which salesforce-cc and salesforce do the same, each against an org of its own. Times are printed and
 * decide nothing.
 */
public final class BenchmarkCommands {

    private BenchmarkCommands() {}

    /**
     * Makes the subcommands of a program.
     *
     * @param ticker nanoseconds
     * @return one command for each scenario, one that runs them all, and one that compares versions
     */
    public static List<Object> all(LongSupplier ticker) {
        List<Object> commands = new ArrayList<>(scenarios(ticker));
        commands.add(new SideBySideCommand(ticker));
        commands.add(new TokenPathCommand(ticker));
        commands.add(new RequestsCommand());
        commands.add(new InstancesCommand());
        commands.add(new SlowOrgCommand());
        return commands;
    }

    private static List<ScenarioCommand> scenarios(LongSupplier ticker) {
        return List.of(
                new SteadyLoadCommand(ticker),
                new RotationDrillCommand(ticker),
                new EndpointDownCommand(ticker),
                new TokenLostCommand(ticker));
    }

    @Command(
            name = "side-by-side",
            description = "All scenarios that compare salesforce-cc with salesforce, one after the other.",
            mixinStandardHelpOptions = true)
    private static final class SideBySideCommand extends ScenarioCommand {

        private final List<ScenarioCommand> scenarios;

        SideBySideCommand(LongSupplier ticker) {
            super(ticker);
            this.scenarios = scenarios(ticker);
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
