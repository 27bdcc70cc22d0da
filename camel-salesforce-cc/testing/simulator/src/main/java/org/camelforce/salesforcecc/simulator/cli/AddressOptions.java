package org.camelforce.salesforcecc.simulator.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.camelforce.salesforcecc.simulator.SalesforceSimulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the org is. */
final class AddressOptions {

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8280",
            description = "Port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address of this machine to listen on; 0.0.0.0 for all. Everyone who reaches it can use the org"
                            + " and its console. Default: ${DEFAULT-VALUE}.")
    private String bind = "";

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Host in the URLs that are printed. Default: the address of --bind; 127.0.0.1 for all.")
    private @Nullable String host;

    int port() {
        return port;
    }

    String bind() {
        return bind;
    }

    /** @return the host that a certificate has to name, besides localhost and 127.0.0.1 */
    String[] names() {
        return host == null ? new String[] {bind} : new String[] {bind, host};
    }

    /**
     * Applies the options.
     *
     * @throws IllegalArgumentException if one is not valid
     */
    SalesforceSimulator.Builder apply(SalesforceSimulator.Builder settings) {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("--port must be from 0 to " + MAX_PORT);
        }
        requireAddress();
        if (host != null) {
            if (!host.matches("[A-Za-z0-9._:-]+")) {
                throw new IllegalArgumentException("--host must be a hostname without scheme and port");
            }
            settings.host(host);
        }
        return settings.bindAddress(bind).port(port);
    }

    private void requireAddress() {
        try {
            if (!bind.matches("\\d+(\\.\\d+){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*") || InetAddress.getByName(bind) == null) {
                throw new IllegalArgumentException("--bind must be an IP address of this machine");
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind must be an IP address of this machine", e);
        }
    }
}
