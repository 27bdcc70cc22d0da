package org.camelforce.salesforcecc.consumer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulator program, and what it says that a client needs. */
final class SimulatorProcess implements AutoCloseable {

    private static final String COMPONENT = "camel.component.salesforce-cc.";

    private final Process process;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> jvmArguments = new ArrayList<>();

    /**
     * @param folder for the certificate of the Pub/Sub API
     * @param arguments beside those for the ports
     */
    SimulatorProcess(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                Java.SHORT_LIVED,
                "-jar",
                System.getProperty("simulator.standalone"),
                "--port",
                "0",
                "--pubsub-port",
                "0",
                "--trust-store",
                folder.resolve("trust.p12").toString()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        readUntilUp();
    }

    /** Spring Boot takes properties as arguments. */
    List<String> properties() {
        return options.entrySet().stream()
                .map(option -> "--" + COMPONENT + option.getKey() + "=" + option.getValue())
                .toList();
    }

    /** The component's options, as their names are in properties. */
    Map<String, String> options() {
        return options;
    }

    List<String> jvmArguments() {
        return jvmArguments;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void readUntilUp() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(COMPONENT)) {
                String[] option = line.substring(COMPONENT.length()).split("=", 2);
                options.put(option[0], option[1]);
            } else if (line.startsWith("-Djavax.net.ssl.")) {
                jvmArguments.addAll(List.of(line.split(" ")));
            } else if (line.startsWith("Stop it")) {
                return;
            }
        }
        throw new IOException("The simulator has ended");
    }
}
