package org.camelforce.salesforcecc.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence on the error stream why the program does not run. */
final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String message = e instanceof UnmatchedArgumentException unmatched
                ? message(e.getCommandLine(), unmatched.getUnmatched())
                : String.valueOf(e.getMessage());
        String sentence = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        print(e.getCommandLine(), sentence + " (--help lists the options).");
        return ExitCode.INVALID_ARGUMENT;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
        print(commandLine, "The program failed: " + e + ".");
        return ExitCode.FAILURE;
    }

    /** Repeats no value, which may be a secret. */
    private static String message(CommandLine commandLine, List<String> unmatched) {
        List<String> names = unmatched.stream()
                .map(argument -> argument.replaceFirst("=.*", ""))
                .toList();
        if (names.contains("--client-secret")) {
            return "The consumer secret is not taken from an argument, which other users can see: set "
                    + SecretOptions.VARIABLE + " or --client-secret-file";
        }
        return commandLine.getSubcommands().isEmpty()
                ? "Unknown argument " + names.get(0)
                : "Unknown command " + names.get(0) + ": choose " + oneOf(commandLine);
    }

    /** {@return the commands to choose from} */
    static String oneOf(CommandLine commandLine) {
        return "one of " + String.join(", ", commandLine.getSubcommands().keySet());
    }

    private static void print(CommandLine commandLine, String sentence) {
        commandLine.getErr().println(sentence);
        commandLine.getErr().flush();
    }
}
