package org.camelforce.salesforcecc.doctor;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.internal.connection.HttpProxySettings;
import org.camelforce.salesforcecc.internal.connection.OpenChannels;
import org.camelforce.salesforcecc.internal.oauth.Redaction;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * Examines whether a login URL, a consumer key and a consumer secret are all that an integration needs: each check says
 * what it saw and, if something is wrong, which option or setup page and field to change. It logs in once, and a second
 * time only after a passing fault of Salesforce's; it changes nothing in the org and revokes nothing.
 *
 * <p>Not for use by several threads while it is being set up; examinations may be made by several threads at once. Each
 * opens its own connections and threads and closes them before it returns.
 */
public final class SalesforceCcDoctor {

    private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;
    private static final String DEFAULT_PUB_SUB_HOST = "api.pubsub.salesforce.com";
    private static final int DEFAULT_PUB_SUB_PORT = 7443;
    private static final int GREATEST_PORT = 65_535;
    private static final Set<CheckName> MAY_BE_LEFT_OUT =
            EnumSet.of(CheckName.INTROSPECTION, CheckName.STREAMING, CheckName.PUB_SUB);
    private static final Pattern API_VERSION = Pattern.compile("\\d{1,3}\\.0");

    private static final Pattern USER_INFORMATION = Pattern.compile("//[^/]*@");

    private final @Nullable String loginUrl;
    private final ClientCredentials credentials;
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;
    private TrustedHosts trustedHosts = TrustedHosts.salesforceOnly();
    private @Nullable SSLContext sslContext;
    private long timeoutMillis = DEFAULT_TIMEOUT_MILLIS;
    private @Nullable URI instanceUrl;
    private String apiVersion = SalesforceEndpointConfig.DEFAULT_VERSION;
    private String pubSubHost = DEFAULT_PUB_SUB_HOST;
    private int pubSubPort = DEFAULT_PUB_SUB_PORT;
    private boolean pubSubSystemProxy;
    private @Nullable String proxyHost;
    private int proxyPort;
    private @Nullable String proxyUsername;
    private @Nullable String proxyPassword;
    private @Nullable Set<String> proxyIncluded;
    private @Nullable Set<String> proxyExcluded;
    private @Nullable String expectedOrgId;
    private @Nullable String expectedUserId;
    private Set<CheckName> leftOut = Set.of();
    private InstantSource clock = TokenTime.system().wallClock();

    /**
     * @param loginUrl the org's My Domain as a user wrote it; whether it can work is the first thing to be examined
     * @param credentials consumer key and secret
     */
    public SalesforceCcDoctor(@Nullable String loginUrl, ClientCredentials credentials) {
        this.loginUrl = loginUrl;
        this.credentials = Objects.requireNonNull(credentials, "credentials");
    }

    /** @param method how key and secret travel; default {@link ClientAuthenticationMethod#CLIENT_SECRET_POST} */
    public void setClientAuthenticationMethod(ClientAuthenticationMethod method) {
        this.method = Objects.requireNonNull(method, "method");
    }

    /** @param hosts host names that secret and token may be sent to besides Salesforce's own; default none */
    public void setAllowedHosts(Collection<String> hosts) {
        this.trustedHosts = TrustedHosts.and(hosts);
    }

    /** @param sslContext TLS settings; default those of the Java platform */
    public void setSslContext(SSLContext sslContext) {
        this.sslContext = Objects.requireNonNull(sslContext, "sslContext");
    }

    /** @param timeoutMillis how long one request may take, in milliseconds, at least 1; default 30,000 */
    public void setTimeout(long timeoutMillis) {
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("timeout must be at least 1 ms, but is " + timeoutMillis);
        }
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * @param instanceUrl where the API is called instead of at the instance URL of the token response; default null, at
     *     that one. Like that one, it must be a Salesforce host or one of the allowed hosts
     * @throws IllegalArgumentException if it is no URL
     */
    public void setInstanceUrl(@Nullable String instanceUrl) {
        this.instanceUrl = instanceUrl == null ? null : AccessToken.withoutTrailingSlash(URI.create(instanceUrl));
    }

    /**
     * @param apiVersion the API version that the integration uses, for example {@code 62.0}; default that of
     *     {@code camel-salesforce}
     */
    public void setApiVersion(String apiVersion) {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException("apiVersion must look like 62.0, but is " + apiVersion);
        }
        this.apiVersion = apiVersion;
    }

    /**
     * @param host host of the Pub/Sub API; default {@code api.pubsub.salesforce.com}
     * @param port its port, from 1 to 65,535; default 7443
     */
    public void setPubSub(String host, int port) {
        this.pubSubHost = Objects.requireNonNull(host, "host");
        this.pubSubPort = requirePort("pubSubPort", port);
    }

    /**
     * @param allowed whether the Pub/Sub API is reached through the proxy that the JVM's system properties name, if no
     *     HTTP proxy is set; default false
     */
    public void setPubSubSystemProxy(boolean allowed) {
        this.pubSubSystemProxy = allowed;
    }

    /**
     * Sends requests through an HTTP proxy, those of the Pub/Sub API too.
     *
     * @param host host name of the proxy
     * @param port its port, from 1 to 65,535
     */
    public void setHttpProxy(String host, int port) {
        this.proxyHost = Objects.requireNonNull(host, "host");
        this.proxyPort = requirePort("httpProxyPort", port);
    }

    /**
     * Does nothing without a proxy.
     *
     * @param username for Basic authentication at the proxy; default null, none
     * @param password for Basic authentication at the proxy; default null, none
     */
    public void setHttpProxyLogin(@Nullable String username, @Nullable String password) {
        this.proxyUsername = username;
        this.proxyPassword = password;
    }

    /**
     * Does nothing without a proxy. An address is a host name, a host name and a port, or a range of IP addresses, as
     * in the component's options.
     *
     * @param included addresses to reach through the proxy; default null, all
     * @param excluded addresses not to reach through the proxy; default null, none
     */
    public void setHttpProxyAddresses(@Nullable Set<String> included, @Nullable Set<String> excluded) {
        this.proxyIncluded = included == null ? null : Set.copyOf(included);
        this.proxyExcluded = excluded == null ? null : Set.copyOf(excluded);
    }

    /** @param id the id, of 15 or 18 characters, of the org that was meant; default null, any org */
    public void setExpectedOrgId(@Nullable String id) {
        this.expectedOrgId = id;
    }

    /** @param id the id, of 15 or 18 characters, of the Run As user that was meant; default null, any user */
    public void setExpectedUserId(@Nullable String id) {
        this.expectedUserId = id;
    }

    /**
     * @param checks what the integration does not use: {@link CheckName#INTROSPECTION}, {@link CheckName#STREAMING} or
     *     {@link CheckName#PUB_SUB}; default none
     * @throws IllegalArgumentException if it is another check, without which nothing works
     */
    public void setLeftOut(Collection<CheckName> checks) {
        checks.stream()
                .filter(check -> !MAY_BE_LEFT_OUT.contains(check))
                .findFirst()
                .ifPresent(check -> {
                    throw new IllegalArgumentException("The check " + check.id() + " cannot be left out");
                });
        this.leftOut = Set.copyOf(checks);
    }

    /** @param clock tells which logins are of the last hour; default the machine's own */
    public void setClock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Makes all checks, one after the other. Blocks for as long as the answers take.
     *
     * @return what was found
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public DoctorReport examine() throws InterruptedException {
        DoctorSettings settings = settings();
        HttpClient httpClient = httpClient(settings);
        OpenChannels channels = OpenChannels.of(httpClient);
        try {
            start(httpClient);
            return examine(new DiagnosisContext(
                    settings, new HttpProbe(httpClient, settings.trustedHosts(), settings.timeoutMillis())));
        } finally {
            stop(httpClient, channels);
        }
    }

    private DoctorReport examine(DiagnosisContext examination) throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : checks()) {
            Diagnosis finding = leftOut.contains(check.name()) ? Diagnosis.leftOut() : examine(check, examination);
            CheckResult result = new CheckResult(
                    check.name(),
                    finding.status(),
                    shown(finding.seen(), examination),
                    finding.remedy(),
                    finding.dependsOn());
            examination.add(result);
            results.add(result);
        }
        return new DoctorReport(shown(subject(), examination), results);
    }

    private static Diagnosis examine(Check check, DiagnosisContext examination) throws InterruptedException {
        CheckName obstacle = examination.obstacle(check.needs(examination));
        return obstacle == null ? check.examine(examination) : Diagnosis.skipped(obstacle);
    }

    private static List<Check> checks() {
        return List.of(
                new LoginUrlCheck(),
                new NetworkCheck(),
                new TokenEndpointCheck(),
                DenialCheck.credentials(),
                DenialCheck.flow(),
                DenialCheck.runAsUser(),
                new ScopesCheck(),
                new IdentityCheck(),
                new ApiAccessCheck(),
                new IntrospectionCheck(),
                new StreamingCheck(),
                new PubSubCheck(),
                new LoginRateCheck(),
                new ApiLimitsCheck());
    }

    private String subject() {
        return loginUrl == null
                ? "(no login URL)"
                : USER_INFORMATION.matcher(loginUrl).replaceAll("//" + OutsideText.HIDDEN + "@");
    }

    private String shown(String text, DiagnosisContext examination) {
        String token = examination.hasToken() ? examination.token().value() : null;
        return OutsideText.oneLine(Redaction.of(credentials).in(OutsideText.without(text, token)));
    }

    private DoctorSettings settings() {
        return new DoctorSettings(
                loginUrl,
                credentials,
                method,
                trustedHosts,
                sslContext == null ? platformTls() : sslContext,
                timeoutMillis,
                instanceUrl,
                apiVersion,
                pubSubHost,
                pubSubPort,
                proxy(),
                pubSubSystemProxy,
                expectedOrgId,
                expectedUserId,
                clock);
    }

    private @Nullable HttpProxySettings proxy() {
        return proxyHost == null
                ? null
                : new HttpProxySettings(
                        proxyHost, proxyPort, proxyUsername, proxyPassword, proxyIncluded, proxyExcluded, null);
    }

    private static HttpClient httpClient(DoctorSettings settings) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(settings.sslContext());
        ClientConnector connector = new ClientConnector();
        connector.setSslContextFactory(tls);
        HttpClient httpClient = new HttpClient(new HttpClientTransportOverHTTP(connector));
        httpClient.setConnectTimeout(settings.timeoutMillis());
        HttpProxySettings proxy = settings.proxy();
        if (proxy != null) {
            proxy.applyTo(httpClient);
        }
        return httpClient;
    }

    private static void start(HttpClient httpClient) {
        try {
            httpClient.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client cannot start", e);
        }
    }

    private static void stop(HttpClient httpClient, OpenChannels channels) {
        try {
            httpClient.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client cannot stop", e);
        } finally {
            channels.close();
        }
    }

    private static SSLContext platformTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The TLS settings of the Java platform cannot be used", e);
        }
    }

    private static int requirePort(String option, int port) {
        if (port < 1 || port > GREATEST_PORT) {
            throw new IllegalArgumentException(option + " must be from 1 to 65535, but is " + port);
        }
        return port;
    }
}
