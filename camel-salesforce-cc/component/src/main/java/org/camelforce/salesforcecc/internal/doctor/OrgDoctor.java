package org.camelforce.salesforcecc.internal.doctor;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.ClientCredentials;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.doctor.CheckResult;
import org.camelforce.salesforcecc.doctor.DoctorReport;
import org.camelforce.salesforcecc.doctor.SalesforceCcDoctor;
import org.camelforce.salesforcecc.internal.connection.Transport;
import org.camelforce.salesforcecc.internal.connection.TransportSettings;
import org.camelforce.salesforcecc.internal.oauth.Redaction;
import org.camelforce.salesforcecc.internal.oauth.TrustedHosts;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.camelforce.salesforcecc.internal.token.TokenTime;
import org.jspecify.annotations.Nullable;

/** The doctor for a login URL and the pairs that may log in there. */
public final class OrgDoctor implements SalesforceCcDoctor {

    private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;
    private static final String DEFAULT_PUB_SUB_HOST = "api.pubsub.salesforce.com";
    private static final int DEFAULT_PUB_SUB_PORT = 7443;
    private static final int MAX_PORT = 65_535;
    private static final Set<CheckName> MAY_BE_LEFT_OUT =
            EnumSet.of(CheckName.INTROSPECTION, CheckName.STREAMING, CheckName.PUB_SUB);
    private static final Pattern API_VERSION = Pattern.compile("\\d{1,3}\\.0");

    private static final Pattern USER_INFORMATION = Pattern.compile("//[^/]*@");

    private final @Nullable String loginUrl;
    private final List<ClientCredentials> pairs;
    private ClientAuthenticationMethod method = ClientAuthenticationMethod.CLIENT_SECRET_POST;
    private TrustedHosts trustedHosts = TrustedHosts.salesforceOnly();
    private @Nullable TransportSettings transport;
    private @Nullable URI instanceUrl;
    private String apiVersion = SalesforceEndpointConfig.DEFAULT_VERSION;
    private String pubSubHost = DEFAULT_PUB_SUB_HOST;
    private int pubSubPort = DEFAULT_PUB_SUB_PORT;
    private boolean pubSubSystemProxy;
    private @Nullable String pubSubProblem;
    private Map<String, Object> longPolling = Map.of();
    private @Nullable String expectedOrgId;
    private @Nullable String expectedUserId;
    private Set<CheckName> leftOut = Set.of();
    private InstantSource clock = TokenTime.system().wallClock();

    /**
     * @param loginUrl the org's My Domain as a user wrote it; whether it can work is the first thing to be examined
     * @param pairs consumer keys and secrets, at least one; the preferred one comes first
     */
    public OrgDoctor(@Nullable String loginUrl, List<ClientCredentials> pairs) {
        this.loginUrl = loginUrl;
        this.pairs = List.copyOf(pairs);
    }

    /** @param method how key and secret travel; default {@link ClientAuthenticationMethod#CLIENT_SECRET_POST} */
    public void setClientAuthenticationMethod(ClientAuthenticationMethod method) {
        this.method = Objects.requireNonNull(method, "method");
    }

    /** @param trustedHosts where secret and token may be sent; default {@link TrustedHosts#salesforceOnly()} */
    public void setTrustedHosts(TrustedHosts trustedHosts) {
        this.trustedHosts = Objects.requireNonNull(trustedHosts, "trustedHosts");
    }

    /** @param transport how requests travel; default by the TLS settings of the Java platform, in 30 s at most */
    public void setTransport(TransportSettings transport) {
        this.transport = Objects.requireNonNull(transport, "transport");
    }

    /**
     * @param instanceUrl where the API is called instead of at the instance URL of the token response; default null, at
     *     that one. Like that one, it must be a trusted host
     * @throws IllegalArgumentException if it is no URL
     */
    public void setInstanceUrl(@Nullable String instanceUrl) {
        this.instanceUrl = instanceUrl == null ? null : AccessToken.withoutTrailingSlash(URI.create(instanceUrl));
    }

    /**
     * @param apiVersion the API version that the integration uses, for example {@code 62.0}; default that of
     *     {@code camel-salesforce}
     * @throws IllegalArgumentException if it is none
     */
    public void setApiVersion(String apiVersion) {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException("Option apiVersion must look like 62.0, but is " + apiVersion);
        }
        this.apiVersion = apiVersion;
    }

    /**
     * @param host host of the Pub/Sub API; default {@code api.pubsub.salesforce.com}
     * @param port its port, from 1 to 65,535; default 7443
     * @throws IllegalArgumentException if it is no port
     */
    public void setPubSub(String host, int port) {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("pubSubPort must be from 1 to 65535, but is " + port);
        }
        this.pubSubHost = Objects.requireNonNull(host, "host");
        this.pubSubPort = port;
    }

    /**
     * @param allowed whether the Pub/Sub API is reached through the proxy that the JVM's system properties name, if no
     *     HTTP proxy is set; default false
     */
    public void setPubSubSystemProxy(boolean allowed) {
        this.pubSubSystemProxy = allowed;
    }

    /**
     * @param problem names an option that no subscription to the Pub/Sub API works with; default null, there is none
     */
    public void setPubSubProblem(@Nullable String problem) {
        this.pubSubProblem = problem;
    }

    /** @param properties options of CometD's transport; default none */
    public void setLongPolling(Map<String, Object> properties) {
        this.longPolling = Collections.unmodifiableMap(new HashMap<>(properties));
    }

    /** @param id the id, of 15 or 18 characters, of the org that was meant; default null, any org */
    public void setExpectedOrgId(@Nullable String id) {
        this.expectedOrgId = id;
    }

    /** @param id the id, of 15 or 18 characters, of the Run As user that was meant; default null, any user */
    public void setExpectedUserId(@Nullable String id) {
        this.expectedUserId = id;
    }

    @Override
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

    @Override
    public DoctorReport examine() throws InterruptedException {
        DoctorSettings settings = settings();
        try (Transport opened = Transport.open(settings.transport())) {
            return examine(new DiagnosisContext(settings, opened.httpClient()));
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
        String shown = OutsideText.without(
                text, examination.hasToken() ? examination.token().value() : null);
        for (ClientCredentials pair : pairs) {
            shown = Redaction.of(pair).in(shown);
        }
        return OutsideText.oneLine(shown);
    }

    private DoctorSettings settings() {
        return new DoctorSettings(
                loginUrl,
                pairs,
                method,
                trustedHosts,
                transport == null ? platformTransport() : transport,
                instanceUrl,
                apiVersion,
                pubSubHost,
                pubSubPort,
                pubSubSystemProxy,
                pubSubProblem,
                longPolling,
                expectedOrgId,
                expectedUserId,
                clock);
    }

    private static TransportSettings platformTransport() {
        return TransportSettings.ofPlatform().withTimeout(DEFAULT_TIMEOUT_MILLIS);
    }
}
