package org.camelforce.salesforcecc.simulator.cli;

import java.io.UncheckedIOException;
import java.net.BindException;
import org.camelforce.salesforcecc.simulator.setup.SetupFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one sentence on the error stream why the program does not run. */
final class ErrorMessageHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String message = String.valueOf(e.getMessage());
        String sentence = message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
        print(e.getCommandLine(), sentence + " (--help lists the options).");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
        print(commandLine, sentence(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception e) {
        if (e instanceof SetupFileException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException) {
            Throwable cause = rootCause(e);
            String help = cause instanceof BindException ? " (--help lists the options for addresses and ports)" : "";
            return e.getMessage() + ": " + cause.getMessage() + help + ".";
        }
        return "The simulator failed: " + rootCause(e) + ".";
    }

    private static Throwable rootCause(Throwable e) {
        Throwable cause = e;
        for (Throwable next = e.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        return cause;
    }

    private static void print(CommandLine commandLine, String sentence) {
        commandLine.getErr().println(sentence);
        commandLine.getErr().flush();
    }
}
