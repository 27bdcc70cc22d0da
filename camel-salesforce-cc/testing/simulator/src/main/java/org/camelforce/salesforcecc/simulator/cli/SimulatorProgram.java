package org.camelforce.salesforcecc.simulator.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.camelforce.salesforcecc.simulator.setup.SetupFile;
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
        description = "Runs a local Salesforce org until it is stopped with Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class SimulatorProgram implements Callable<Integer> {

    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    private final StopSignal stop;
    private final Map<String, String> environment;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private AddressOptions address = new AddressOptions();

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private OrgOptions org = new OrgOptions();

    @Mixin
    private PubSubOptions pubSub = new PubSubOptions();

    @Mixin
    private ManagedSubscriptionOptions managed = new ManagedSubscriptionOptions();

    @Mixin
    private ConsoleOptions console = new ConsoleOptions();

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "JSON file with the records that the org starts with. Default: three accounts.")
    private @Nullable Path seed;

    @Option(
            names = "--empty",
            description = "Starts without the three accounts and the platform event Order__e, which a first route finds"
                    + " otherwise.")
    private boolean empty;

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = "JSON file with the Apex REST classes, approval processes and reports of the org.")
    private @Nullable Path setup;

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
        SetupFile more = setup == null ? null : SetupFile.read(setup);
        try (KeyOfRun key = prepareKey(commandLine);
                SalesforceSimulator simulator = start(commandLine, key)) {
            if (records != null) {
                simulator.load(records);
            } else if (!empty) {
                FirstSteps.createAccounts(simulator);
            }
            org.managedSubscriptions().forEach(simulator.managedSubscriptions()::define);
            managed.define(simulator);
            if (more != null) {
                simulator.apply(more);
            }
            Announcement.print(simulator, key, pubSub.isOffered(), commandLine.getOut());
            stop.await();
        }
        return CommandLine.ExitCode.OK;
    }

    private @Nullable KeyOfRun prepareKey(CommandLine commandLine) {
        try {
            return tls.prepare(tls.isOn() || pubSub.isOffered(), address.names());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    private SalesforceSimulator start(CommandLine commandLine, @Nullable KeyOfRun key) {
        try {
            managed.check();
            SalesforceSimulator.Builder settings = org.apply(
                    SalesforceSimulator.builder(), empty ? Schema.standard() : FirstSteps.schema(), environment);
            if (key != null) {
                pubSub.apply(settings, key.tls());
                settings.tls(tls.isOn() ? key.tls() : null);
            }
            address.apply(settings);
            return console.apply(settings, address).start();
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
