package org.camelforce.salesforcecc.simulator;

import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.apex.Apex;
import org.camelforce.salesforcecc.simulator.approvals.Approvals;
import org.camelforce.salesforcecc.simulator.events.Events;
import org.camelforce.salesforcecc.simulator.events.ManagedSubscriptions;
import org.camelforce.salesforcecc.simulator.events.OpenSubscription;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.camelforce.salesforcecc.simulator.internal.bulk.JobTimes;
import org.camelforce.salesforcecc.simulator.internal.console.ConsoleServer;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp;
import org.camelforce.salesforcecc.simulator.oauth.LoginHistory;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.Org;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;
import org.camelforce.salesforcecc.simulator.oauth.Sessions;
import org.camelforce.salesforcecc.simulator.oauth.Sessions.TokenIssue;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;
import org.camelforce.salesforcecc.simulator.records.Records;
import org.camelforce.salesforcecc.simulator.reports.Reports;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.camelforce.salesforcecc.simulator.request.Upload;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.camelforce.salesforcecc.simulator.setup.SeedFile;
import org.camelforce.salesforcecc.simulator.setup.SetupFile;
import org.camelforce.salesforcecc.simulator.setup.SetupFileException;
import org.jspecify.annotations.Nullable;

/**
 * A running Salesforce org, on the loopback address unless told otherwise: one org, one connected app, one port, and
 * another one for the Pub/Sub API when it is used. Any number of them run side by side in one process and know nothing
 * of each other. Safe for use by several threads.
 */
public final class SalesforceSimulator implements AutoCloseable {

    private final SimulatedOrg parts;

    private SalesforceSimulator(SimulatedOrg parts) {
        this.parts = parts;
    }

    /** @return a running simulator with default settings, which the caller closes */
    public static SalesforceSimulator start() {
        return builder().start();
    }

    /** @return settings to change before the start */
    public static Builder builder() {
        return new Builder();
    }

    /** @return the URL to log in at, which is also the instance URL, for example {@code http://127.0.0.1:8280} */
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

    /** @return the pending faults, to add to */
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
     * @throws SetupFileException if the org rejects a record; the message says which and why
     */
    public Map<String, String> load(SeedFile seed) {
        return seed.load(parts.records, runAsUserId().orElse(""));
    }

    /**
     * Adds the Apex REST classes, approval processes, workflow rules and reports of a setup file.
     *
     * @param setup the file
     * @throws SetupFileException if the org has no user, object or field that the file names
     */
    public void apply(SetupFile setup) {
        setup.apply(parts.org, parts.records, parts.apex, approvals(), reports());
    }

    /** @return the 18-character id of the app's Run As user, empty if the app has none */
    public Optional<String> runAsUserId() {
        return parts.app.runAsUsername().flatMap(parts.org::user).map(User::id);
    }

    /** @return the events of every channel, to publish some without going through the API and to look at all */
    public Events events() {
        return parts.streaming;
    }

    /** @return the Apex REST classes, to add to */
    public Apex apex() {
        return parts.apex;
    }

    /** @return the approval processes, to define and to look at */
    public Approvals approvals() {
        return parts.rest.approvals();
    }

    /** @return the reports, to define */
    public Reports reports() {
        return parts.rest.reports();
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

    /** @return the host of the Pub/Sub API: {@code localhost}, or what {@link Builder#host} says */
    public String getPubSubHost() {
        return parts.pubSubHost;
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

    /** @return whether the Pub/Sub API speaks TLS, as that of Salesforce does, once it is open */
    public boolean isPubSubSecure() {
        return parts.pubSubSecure;
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

    /** @return where the console's page is, empty unless {@link Builder#consolePort} asked for it */
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

    /**
     * Settings of a {@link SalesforceSimulator}; everything has a default. Not for use by several threads. May start
     * any number of simulators, which share nothing but the time and the random source.
     */
    public static final class Builder {

        private final OrgSettings settings = new OrgSettings();

        private Builder() {}

        /**
         * @param address the address of this machine to listen on, {@code 0.0.0.0} for all; default {@code 127.0.0.1}.
         *     Whoever reaches another address can use the org and its console
         * @return this
         */
        public Builder bindAddress(String address) {
            settings.bindAddress = address;
            return this;
        }

        /**
         * @param host the host in the URLs of the org, and what {@code localhost} becomes in the answers to requests
         *     that were sent there; requests to other hosts are answered with theirs. Default: the address that the org
         *     listens on, {@code 127.0.0.1} if it listens on all
         * @return this
         */
        public Builder host(String host) {
            settings.host = host;
            return this;
        }

        /**
         * @param port the port; default 0, any free one
         * @return this
         */
        public Builder port(int port) {
            settings.port = port;
            return this;
        }

        /**
         * @param maxThreads upper limit of threads that serve requests, at least 8; default 32
         * @return this
         */
        public Builder maxThreads(int maxThreads) {
            settings.maxThreads = maxThreads;
            return this;
        }

        /**
         * @param tls serves https with its key, whose certificate should name {@code 127.0.0.1}, or the {@link #host}
         *     if one is set; null for plain http, which is the default
         * @return this
         */
        public Builder tls(@Nullable SSLContext tls) {
            settings.tls = tls;
            return this;
        }

        /**
         * @param port the port of the Pub/Sub API, which is then opened at the start; default 0: any free one, opened
         *     when it is first asked for
         * @return this
         */
        public Builder pubSubPort(int port) {
            settings.pubSubPort = port;
            return this;
        }

        /**
         * Serves a page on which a person sees what happens in the org and lets things go wrong. Without this there is
         * none.
         *
         * @param port the page's port, 0 for any free one
         * @return this
         */
        public Builder consolePort(int port) {
            settings.consolePort = port;
            return this;
        }

        /**
         * @param tls lets the Pub/Sub API speak TLS with its key, whose certificate should name {@code localhost};
         *     null, the default, for TLS with the key of {@link #tls}, and plaintext without one
         * @return this
         */
        public Builder pubSubTls(@Nullable SSLContext tls) {
            settings.pubSubTls = tls;
            return this;
        }

        /**
         * @param key consumer key; default 85 random characters that start with {@code 3MVG9}
         * @return this
         */
        public Builder consumerKey(String key) {
            settings.consumerKey = key;
            return this;
        }

        /**
         * @param secret consumer secret; default 64 random upper-case hexadecimal digits
         * @return this
         */
        public Builder consumerSecret(String secret) {
            settings.consumerSecret = secret;
            return this;
        }

        /**
         * @param id org id in either form, starting with {@code 00D}; default random
         * @return this
         */
        public Builder orgId(String id) {
            settings.orgId = id;
            return this;
        }

        /**
         * @param host host of the org's My Domain; default {@code simulator.my.salesforce.com}
         * @return this
         */
        public Builder myDomain(String host) {
            settings.myDomain = host;
            return this;
        }

        /**
         * @param username the app's Run As user, who is added to the org; null for none; default
         *     {@code integration@simulator.example}
         * @return this
         */
        public Builder runAsUsername(@Nullable String username) {
            settings.runAsUsername = username;
            return this;
        }

        /**
         * @param timeout how long a session lives without activity; default two hours
         * @return this
         */
        public Builder sessionTimeout(Duration timeout) {
            settings.sessionTimeout = timeout;
            return this;
        }

        /**
         * @param issue what a further login does to the session that is there; default
         *     {@link TokenIssue#SAME_WHILE_LIVE}
         * @return this
         */
        public Builder tokenIssue(TokenIssue issue) {
            settings.tokenIssue = issue;
            return this;
        }

        /**
         * @param variant which fields a token response has; default {@link TokenResponseVariant#POSTMAN}
         * @return this
         */
        public Builder tokenResponse(TokenResponseVariant variant) {
            settings.tokenResponse = variant;
            return this;
        }

        /**
         * @param answer how a login is denied while the flow is switched off; reports differ between
         *     {@link OAuthError#FLOW_NOT_ENABLED}, which is the default, and {@link OAuthError#UNSUPPORTED_GRANT_TYPE}
         * @return this
         */
        public Builder flowOffAnswer(OAuthError answer) {
            settings.flowOffAnswer = answer;
            return this;
        }

        /**
         * @param logins logins that a user has per rolling hour; default 3,600
         * @return this
         */
        public Builder loginsPerHour(int logins) {
            settings.loginsPerHour = logins;
            return this;
        }

        /**
         * @param requests the org's daily allocation of API requests; default 15,000
         * @return this
         */
        public Builder dailyApiRequests(int requests) {
            settings.dailyApiRequests = requests;
            return this;
        }

        /**
         * @param version latest API version of the org, from {@code 31.0}; default {@code 67.0}
         * @return this
         * @throws IllegalArgumentException if it has not the form {@code NN.0}, or is older
         */
        public Builder apiVersion(String version) {
            settings.setApiVersion(version);
            return this;
        }

        /**
         * @param time the org's clock; default the system's
         * @return this
         */
        public Builder time(InstantSource time) {
            settings.time = time;
            return this;
        }

        /**
         * @param random where ids, tokens, keys and secrets come from, safe for use by several threads; default a
         *     {@link SecureRandom}
         * @return this
         */
        public Builder random(RandomGenerator random) {
            settings.random = random;
            return this;
        }

        /**
         * @param schema the objects and platform events of the org; default {@link Schema#standard()}
         * @return this
         */
        public Builder schema(Schema schema) {
            settings.schema = schema;
            return this;
        }

        /**
         * @param entities for which objects, by API name, record changes are published as change events; default for
         *     all
         * @return this
         */
        public Builder changeDataCapture(Predicate<String> entities) {
            settings.capturedEntities = entities;
            return this;
        }

        /**
         * @param connectTimeout how long a {@code /meta/connect} is held, in real time; default 110 s
         * @param maxInterval how long a streaming client may stay away before it is forgotten, in real time; default 40
         *     s
         * @return this
         */
        public Builder streamingTimeouts(Duration connectTimeout, Duration maxInterval) {
            settings.connectTimeout = connectTimeout;
            settings.maxInterval = maxInterval;
            return this;
        }

        /**
         * @param size rows in a page of a query that does not ask for another size, from 1 to 2,000; default 2,000
         * @return this
         */
        public Builder queryBatchSize(int size) {
            settings.queryBatchSize = size;
            return this;
        }

        /**
         * Keeps records in a file instead of in memory, for loads of millions. The file is deleted in the end.
         *
         * @param folder where the file is; null, the default, to keep records in memory
         * @return this
         */
        public Builder recordsFolder(@Nullable Path folder) {
            settings.recordsFolder = folder;
            return this;
        }

        /**
         * Lets jobs of the Bulk APIs take time. By default a job takes as long as its work does.
         *
         * @param queued how long a job waits before it is in progress, by the org's clock; default zero
         * @param inProgress how long it is in progress at least, by the org's clock; default zero
         * @return this
         * @throws IllegalArgumentException if one of them is negative
         */
        public Builder bulkJobTimes(Duration queued, Duration inProgress) {
            settings.bulkJobTimes = new JobTimes(queued, inProgress);
            return this;
        }

        /** Adds a servlet, asynchronous processing supported, in place of whatever else would serve its path. */
        Builder servlet(String path, HttpServlet servlet) {
            settings.servlets.put(path, servlet);
            return this;
        }

        /**
         * @return a running simulator, which the caller closes
         * @throws java.io.UncheckedIOException if the port is in use
         * @throws IllegalArgumentException if a setting is not valid
         */
        public SalesforceSimulator start() {
            return new SalesforceSimulator(new SimulatedOrg(settings));
        }
    }
}
