package org.camelforce.salesforcecc.reliability.outage;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.camelforce.salesforcecc.reliability.fault.Protocol;

/**
 * What the process with the routes has to know, handed over in a file.
 *
 * @param protocol how events come
 * @param subscriptions how many there are
 * @param loginUrl where to log in
 * @param clientId consumer key
 * @param clientSecret consumer secret
 * @param pubSubHost host of the Pub/Sub API
 * @param pubSubPort its port
 * @param positions folder of the positions
 */
record OutageSettings(
        Protocol protocol,
        int subscriptions,
        String loginUrl,
        String clientId,
        String clientSecret,
        String pubSubHost,
        int pubSubPort,
        Path positions) {

    static OutageSettings read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        return new OutageSettings(
                Protocol.valueOf(values.getProperty("protocol")),
                Integer.parseInt(values.getProperty("subscriptions")),
                values.getProperty("loginUrl"),
                values.getProperty("clientId"),
                values.getProperty("clientSecret"),
                values.getProperty("pubSubHost"),
                Integer.parseInt(values.getProperty("pubSubPort")),
                Path.of(values.getProperty("positions")));
    }

    void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("protocol", protocol.name());
        values.setProperty("subscriptions", Integer.toString(subscriptions));
        values.setProperty("loginUrl", loginUrl);
        values.setProperty("clientId", clientId);
        values.setProperty("clientSecret", clientSecret);
        values.setProperty("pubSubHost", pubSubHost);
        values.setProperty("pubSubPort", Integer.toString(pubSubPort));
        values.setProperty("positions", positions.toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }

    /** @return the consumer's key, without the secret */
    @Override
    public String toString() {
        return protocol + " x " + subscriptions + " of " + clientId;
    }
}
