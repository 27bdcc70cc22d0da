package org.camelforce.salesforcecc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where the consumer secret comes from: never from an argument, which other users of the machine can see and shells
 * remember.
 */
final class SecretOptions {

    static final String VARIABLE = "SALESFORCE_CLIENT_SECRET";

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "File that contains the consumer secret. Default: $" + VARIABLE
                    + " if set; otherwise, the program asks for it.")
    private @Nullable Path file;

    /**
     * @param environment environment variables
     * @param prompt asks for the secret if it is nowhere else
     * @return the secret
     * @throws IllegalArgumentException if there is none
     */
    String read(Map<String, String> environment, SecretPrompt prompt) {
        String variable = environment.get(VARIABLE);
        if (file != null) {
            return required(fromFile(file), "The file of --client-secret-file is empty");
        }
        if (variable != null && !variable.isBlank()) {
            return variable.trim();
        }
        char[] typed = prompt.ask("Consumer secret");
        return required(
                typed == null ? "" : new String(typed),
                "Missing the consumer secret: set " + VARIABLE + " or --client-secret-file");
    }

    private static String fromFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of --client-secret-file cannot be read: " + file, e);
        }
    }

    private static String required(String secret, String otherwise) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(otherwise);
        }
        return secret.trim();
    }
}
