package org.camelforce.salesforcecc.simulator;

import jakarta.servlet.http.HttpServlet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemoryLoginHistory;
import org.camelforce.salesforcecc.simulator.internal.rest.RestConfig;
import org.camelforce.salesforcecc.simulator.oauth.OAuthError;
import org.camelforce.salesforcecc.simulator.oauth.TokenIssue;
import org.camelforce.salesforcecc.simulator.oauth.TokenResponseVariant;
import org.camelforce.salesforcecc.simulator.request.ApiUsage;
import org.camelforce.salesforcecc.simulator.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link SalesforceSimulator}; everything has a default. Not for use by several threads. May start any
 * number of simulators, which share nothing but the time and the random source.
 */
public final class SalesforceSimulatorBuilder {

    private static final Pattern API_VERSION = Pattern.compile("[1-9][0-9]\\.0");

    int port;
    int maxThreads = 32;

    @Nullable
    SSLContext tls;

    int pubSubPort;

    @Nullable
    Integer consolePort;

    @Nullable
    SSLContext pubSubTls;

    @Nullable
    String consumerKey;

    @Nullable
    String consumerSecret;

    @Nullable
    String orgId;

    String myDomain = "simulator.my.salesforce.com";

    @Nullable
    String runAsUsername = "integration@simulator.example";

    Duration sessionTimeout = Duration.ofHours(2);
    TokenIssue tokenIssue = TokenIssue.SAME_WHILE_LIVE;
    TokenResponseVariant tokenResponse = TokenResponseVariant.POSTMAN;
    OAuthError flowOffAnswer = OAuthError.FLOW_NOT_ENABLED;
    int loginsPerHour = InMemoryLoginHistory.DEFAULT_LOGINS_PER_HOUR;
    int dailyApiRequests = ApiUsage.DEVELOPER_EDITION;
    String apiVersion = "67.0";
    InstantSource time = InstantSource.system();
    RandomGenerator random = new SecureRandom();
    Schema schema = Schema.standard();
    Predicate<String> capturedEntities = entity -> true;
    Duration connectTimeout = Duration.ofSeconds(110);
    Duration maxInterval = Duration.ofSeconds(40);
    int queryBatchSize = 2_000;
    final Map<String, HttpServlet> servlets = new LinkedHashMap<>();

    SalesforceSimulatorBuilder() {}

    /**
     * @param port the port on the loopback address; default 0, any free one
     * @return this
     */
    public SalesforceSimulatorBuilder port(int port) {
        this.port = port;
        return this;
    }

    /**
     * @param maxThreads upper limit of threads that serve requests, at least 8; default 32
     * @return this
     */
    public SalesforceSimulatorBuilder maxThreads(int maxThreads) {
        this.maxThreads = maxThreads;
        return this;
    }

    /**
     * @param tls serves https with its key, whose certificate should name {@code localhost}; null for plain http, which
     *     is the default
     * @return this
     */
    public SalesforceSimulatorBuilder tls(@Nullable SSLContext tls) {
        this.tls = tls;
        return this;
    }

    /**
     * @param port the port of the Pub/Sub API on the loopback address, which is then opened at the start; default 0:
     *     any free one, opened when it is first asked for
     * @return this
     */
    public SalesforceSimulatorBuilder pubSubPort(int port) {
        this.pubSubPort = port;
        return this;
    }

    /**
     * Serves a page on which a person sees what happens in the org and lets things go wrong. Without this there is
     * none.
     *
     * @param port the page's port on the loopback address, 0 for any free one
     * @return this
     */
    public SalesforceSimulatorBuilder consolePort(int port) {
        this.consolePort = port;
        return this;
    }

    /**
     * @param tls lets the Pub/Sub API speak TLS with its key, whose certificate should name {@code localhost}; null,
     *     the default, for TLS with the key of {@link #tls}, and plaintext without one
     * @return this
     */
    public SalesforceSimulatorBuilder pubSubTls(@Nullable SSLContext tls) {
        this.pubSubTls = tls;
        return this;
    }

    /**
     * @param key consumer key; default 85 random characters that start with {@code 3MVG9}
     * @return this
     */
    public SalesforceSimulatorBuilder consumerKey(String key) {
        this.consumerKey = key;
        return this;
    }

    /**
     * @param secret consumer secret; default 64 random upper-case hexadecimal digits
     * @return this
     */
    public SalesforceSimulatorBuilder consumerSecret(String secret) {
        this.consumerSecret = secret;
        return this;
    }

    /**
     * @param id org id in either form, starting with {@code 00D}; default random
     * @return this
     */
    public SalesforceSimulatorBuilder orgId(String id) {
        this.orgId = id;
        return this;
    }

    /**
     * @param host host of the org's My Domain; default {@code simulator.my.salesforce.com}
     * @return this
     */
    public SalesforceSimulatorBuilder myDomain(String host) {
        this.myDomain = host;
        return this;
    }

    /**
     * @param username the app's Run As user, who is added to the org; null for none; default
     *     {@code integration@simulator.example}
     * @return this
     */
    public SalesforceSimulatorBuilder runAsUsername(@Nullable String username) {
        this.runAsUsername = username;
        return this;
    }

    /**
     * @param timeout how long a session lives without activity; default two hours
     * @return this
     */
    public SalesforceSimulatorBuilder sessionTimeout(Duration timeout) {
        this.sessionTimeout = timeout;
        return this;
    }

    /**
     * @param issue what a further login does to the session that is there; default {@link TokenIssue#SAME_WHILE_LIVE}
     * @return this
     */
    public SalesforceSimulatorBuilder tokenIssue(TokenIssue issue) {
        this.tokenIssue = issue;
        return this;
    }

    /**
     * @param variant which fields a token response has; default {@link TokenResponseVariant#POSTMAN}
     * @return this
     */
    public SalesforceSimulatorBuilder tokenResponse(TokenResponseVariant variant) {
        this.tokenResponse = variant;
        return this;
    }

    /**
     * @param answer how a login is denied while the flow is switched off; reports differ between
     *     {@link OAuthError#FLOW_NOT_ENABLED}, which is the default, and {@link OAuthError#UNSUPPORTED_GRANT_TYPE}
     * @return this
     */
    public SalesforceSimulatorBuilder flowOffAnswer(OAuthError answer) {
        this.flowOffAnswer = answer;
        return this;
    }

    /**
     * @param logins logins that a user has per rolling hour; default 3,600
     * @return this
     */
    public SalesforceSimulatorBuilder loginsPerHour(int logins) {
        this.loginsPerHour = logins;
        return this;
    }

    /**
     * @param requests the org's daily allocation of API requests; default 15,000
     * @return this
     */
    public SalesforceSimulatorBuilder dailyApiRequests(int requests) {
        this.dailyApiRequests = requests;
        return this;
    }

    /**
     * @param version latest API version of the org, from {@code 31.0}; default {@code 67.0}
     * @return this
     * @throws IllegalArgumentException if it has not the form {@code NN.0}, or is older
     */
    public SalesforceSimulatorBuilder apiVersion(String version) {
        if (!API_VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("an API version looks like 67.0, but this is " + version);
        }
        if (Integer.parseInt(version.substring(0, 2)) < RestConfig.OLDEST_VERSION) {
            throw new IllegalArgumentException(
                    "API versions before " + RestConfig.OLDEST_VERSION + ".0 are retired, but this is " + version);
        }
        this.apiVersion = version;
        return this;
    }

    /**
     * @param time the org's clock; default the system's
     * @return this
     */
    public SalesforceSimulatorBuilder time(InstantSource time) {
        this.time = time;
        return this;
    }

    /**
     * @param random where ids, tokens, keys and secrets come from, safe for use by several threads; default a
     *     {@link SecureRandom}
     * @return this
     */
    public SalesforceSimulatorBuilder random(RandomGenerator random) {
        this.random = random;
        return this;
    }

    /**
     * @param schema the objects and platform events of the org; default {@link Schema#standard()}
     * @return this
     */
    public SalesforceSimulatorBuilder schema(Schema schema) {
        this.schema = schema;
        return this;
    }

    /**
     * @param entities for which objects, by API name, record changes are published as change events; default for all
     * @return this
     */
    public SalesforceSimulatorBuilder changeDataCapture(Predicate<String> entities) {
        this.capturedEntities = entities;
        return this;
    }

    /**
     * @param connectTimeout how long a {@code /meta/connect} is held, in real time; default 110 s
     * @param maxInterval how long a streaming client may stay away before it is forgotten, in real time; default 40 s
     * @return this
     */
    public SalesforceSimulatorBuilder streamingTimeouts(Duration connectTimeout, Duration maxInterval) {
        this.connectTimeout = connectTimeout;
        this.maxInterval = maxInterval;
        return this;
    }

    /**
     * @param size rows in a page of a query that does not ask for another size, from 1 to 2,000; default 2,000
     * @return this
     */
    public SalesforceSimulatorBuilder queryBatchSize(int size) {
        this.queryBatchSize = size;
        return this;
    }

    /** Adds a servlet, asynchronous processing supported, in place of whatever else would serve its path. */
    SalesforceSimulatorBuilder servlet(String path, HttpServlet servlet) {
        servlets.put(path, servlet);
        return this;
    }

    /**
     * @return a running simulator, which the caller closes
     * @throws java.io.UncheckedIOException if the port is in use
     * @throws IllegalArgumentException if a setting is not valid
     */
    public SalesforceSimulator start() {
        return new SalesforceSimulator(this);
    }
}
