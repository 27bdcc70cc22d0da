package org.camelforce.salesforcecc.simulator.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs a simulator until the process is told to stop. Exit codes: 0 after SIGINT or SIGTERM, 1 if the simulator cannot
 * start, 2 if an argument is not valid.
 */
@Command(
        name = "salesforce-simulator",
        description = "Runs a local Salesforce org on the loopback address until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class SimulatorProgram implements Callable<Integer> {

    private static final int GREATEST_PORT = 65_535;
    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    private final StopSignal stop;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Mixin
    private OrgOptions org = new OrgOptions();

    @Mixin
    private PubSubOptions pubSub = new PubSubOptions();

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Option(names = "--seed", paramLabel = "FILE", description = "JSON file with the records that the org starts with.")
    private @Nullable Path seed;

    private SimulatorProgram(StopSignal stop, Map<String, String> environment) {
        this.stop = stop;
        this.environment = environment;
    }

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "classpath:org/camelforce/salesforcecc/simulator/cli/log4j2.xml");
        }
        ProcessEnd end = new ProcessEnd();
        end.reached(commandLine(end, System.getenv()).execute(args));
    }

    static CommandLine commandLine(StopSignal stop, Map<String, String> environment) {
        ErrorMessageHandler errorMessages = new ErrorMessageHandler();
        return new CommandLine(new SimulatorProgram(stop, environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errorMessages)
                .setExecutionExceptionHandler(errorMessages);
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = requireSpec().commandLine();
        SeedFile records = seed == null ? null : SeedFile.read(seed);
        try (PubSubEndpointOption offer = offer(commandLine);
                SalesforceSimulator simulator = start(commandLine, offer)) {
            if (records != null) {
                simulator.load(records);
            }
            Announcement.print(simulator, offer, commandLine.getOut());
            stop.await();
        }
        return CommandLine.ExitCode.OK;
    }

    private @Nullable PubSubEndpointOption offer(CommandLine commandLine) {
        try {
            return pubSub.offer();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    private SalesforceSimulator start(CommandLine commandLine, @Nullable PubSubEndpointOption offer) {
        if (port < 0 || port > GREATEST_PORT) {
            throw new CommandLine.ParameterException(commandLine, "--port must be from 0 to " + GREATEST_PORT);
        }
        try {
            SalesforceSimulator.Builder settings = org.apply(SalesforceSimulator.builder(), environment);
            if (offer != null) {
                offer.apply(settings);
            }
            return console.apply(settings, port).port(port).start();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    private CommandSpec requireSpec() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec;
    }
}
