package org.camelforce.salesforcecc.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camelforce.salesforcecc.simulator.events.Events;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.console.ConsoleServer;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.Org;
import org.camelforce.salesforcecc.simulator.oauth.Sessions;
import org.camelforce.salesforcecc.simulator.oauth.User;
import org.camelforce.salesforcecc.simulator.records.Records;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.simulator.request.Upload;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.camelforce.salesforcecc.simulator.setup.SetupFileException;

/**
 * A running Salesforce org on the loopback address: one org, one connected app, one port, and another one for the
 * Pub/Sub API when it is used. Any number of them run side by side in one process and know nothing of each other. Safe
 * for use by several threads.
 */
public final class SalesforceSimulator implements AutoCloseable {

    private final SimulatedOrg parts;

    SalesforceSimulator(SalesforceSimulatorBuilder settings) {
        parts = new SimulatedOrg(settings);
    }

    /** @return a running simulator with default settings, which the caller closes */
    public static SalesforceSimulator start() {
        return builder().start();
    }

    /** @return settings to change before the start */
    public static SalesforceSimulatorBuilder builder() {
        return new SalesforceSimulatorBuilder();
    }

    /** @return the URL to log in at, which is also the instance URL, for example {@code http://localhost:8080} */
    public String getLoginUrl() {
        return parts.url();
    }

    /** @return the app's current consumer key */
    public String getClientId() {
        return parts.app.consumer().key();
    }

    /** @return the app's current consumer secret */
    public String getClientSecret() {
        return parts.app.consumer().secret();
    }

    /** @return the latest API version of the org, for example {@code 67.0} */
    public String getApiVersion() {
        return parts.apiVersion;
    }

    /** @return the connected app, to change as an administrator does */
    public ConnectedApp app() {
        return parts.app;
    }

    /** @return the org and its users, to change as an administrator does */
    public Org org() {
        return parts.org;
    }

    /** @return the sessions, to look at and to end */
    public Sessions sessions() {
        return parts.sessions;
    }

    /** @return the faults that are still to strike, to add to */
    public Faults faults() {
        return parts.faults;
    }

    /** @return the daily allocation of API requests */
    public ApiUsage apiUsage() {
        return parts.apiUsage;
    }

    /** @return who logged in, and the limit of logins per hour */
    public LoginHistory loginHistory() {
        return parts.history;
    }

    /** @return the requests that reached the server, in the order of their arrival */
    public List<RecordedRequest> requestLog() {
        return parts.server.requestLog();
    }

    /** @return how many POSTs the token endpoint has had, whatever became of them */
    public long tokenRequests() {
        return parts.server.tokenRequests();
    }

    /** @return the org's records, to seed and to look at */
    public Records records() {
        return parts.records;
    }

    /**
     * Creates the records of a seed file as the Run As user, all of them or none.
     *
     * @param seed the file
     * @return the ids of the records that have a name in the file, by that name
     * @throws SetupFileException if the org refuses a record; the message says which and why
     */
    public Map<String, String> load(SeedFile seed) {
        return seed.load(parts.records, runAsUserId().orElse(""));
    }

    /** @return the 18-character id of the app's Run As user, empty if the app has none */
    public Optional<String> runAsUserId() {
        return parts.app.runAsUsername().flatMap(parts.org::user).map(User::id);
    }

    /** @return the events of every channel, to publish some without going through the API and to look at all */
    public Events events() {
        return parts.streaming;
    }

    /** @return the binary parts that multipart requests have uploaded, oldest first */
    public List<Upload> uploads() {
        return parts.rest.uploads();
    }

    /** @return how many streaming clients have shaken hands and are still known */
    public int streamingClients() {
        return parts.streaming.clients();
    }

    /** @return how many {@code /meta/connect} are held now; the sessions of their clients do not time out */
    public int heldConnects() {
        return parts.streaming.heldConnects();
    }

    /** @return how many subscriptions all streaming clients have */
    public int subscriptions() {
        return parts.streaming.subscriptions();
    }

    /** @return the host of the Pub/Sub API */
    public String getPubSubHost() {
        return "localhost";
    }

    /**
     * Opens the Pub/Sub API if it is not open yet.
     *
     * @return its port
     * @throws IllegalStateException if camel-salesforce and its libraries are not on the class path, or the simulator
     *     is closed
     */
    public int getPubSubPort() {
        return parts.pubSub.port();
    }

    /** @return the managed event subscriptions of the Pub/Sub API, to define and to look at */
    public ManagedSubscriptions managedSubscriptions() {
        return parts.managedSubscriptions;
    }

    /** @return how many subscriptions of the Pub/Sub API are open now; their sessions do not time out */
    public int pubSubStreams() {
        return parts.pubSub.subscriptions();
    }

    /** @return how many {@code PublishStream} RPCs are open now */
    public int pubSubPublishStreams() {
        return parts.pubSub.publishers();
    }

    /** @return the open subscriptions of the Streaming API and the Pub/Sub API */
    public List<OpenSubscription> openSubscriptions() {
        return parts.openSubscriptions();
    }

    /** @return where the console's page is, empty unless {@link SalesforceSimulatorBuilder#consolePort} asked for it */
    public Optional<String> getConsoleUrl() {
        return Optional.ofNullable(parts.console).map(ConsoleServer::url);
    }

    /** @return how many client connections are open now */
    public int openConnections() {
        return parts.server.openConnections();
    }

    /** Closes the port and all connections, and ends all threads. Safe to call again. */
    @Override
    public void close() {
        parts.close();
    }

    /** Names the org and the port, no credentials. */
    @Override
    public String toString() {
        return "SalesforceSimulator[" + parts.org + ", loginUrl=" + getLoginUrl() + "]";
    }
}
