package org.camelforce.salesforcecc.simulator;

import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.apex.ApexServlet;
import org.camelforce.salesforcecc.simulator.internal.apex.InMemoryApex;
import org.camelforce.salesforcecc.simulator.internal.bulk.BulkApi;
import org.camelforce.salesforcecc.simulator.internal.console.ConsoleOrg;
import org.camelforce.salesforcecc.simulator.internal.console.ConsoleServer;
import org.camelforce.salesforcecc.simulator.internal.data.H2Records;
import org.camelforce.salesforcecc.simulator.internal.data.RecordStore;
import org.camelforce.salesforcecc.simulator.internal.http.InstanceUrl;
import org.camelforce.salesforcecc.simulator.internal.http.SessionFilter;
import org.camelforce.salesforcecc.simulator.internal.http.SimulatorServer;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryApp;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryLoginHistory;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryOrg;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemorySessions;
import org.camelforce.salesforcecc.simulator.internal.oauth.JwtTokens;
import org.camelforce.salesforcecc.simulator.internal.oauth.OAuthEndpoints;
import org.camelforce.salesforcecc.simulator.internal.oauth.RegisteredApp;
import org.camelforce.salesforcecc.simulator.internal.pubsub.InMemoryManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.internal.pubsub.PubSubOrg;
import org.camelforce.salesforcecc.simulator.internal.pubsub.PubSubServer;
import org.camelforce.salesforcecc.simulator.internal.rest.EventSchemas;
import org.camelforce.salesforcecc.simulator.internal.rest.RestConfig;
import org.camelforce.salesforcecc.simulator.internal.rest.RestServlet;
import org.camelforce.salesforcecc.simulator.internal.streaming.StreamingConfig;
import org.camelforce.salesforcecc.simulator.internal.streaming.StreamingService;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.schema.SObjectDefinition;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a simulated org, connected and serving. What the parts do not know of each other is decided here: which
 * events and versions streaming has, and who the first user is.
 */
final class SimulatedOrg implements AutoCloseable {

    private static final Set<String> NOT_CAPTURED = Set.of(
            "Attachment",
            "ContentDocument",
            "ContentDocumentLink",
            "ContentVersion",
            "Document",
            "Folder",
            "PushTopic",
            "StreamingChannel");
    private static final long ID_NUMBERS = 1L << 40;

    final String apiVersion;
    final Faults faults = new Faults();
    final RecordStore records;
    final InMemoryOrg org;
    final InMemoryApp app;
    final InMemorySessions sessions;
    final InMemoryLoginHistory history;
    final ApiUsage apiUsage;
    final SimulatorServer server;
    final InstanceUrl instanceUrl;
    final StreamingService streaming;
    final String pubSubHost;
    final LazyPubSub pubSub;
    final boolean pubSubSecure;
    final InMemoryManagedSubscriptions managedSubscriptions = new InMemoryManagedSubscriptions();
    final InMemoryApex apex = new InMemoryApex();
    final RestServlet rest;
    final BulkApi bulk;
    final @Nullable ConsoleServer console;
    private final Deque<AutoCloseable> owned = new ConcurrentLinkedDeque<>();

    SimulatedOrg(OrgSettings settings) {
        apiVersion = settings.apiVersion;
        pubSubHost = settings.pubSubHost();
        pubSubSecure = settings.pubSubKey() != null;
        try {
            H2Records stored = own(new H2Records(settings.schema, settings.time, settings.recordsFolder));
            records = stored;
            AdministrativeRecords.addProfiles(stored);
            AdministrativeRecords.addListViews(stored, settings.schema);
            org = newOrg(settings, records);
            AdministrativeRecords.addOrganization(stored, org, settings.time.instant());
            app = newApp(settings);
            sessions = new InMemorySessions(org, settings.tokenIssue, settings.time, settings.random);
            app.rotation().addRevocationListener(() -> sessions.endAllOf(app));
            history = new InMemoryLoginHistory(settings.time);
            history.setLoginsPerHour(settings.loginsPerHour);
            history.addListener(row -> stored.append("LoginHistory", AdministrativeRecords.loginRow(row)));
            apiUsage = new ApiUsage(settings.dailyApiRequests, settings.time);
            server = own(new SimulatorServer(
                    "salesforce-simulator-" + org.id(),
                    settings.bindAddress,
                    settings.port,
                    settings.maxThreads,
                    settings.tls,
                    settings.time));
            instanceUrl = new InstanceUrl(server.isSecure(), settings.urlHost(), server::port);
            streaming = own(newStreaming(settings));
            pubSub = own(new LazyPubSub(() -> newPubSub(settings)));
            rest = newRest(settings);
            bulk = own(new BulkApi(
                    "salesforce-simulator-bulk-" + org.id(),
                    settings.schema,
                    stored,
                    settings.bulkJobTimes,
                    settings.time));
            console = newConsole(settings);
            records.addTransactionListener(streaming::recordsChanged);
            server.filter("/*", instanceUrl);
            server.guard(faults, sessions::endAll, new SessionFilter(sessions, apiUsage));
            mount(settings);
            server.start();
            if (console != null) {
                console.start();
            }
            if (settings.pubSubPort > 0) {
                pubSub.port();
            }
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    String url() {
        return instanceUrl.own();
    }

    /** Closes the parts in the reverse order of their making; each is closed even if another one fails to. */
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

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private <T extends AutoCloseable> T own(T part) {
        owned.push(part);
        return part;
    }

    List<OpenSubscription> openSubscriptions() {
        return Stream.concat(streaming.openSubscriptions().stream(), pubSub.openSubscriptions().stream())
                .toList();
    }

    private @Nullable ConsoleServer newConsole(OrgSettings settings) {
        if (settings.consolePort == null) {
            return null;
        }
        ConsoleOrg shown = new ConsoleOrg(
                org,
                app,
                sessions,
                faults,
                apiUsage,
                settings.schema,
                records,
                streaming,
                this::openSubscriptions,
                this::stallStreams,
                this::url,
                settings.time);
        ConsoleServer made = own(new ConsoleServer(
                shown,
                history,
                streaming.log(),
                "salesforce-simulator-console-" + org.id(),
                settings.bindAddress,
                settings.urlHost(),
                settings.consolePort));
        server.addListener(made.requests());
        return made;
    }

    private void stallStreams() {
        streaming.stallClients();
        pubSub.stall();
    }

    private StreamingService newStreaming(OrgSettings settings) {
        return new StreamingService(
                streamingConfig(settings), records, sessions, faults, sessions::endAll, settings.time, settings.random);
    }

    private PubSubServer newPubSub(OrgSettings settings) {
        PubSubOrg pubSubOrg = new PubSubOrg(
                org.id(),
                instanceUrl::isOf,
                settings.schema,
                entity -> isCaptured(settings, entity),
                streaming.log(),
                sessions,
                faults,
                sessions::endAll,
                settings.time,
                settings.random);
        return new PubSubServer(
                pubSubOrg,
                managedSubscriptions,
                "salesforce-simulator-pubsub-" + org.id(),
                settings.bindAddress,
                settings.pubSubPort,
                settings.pubSubKey());
    }

    private static boolean isCaptured(OrgSettings settings, String entity) {
        return !NOT_CAPTURED.contains(entity) && settings.capturedEntities.test(entity);
    }

    private RestServlet newRest(OrgSettings settings) {
        return new RestServlet(
                new RestConfig(latestVersion(settings), settings.queryBatchSize),
                settings.schema,
                records,
                streaming,
                new OrgLimits(apiUsage, streaming, settings.time),
                new ToolingRecords(settings.schema, entity -> isCaptured(settings, entity), managedSubscriptions),
                new RegisteredApp(org, app),
                instanceUrl,
                settings.time);
    }

    private void mount(OrgSettings settings) {
        OAuthEndpoints oauth = new OAuthEndpoints(
                new RegisteredApp(org, app),
                new JwtTokens(org.id(), settings.time.instant(), instanceUrl, settings.random),
                sessions,
                history,
                settings.tokenResponse,
                settings.flowOffAnswer,
                instanceUrl,
                userId -> records.retrieve("User", userId, List.of()),
                settings.time);
        oauth.servlets().forEach(server::mount);
        server.mount("/services/data/*", rest);
        server.mount(ApexServlet.PATH, new ApexServlet(apex));
        bulk.servlets(RestConfig.OLDEST_VERSION, latestVersion(settings)).forEach(server::mount);
        server.mount("/cometd/*", streaming.servlet());
        settings.servlets.forEach(server::mount);
    }

    private static InMemoryOrg newOrg(OrgSettings settings, RecordStore records) {
        String id =
                settings.orgId != null ? settings.orgId : SalesforceId.of("00D", settings.random.nextLong(ID_NUMBERS));
        InMemoryOrg org =
                new InMemoryOrg(id, settings.myDomain, username -> AdministrativeRecords.addUser(records, username));
        if (settings.runAsUsername != null) {
            org.addUser(settings.runAsUsername);
        }
        return org;
    }

    private static StreamingConfig streamingConfig(OrgSettings settings) {
        Schema schema = settings.schema;
        int latest = latestVersion(settings);
        return StreamingConfig.of(
                        event -> isKind(schema, event, SObjectDefinition.Kind.PLATFORM_EVENT),
                        entity -> isCaptured(settings, entity),
                        version -> Double.parseDouble(version) <= latest)
                .withSchema(schema)
                .withEventDefinitions(event ->
                        schema.find(event).map(EventSchemas::definition).orElse(event))
                .withTimings(settings.connectTimeout, settings.maxInterval);
    }

    private static int latestVersion(OrgSettings settings) {
        return Integer.parseInt(settings.apiVersion.substring(0, settings.apiVersion.indexOf('.')));
    }

    private static boolean isKind(Schema schema, String name, SObjectDefinition.Kind kind) {
        return schema.find(name).filter(definition -> definition.kind() == kind).isPresent();
    }

    private static InMemoryApp newApp(OrgSettings settings) {
        ConsumerDetails drawn = ConsumerDetails.draw(settings.random);
        InMemoryApp app = new InMemoryApp(
                new ConsumerDetails(
                        settings.consumerKey != null ? settings.consumerKey : drawn.key(),
                        settings.consumerSecret != null ? settings.consumerSecret : drawn.secret()),
                settings.time,
                settings.random);
        app.setRunAsUsername(settings.runAsUsername);
        app.setSessionTimeout(settings.sessionTimeout);
        return app;
    }
}
