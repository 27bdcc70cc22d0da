package org.camelforce.salesforcecc.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.camelforce.salesforcecc.simulator.data.H2Records;
import org.camelforce.salesforcecc.simulator.data.Records;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.http.ApiUsage;
import org.camelforce.salesforcecc.simulator.http.RecordedRequest;
import org.camelforce.salesforcecc.simulator.http.SessionFilter;
import org.camelforce.salesforcecc.simulator.http.SimulatorServer;
import org.camelforce.salesforcecc.simulator.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.OAuthEndpoints;
import org.camelforce.salesforcecc.simulator.oauth.Org;
import org.camelforce.salesforcecc.simulator.oauth.Sessions;
import org.camelforce.salesforcecc.simulator.oauth.User;
import org.camelforce.salesforcecc.simulator.rest.EventSchemas;
import org.camelforce.salesforcecc.simulator.rest.LimitsSource;
import org.camelforce.salesforcecc.simulator.rest.RestConfig;
import org.camelforce.salesforcecc.simulator.rest.RestServlet;
import org.camelforce.salesforcecc.simulator.rest.Upload;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.camelforce.salesforcecc.simulator.streaming.EventBus;
import org.camelforce.salesforcecc.simulator.streaming.StreamingConfig;
import org.camelforce.salesforcecc.simulator.streaming.StreamingService;

/**
 * A running Salesforce org on the loopback address: one org, one connected app, one port. Any number of them run side
 * by side in one process and know nothing of each other. Safe for use by several threads.
 */
public final class SalesforceSimulator implements AutoCloseable {

    private static final Set<String> NOT_CAPTURED = Set.of("PushTopic", "StreamingChannel");
    private static final long ID_NUMBERS = 1L << 40;

    private final Org org;
    private final ConnectedApp app;
    private final Sessions sessions;
    private final LoginHistory history;
    private final ApiUsage apiUsage;
    private final Faults faults = new Faults();
    private final SimulatorServer server;
    private final Records records;
    private final StreamingService streaming;
    private final RestServlet rest;
    private final Deque<AutoCloseable> owned = new ConcurrentLinkedDeque<>();
    private final String apiVersion;

    SalesforceSimulator(SalesforceSimulatorBuilder settings) {
        apiVersion = settings.apiVersion;
        records = new H2Records(settings.schema, settings.time);
        owned.push(records);
        org = newOrg(settings, records);
        app = newApp(settings);
        sessions = new Sessions(org, settings.tokenIssue, settings.time, settings.random);
        history = new LoginHistory(settings.time);
        history.setLoginsPerHour(settings.loginsPerHour);
        apiUsage = new ApiUsage(settings.dailyApiRequests, settings.time);
        server = new SimulatorServer("salesforce-simulator-" + org.id(), settings.port, settings.maxThreads);
        owned.push(server);
        server.guard(faults, sessions::endAll, new SessionFilter(sessions, apiUsage));
        mountOAuth(settings);
        streaming = new StreamingService(
                streamingConfig(settings), records, sessions, faults, sessions::endAll, settings.time, settings.random);
        owned.push(streaming);
        records.addListener(streaming::recordChanged);
        rest = new RestServlet(
                new RestConfig(latestVersion(settings), settings.queryBatchSize),
                settings.schema,
                records,
                streaming,
                () -> new LimitsSource.Usage(apiUsage.limit(), apiUsage.remaining()),
                this::getLoginUrl,
                settings.time);
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        servlets.put("/services/data/*", rest);
        servlets.put("/cometd/*", streaming.servlet());
        servlets.putAll(settings.servlets);
        servlets.forEach(server::mount);
        server.start();
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
        return "http://localhost:" + server.port();
    }

    /** @return the app's current consumer key */
    public String getClientId() {
        return app.consumer().key();
    }

    /** @return the app's current consumer secret */
    public String getClientSecret() {
        return app.consumer().secret();
    }

    /** @return the latest API version of the org, for example {@code 67.0} */
    public String getApiVersion() {
        return apiVersion;
    }

    /** @return the connected app, to change as an administrator does */
    public ConnectedApp app() {
        return app;
    }

    /** @return the org and its users, to change as an administrator does */
    public Org org() {
        return org;
    }

    /** @return the sessions, to look at and to end */
    public Sessions sessions() {
        return sessions;
    }

    /** @return the faults that are still to strike, to add to */
    public Faults faults() {
        return faults;
    }

    /** @return the daily allocation of API requests */
    public ApiUsage apiUsage() {
        return apiUsage;
    }

    /** @return who logged in, and the limit of logins per hour */
    public LoginHistory loginHistory() {
        return history;
    }

    /** @return the requests that reached the server, in the order of their arrival */
    public List<RecordedRequest> requestLog() {
        return server.requestLog();
    }

    /** @return how many POSTs the token endpoint has had, whatever became of them */
    public long tokenRequests() {
        return server.tokenRequests();
    }

    /** @return the org's records, to seed and to look at */
    public Records records() {
        return records;
    }

    /**
     * Creates the records of a seed file as the Run As user, all of them or none.
     *
     * @param seed the file
     * @return the ids of the records that have a name in the file, by that name
     * @throws org.camelforce.salesforcecc.simulator.setup.SetupFileException if the org refuses a record; the message
     *     says which and why
     */
    public Map<String, String> load(SeedFile seed) {
        return seed.load(records, runAsUserId().orElse(""));
    }

    /** @return the 18-character id of the app's Run As user, empty if the app has none */
    public Optional<String> runAsUserId() {
        return app.runAsUsername().flatMap(org::user).map(User::id);
    }

    /** @return where a test publishes events without going through the API */
    public EventBus events() {
        return streaming;
    }

    /** @return the binary parts that multipart requests have uploaded, oldest first */
    public List<Upload> uploads() {
        return rest.uploads();
    }

    /** @return how many streaming clients have shaken hands and are still known */
    public int streamingClients() {
        return streaming.clients();
    }

    /** @return how many {@code /meta/connect} are held now; the sessions of their clients do not time out */
    public int heldConnects() {
        return streaming.heldConnects();
    }

    /** @return how many subscriptions all streaming clients have */
    public int subscriptions() {
        return streaming.subscriptions();
    }

    /** @return how many client connections are open now */
    public int openConnections() {
        return server.openConnections();
    }

    /** Closes the port and all connections, and ends all threads. Safe to call again. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (AutoCloseable part = owned.poll(); part != null; part = owned.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("the simulator did not close", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Names the org and the port, no credentials. */
    @Override
    public String toString() {
        return "SalesforceSimulator[" + org + ", loginUrl=" + getLoginUrl() + "]";
    }

    private void mountOAuth(SalesforceSimulatorBuilder settings) {
        new OAuthEndpoints(
                        org,
                        app,
                        sessions,
                        history,
                        settings.tokenResponse,
                        settings.flowOffAnswer,
                        this::getLoginUrl,
                        settings.time)
                .servlets()
                .forEach(server::mount);
    }

    private static Org newOrg(SalesforceSimulatorBuilder settings, Records records) {
        String id =
                settings.orgId != null ? settings.orgId : SalesforceId.of("00D", settings.random.nextLong(ID_NUMBERS));
        Org org = new Org(id, settings.myDomain, username -> newUser(records, username));
        if (settings.runAsUsername != null) {
            org.addUser(settings.runAsUsername);
        }
        return org;
    }

    private static String newUser(Records records, String username) {
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("Username", username)
                .put(
                        "LastName",
                        username.substring(0, username.indexOf('@') < 0 ? username.length() : username.indexOf('@')))
                .put("Email", username);
        return records.create("User", user, "");
    }

    private static StreamingConfig streamingConfig(SalesforceSimulatorBuilder settings) {
        Schema schema = settings.schema;
        int latest = latestVersion(settings);
        return StreamingConfig.of(
                        event -> isKind(schema, event, SObjectDefinition.Kind.PLATFORM_EVENT),
                        entity -> !NOT_CAPTURED.contains(entity) && settings.capturedEntities.test(entity),
                        version -> Double.parseDouble(version) <= latest)
                .withEventDefinitions(event ->
                        schema.find(event).map(EventSchemas::definition).orElse(event))
                .withTimings(settings.connectTimeout, settings.maxInterval);
    }

    private static int latestVersion(SalesforceSimulatorBuilder settings) {
        return Integer.parseInt(settings.apiVersion.substring(0, settings.apiVersion.indexOf('.')));
    }

    private static boolean isKind(Schema schema, String name, SObjectDefinition.Kind kind) {
        return schema.find(name).filter(definition -> definition.kind() == kind).isPresent();
    }

    private static ConnectedApp newApp(SalesforceSimulatorBuilder settings) {
        ConsumerDetails drawn = ConsumerDetails.draw(settings.random);
        ConnectedApp app = new ConnectedApp(new ConsumerDetails(
                settings.consumerKey != null ? settings.consumerKey : drawn.key(),
                settings.consumerSecret != null ? settings.consumerSecret : drawn.secret()));
        app.setRunAsUsername(settings.runAsUsername);
        app.setSessionTimeout(settings.sessionTimeout);
        return app;
    }
}
