package org.camelforce.salesforcecc.reliability.child;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.camelforce.salesforcecc.reliability.fault.Protocol;
import org.camelforce.salesforcecc.reliability.recording.OrgAddress;
import org.camelforce.salesforcecc.reliability.reference.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer's process has to know, handed over in a file.
 *
 * @param kind who consumes
 * @param protocol how
 * @param parallel whether the route works on several events at once, and finishes them out of order
 * @param mistake what a consumer made by hand does wrong
 * @param org the org
 * @param subscription name of the subscription, managed or durable
 * @param folder where positions are kept
 * @param history the history to add to
 * @param cluster how nodes agree; null for a consumer that is alone and keeps its position in a file
 */
public record ConsumerSettings(
        ConsumerKind kind,
        Protocol protocol,
        boolean parallel,
        Mistake mistake,
        OrgAddress org,
        String subscription,
        Path folder,
        Path history,
        @Nullable Cluster cluster) {

    /**
     * @param file a file that {@link #write} has written
     * @return what it says
     * @throws IOException if it cannot be read
     */
    public static ConsumerSettings read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            values.load(in);
        }
        OrgAddress org = new OrgAddress(
                values.getProperty("loginUrl"),
                values.getProperty("orgId"),
                values.getProperty("clientId"),
                values.getProperty("clientSecret"),
                values.getProperty("pubSubHost"),
                Integer.parseInt(values.getProperty("pubSubPort")),
                values.getProperty("channel"));
        return new ConsumerSettings(
                ConsumerKind.valueOf(values.getProperty("kind")),
                Protocol.valueOf(values.getProperty("protocol")),
                Boolean.parseBoolean(values.getProperty("parallel")),
                Mistake.valueOf(values.getProperty("mistake")),
                org,
                values.getProperty("subscription"),
                Path.of(values.getProperty("folder")),
                Path.of(values.getProperty("history")),
                cluster(values));
    }

    private static @Nullable Cluster cluster(Properties values) {
        String jdbcUrl = values.getProperty("jdbcUrl");
        return jdbcUrl == null ? null : new Cluster(jdbcUrl, Path.of(values.getProperty("locks")));
    }

    /**
     * @param file the file to write
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Properties values = new Properties();
        values.setProperty("kind", kind.name());
        values.setProperty("protocol", protocol.name());
        values.setProperty("parallel", Boolean.toString(parallel));
        values.setProperty("mistake", mistake.name());
        values.setProperty("loginUrl", org.loginUrl());
        values.setProperty("orgId", org.orgId());
        values.setProperty("clientId", org.clientId());
        values.setProperty("clientSecret", org.clientSecret());
        values.setProperty("pubSubHost", org.pubSubHost());
        values.setProperty("pubSubPort", Integer.toString(org.pubSubPort()));
        values.setProperty("channel", org.channel());
        values.setProperty("subscription", subscription);
        values.setProperty("folder", folder.toString());
        values.setProperty("history", history.toString());
        if (cluster != null) {
            values.setProperty("jdbcUrl", cluster.jdbcUrl());
            values.setProperty("locks", cluster.locks().toString());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            values.store(out, null);
        }
    }
}
