package org.camelforce.salesforcecc.rotation;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.LoginUrl;
import org.camelforce.salesforcecc.internal.oauth.SalesforceClient;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.rotation.RotationChecks.Findings;
import org.camelforce.salesforcecc.rotation.RotationResult.PairFingerprint;
import org.eclipse.jetty.client.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the consumer key and secret of an External Client App (Salesforce Help, "Stage, Rotate, and Delete OAuth
 * Credentials for an External Client App"): stages a new pair, has it stored, makes it the current one, and proves by a
 * login that it works. The new pair is stored before the former one stops working, and a failure before the rotation
 * leaves everything as it was.
 *
 * <p>The org needs <i>Allow access to External Client App consumer secrets via REST API</i> in Setup, External Client
 * App Settings, and the user whose login is used the permissions <i>External Client App Developer</i> and <i>View
 * Client Secret</i>. That login may be by the very app that is rotated, or better by another one, which no rotation of
 * this one can lock out.
 *
 * <p>Salesforce may end all sessions of the app when it rotates; clients that hold one then log in again, and have to
 * read the stored pair for it. A client that reads the stored pair in the moment between storing and rotating is
 * refused until the rotation is done, and has to try again.
 *
 * <p>Not for use by several threads, and two rotations of one app must not run at the same time.
 */
public final class SalesforceCredentialRotation {

    /** API version from which on pairs can be staged. */
    public static final String OLDEST_API_VERSION = "65.0";

    private static final Pattern API_VERSION = Pattern.compile("[1-9][0-9]{1,2}\\.0");
    private static final Duration MAX_GRACE_PERIOD = Duration.ofMinutes(10);
    private static final Duration DEFAULT_RETRY_DELAY = Duration.ofSeconds(15);
    private static final long DEFAULT_TIMEOUT_MILLIS = 60_000;

    private final HttpClient httpClient;
    private final TrustedHosts trustedHosts;
    private final LoginUrl loginUrl;
    private final AuthenticationStrategy login;
    private final CredentialsWriter writer;
    private @Nullable String appId;
    private @Nullable String appName;
    private @Nullable String consumerId;
    private @Nullable String clientId;
    private String apiVersion = OLDEST_API_VERSION;
    private boolean replaceStaged;
    private boolean endFormerPair;
    private Duration gracePeriod = MAX_GRACE_PERIOD;
    private Duration retryDelay = DEFAULT_RETRY_DELAY;
    private RotationPause pause = RotationPause.real();
    private long timeoutMillis = DEFAULT_TIMEOUT_MILLIS;

    /**
     * @param httpClient sends the requests; started and stopped by its owner
     * @param loginUrl the org's My Domain, where the pairs are proved
     * @param allowedHosts names of hosts to which secrets and tokens may be sent besides Salesforce's; often empty
     * @param login gives the access token of the user who administers the app's credentials
     * @param writer where the new pair is stored; not used by a dry run
     * @throws IllegalArgumentException if the URL is no My Domain, or a name is no host name; the message names the
     *     option
     */
    public SalesforceCredentialRotation(
            HttpClient httpClient,
            String loginUrl,
            Collection<String> allowedHosts,
            AuthenticationStrategy login,
            CredentialsWriter writer) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
        this.trustedHosts = TrustedHosts.and(allowedHosts);
        this.loginUrl = LoginUrl.parse(loginUrl, trustedHosts);
        this.login = Objects.requireNonNull(login, "login");
        this.writer = Objects.requireNonNull(writer, "writer");
    }

    /**
     * A rotation of the app with whose pair it also logs in.
     *
     * @param httpClient sends the requests; started and stopped by its owner
     * @param loginUrl the org's My Domain
     * @param allowedHosts names of hosts to which secrets and tokens may be sent besides Salesforce's; often empty
     * @param current the app's current pair
     * @param writer where the new pair is stored; not used by a dry run
     * @return the rotation, to be refined
     * @throws IllegalArgumentException if the URL is no My Domain, or a name is no host name; the message names the
     *     option
     */
    public static SalesforceCredentialRotation ofOwnApp(
            HttpClient httpClient,
            String loginUrl,
            Collection<String> allowedHosts,
            ClientCredentials current,
            CredentialsWriter writer) {
        TrustedHosts hosts = TrustedHosts.and(allowedHosts);
        PairLogin logins = new PairLogin(httpClient, LoginUrl.parse(loginUrl, hosts), hosts, DEFAULT_TIMEOUT_MILLIS);
        SalesforceCredentialRotation rotation =
                new SalesforceCredentialRotation(httpClient, loginUrl, allowedHosts, logins.strategy(current), writer);
        rotation.setClientId(current.clientId());
        return rotation;
    }

    /**
     * @param appId id of the app, 15 or 18 characters; default null, to be looked up
     * @throws IllegalArgumentException if it is no id
     */
    public void setAppId(@Nullable String appId) {
        this.appId = requireId("appId", appId);
    }

    /** @param appName API name of the app; default null, for any app */
    public void setAppName(@Nullable String appName) {
        this.appName = appName;
    }

    /**
     * @param consumerId id of the app's OAuth consumer, 15 or 18 characters; default null, to be looked up
     * @throws IllegalArgumentException if it is no id
     */
    public void setConsumerId(@Nullable String consumerId) {
        this.consumerId = requireId("consumerId", consumerId);
    }

    /** @param clientId current consumer key of the app, by which it is looked up; default null, for any */
    public void setClientId(@Nullable String clientId) {
        this.clientId = clientId;
    }

    /**
     * @param apiVersion version of the REST API, at least and by default {@value #OLDEST_API_VERSION}
     * @throws IllegalArgumentException if it is older or has another form
     */
    public void setApiVersion(String apiVersion) {
        if (!API_VERSION.matcher(apiVersion).matches()
                || Double.parseDouble(apiVersion) < Double.parseDouble(OLDEST_API_VERSION)) {
            throw new IllegalArgumentException(
                    "Option apiVersion must be " + OLDEST_API_VERSION + " or later, but is " + apiVersion);
        }
        this.apiVersion = apiVersion;
    }

    /**
     * @param replaceStaged whether staged pairs that are there already are deleted, also the entry of the last
     *     rotation, which ends its former pair; by default a rotation stops if one waits to be rotated
     */
    public void setReplaceStaged(boolean replaceStaged) {
        this.replaceStaged = replaceStaged;
    }

    /**
     * @param endFormerPair whether the former pair is ended when the new one has been proved, for example because it
     *     has leaked; by default Salesforce ends it in its own time
     */
    public void setEndFormerPair(boolean endFormerPair) {
        this.endFormerPair = endFormerPair;
    }

    /**
     * @param gracePeriod for how long the new pair may be denied after the rotation, up to and by default ten minutes
     * @throws IllegalArgumentException if it is negative or longer
     */
    public void setGracePeriod(Duration gracePeriod) {
        if (gracePeriod.isNegative() || gracePeriod.compareTo(MAX_GRACE_PERIOD) > 0) {
            throw new IllegalArgumentException(
                    "Option gracePeriod must be from 0 to " + MAX_GRACE_PERIOD + ", but is " + gracePeriod);
        }
        this.gracePeriod = gracePeriod;
    }

    /**
     * @param retryDelay how long to wait between two logins with the new pair, at least 1 s; default 15 s
     * @throws IllegalArgumentException if it is shorter
     */
    public void setRetryDelay(Duration retryDelay) {
        if (retryDelay.toSeconds() < 1) {
            throw new IllegalArgumentException("Option retryDelay must be at least 1 s, but is " + retryDelay);
        }
        this.retryDelay = retryDelay;
    }

    /** @param pause how to wait; default in real time */
    public void setPause(RotationPause pause) {
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    /**
     * @param timeoutMillis how long one request or login may take, in milliseconds, at least 1; default 60,000
     * @throws IllegalArgumentException if it is less
     */
    public void setTimeout(long timeoutMillis) {
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("Option timeout must be at least 1 ms, but is " + timeoutMillis);
        }
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Checks all that can be checked, and changes nothing: login, setting, permissions, ids, the current pair and
     * whether it can log in, and leftover staged pairs. Blocks.
     *
     * @return what was found
     * @throws RotationException if a rotation could not be made now; interrupting the thread is a reason too
     */
    public RotationResult dryRun() throws RotationException {
        return run(true);
    }

    /**
     * Rotates. Blocks, usually for a few seconds, and up to the grace period if the new pair is denied at first.
     *
     * @return what was done
     * @throws RotationException if it did not come to its end; its steps tell how far it went
     */
    public RotationResult rotate() throws RotationException {
        return run(false);
    }

    private RotationResult run(boolean dry) throws RotationException {
        StepLog log = new StepLog();
        try {
            RestAccess access = new RestAccess(login, trustedHosts, timeoutMillis);
            SalesforceClient client = new SalesforceClient(
                    httpClient, trustedHosts::trusts, timeoutMillis, TransportSettings.DEFAULT_MAX_ANSWER_BYTES);
            CredentialsApi api = new CredentialsApi(new RestCalls(client, access, apiVersion));
            ConsumerLookup lookup = new ConsumerLookup(api, new RotationTarget(appId, appName, consumerId, clientId));
            PairLogin logins = new PairLogin(httpClient, loginUrl, trustedHosts, timeoutMillis);
            RotationPlan plan = new RotationPlan(replaceStaged, endFormerPair, gracePeriod, retryDelay, pause);
            Findings found = new RotationChecks(access, api, lookup, logins, log).run();
            RotationRun rotation = new RotationRun(api, access, logins, writer, plan, log, found);
            ClientCredentials current = dry ? rotation.rehearse() : rotation.run();
            return new RotationResult(
                    found.consumer().appId(),
                    found.consumer().consumerId(),
                    PairFingerprint.of(found.current()),
                    PairFingerprint.of(current),
                    log.steps());
        } catch (RotationException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw e.after(log.steps());
        }
    }

    private static @Nullable String requireId(String option, @Nullable String id) {
        if (id != null && !CredentialsApi.ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be an ID of 15 or 18 letters and digits, but is " + id);
        }
        return id;
    }
}
