package org.camelforce.salesforcecc.cli;

import java.io.Console;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Tools around the component, as subcommands. The exit code counts what was found, up to 125; 126 means that an
 * argument is not valid, 127 that the program failed.
 */
@Command(
        name = "salesforce-cc",
        description = "Tools for integrations that log in to Salesforce with a consumer key and secret.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
public final class SalesforceCcProgram implements Runnable {

    /**
     * Logs through java.util.logging what the doctor reports in its own words; held, because loggers may be collected.
     */
    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private static final String GRPC_LOG_CONFIGURATION = "java.util.logging.config.file";
    private static final String LOG_CONFIGURATION = "log4j2.configurationFile";

    @Spec
    private @Nullable CommandSpec spec;

    private SalesforceCcProgram() {}

    /**
     * Runs the program and ends the process.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "classpath:org/camelforce/salesforcecc/cli/log4j2.xml");
        }
        if (System.getProperty(GRPC_LOG_CONFIGURATION) == null) {
            GRPC.setLevel(Level.OFF);
        }
        System.exit(
                commandLine(System.getenv(), SalesforceCcProgram::askOnConsole).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment, SecretPrompt prompt) {
        ErrorMessages errorMessages = new ErrorMessages();
        return new CommandLine(new SalesforceCcProgram())
                .addSubcommand(new DoctorCommand(environment, prompt))
                .addSubcommand(new RotateCommand(environment, prompt))
                .addSubcommand(new ScanCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errorMessages)
                .setExecutionExceptionHandler(errorMessages);
    }

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        throw new ParameterException(spec.commandLine(), "Choose " + ErrorMessages.oneOf(spec.commandLine()));
    }

    private static char @Nullable [] askOnConsole(String question) {
        Console console = System.console();
        return console == null ? null : console.readPassword("%s: ", question);
    }
}
