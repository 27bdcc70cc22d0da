package org.camelforce.salesforcecc.simulator.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the console is. */
final class ConsoleOptions {

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--console-port",
            paramLabel = "PORT",
            description = "Port of the console, a page that shows what happens and lets things go wrong; 0 for any free"
                    + " one. Default: the one after --port if it is free, otherwise any free one.")
    private @Nullable Integer port;

    @Option(names = "--no-console", description = "Serves no console.")
    private boolean off;

    /**
     * Applies the options.
     *
     * @throws IllegalArgumentException if one is not valid
     */
    SalesforceSimulator.Builder apply(SalesforceSimulator.Builder settings, AddressOptions org) {
        if (port != null && (port < 0 || port > MAX_PORT)) {
            throw new IllegalArgumentException("--console-port must be from 0 to " + MAX_PORT);
        }
        if (off) {
            return settings;
        }
        return settings.consolePort(port != null ? port : portAfter(org));
    }

    private static int portAfter(AddressOptions org) {
        int orgPort = org.port();
        if (orgPort == 0 || orgPort == MAX_PORT) {
            return 0;
        }
        try (ServerSocket probe = new ServerSocket(orgPort + 1, 1, InetAddress.getByName(org.bind()))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
