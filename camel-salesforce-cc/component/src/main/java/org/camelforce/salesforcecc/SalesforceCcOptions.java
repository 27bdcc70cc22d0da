package org.camelforce.salesforcecc;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Metadata;
import org.camelforce.salesforcecc.auth.AuthenticationStrategy;
import org.camelforce.salesforcecc.auth.ClientAuthenticationMethod;
import org.camelforce.salesforcecc.auth.CredentialsSource;
import org.camelforce.salesforcecc.credentials.NextCredentials;
import org.camelforce.salesforcecc.internal.subscription.GapPolicyConverter;
import org.camelforce.salesforcecc.replay.ReplayStore;
import org.camelforce.salesforcecc.token.TokenPolicy;
import org.jspecify.annotations.Nullable;

/** The options that {@link SalesforceCcComponent} has besides those of {@code salesforce}. */
public abstract class SalesforceCcOptions extends RequestOptions {

    private static final String REPLAY_STORE_LOCATION = "salesforce-cc-positions";

    @Metadata(
            label = "security",
            description =
                    "How to log in instead of the client credentials flow. loginUrl, clientId and clientSecret are not needed"
                            + " then.")
    private @Nullable AuthenticationStrategy authenticationStrategy;

    @Metadata(
            label = "security",
            defaultValue = "CLIENT_SECRET_POST",
            description =
                    "How consumer key and secret are sent to the token endpoint: as parameters of the request body or in an"
                            + " HTTP Basic header.")
    private ClientAuthenticationMethod clientAuthenticationMethod = ClientAuthenticationMethod.CLIENT_SECRET_POST;

    @Metadata(
            label = "security",
            description =
                    "Hosts, besides Salesforce's own, that can receive secret and token, for example a gateway in front of the"
                            + " org. Full hostnames, separated by commas, without ports and wildcards. Only over HTTPS.")
    private @Nullable String allowedHosts;

    @Metadata(
            label = "security",
            defaultValue = "false",
            description =
                    "Whether to revoke the access token when the component stops. This ends the session of every holder:"
                            + " other nodes that use the same app and Run As user are logged out too.")
    private boolean revokeOnStop;

    @Metadata(
            label = "security",
            description =
                    "The pair that a rotation is about to put in place, next.clientId and next.clientSecret. Tried when the"
                            + " login with the current pair is denied.")
    private NextCredentials next = new NextCredentials();

    @Metadata(
            label = "security",
            description =
                    "Path of a folder with one file per value (a mounted Kubernetes secret), of a JSON file or of a properties"
                            + " file. The values are consumerKey and consumerSecret, and optionally nextConsumerKey,"
                            + " nextConsumerSecret and baseUri. Read at every login. Instead of clientId and clientSecret.")
    private @Nullable String credentialsLocation;

    @Metadata(
            label = "security",
            description =
                    "Yields consumer keys and secrets at every login, for example from a vault. Instead of clientId and"
                            + " clientSecret.")
    private @Nullable CredentialsSource credentialsSource;

    @Metadata(label = "security", description = "ID of the only org to connect to. A login to another org is denied.")
    private @Nullable String expectedOrgId;

    @Metadata(
            label = "security",
            description = "ID of the only user to act as. A login as another Run As user is denied.")
    private @Nullable String expectedUserId;

    @Metadata(
            label = "producer,security",
            defaultValue = "false",
            description =
                    "Whether message headers without CamelSalesforce, such as sObjectId or rawPath, choose parameters too, as"
                            + " in older versions of Camel. Use it for a migration only: anyone who can send a message to such a route, for"
                            + " example by HTTP, can choose the record, the query or the path (CVE-2026-49099).")
    private boolean legacyHeaders;

    @Metadata(
            label = "advanced",
            description =
                    "When the access token is renewed, how long the pauses between logins are, and how many logins are allowed.")
    private TokenPolicy tokenPolicy = new TokenPolicy();

    @Metadata(
            label = "consumer",
            description =
                    "Where durable subscriptions keep their positions, unless an endpoint names its own store. Default:"
                            + " files in replayStoreLocation.")
    private @Nullable ReplayStore replayStore;

    @Metadata(
            label = "consumer",
            defaultValue = REPLAY_STORE_LOCATION,
            description =
                    "The folder in which durable subscriptions keep their positions when there is no replayStore. Relative to"
                            + " the working directory; must outlive the process.")
    private String replayStoreLocation = REPLAY_STORE_LOCATION;

    private final Set<String> formerNames = new TreeSet<>();

    /** Creates the component; the context is set when it is added to one. */
    protected SalesforceCcOptions() {}

    /** @param context the context */
    protected SalesforceCcOptions(CamelContext context) {
        super(context);
    }

    @Override
    protected void doInit() throws Exception {
        GapPolicyConverter.addTo(getCamelContext().getTypeConverterRegistry());
        super.doInit();
    }

    /** @return the user's strategy, or null for the client credentials flow */
    public @Nullable AuthenticationStrategy getAuthenticationStrategy() {
        return authenticationStrategy;
    }

    /** @param authenticationStrategy how to log in instead of the client credentials flow */
    public void setAuthenticationStrategy(@Nullable AuthenticationStrategy authenticationStrategy) {
        this.authenticationStrategy = authenticationStrategy;
    }

    /** @return how consumer key and secret are sent */
    public ClientAuthenticationMethod getClientAuthenticationMethod() {
        return clientAuthenticationMethod;
    }

    /**
     * @param clientAuthenticationMethod how consumer key and secret are sent; default
     *     {@link ClientAuthenticationMethod#CLIENT_SECRET_POST}
     */
    public void setClientAuthenticationMethod(ClientAuthenticationMethod clientAuthenticationMethod) {
        this.clientAuthenticationMethod = clientAuthenticationMethod;
    }

    /** @return further hosts that are trusted, separated by commas, or null */
    public @Nullable String getAllowedHosts() {
        return allowedHosts;
    }

    /**
     * @param allowedHosts host names that secret and token may be sent to besides Salesforce's own, separated by commas
     */
    public void setAllowedHosts(@Nullable String allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    /** @return whether the access token is revoked on stop */
    public boolean isRevokeOnStop() {
        return revokeOnStop;
    }

    /**
     * @param revokeOnStop whether to revoke the access token on stop, which ends the session of every holder; default
     *     false
     */
    public void setRevokeOnStop(boolean revokeOnStop) {
        this.revokeOnStop = revokeOnStop;
    }

    /** @return the pair that a rotation is about to put in place; its values may change at any time */
    public NextCredentials getNext() {
        return next;
    }

    /** @param next the pair that a rotation is about to put in place */
    public void setNext(NextCredentials next) {
        this.next = Objects.requireNonNull(next, "next");
    }

    /**
     * Not for use: Camel would show the value in its log. The component does not start then.
     *
     * @param nextClientId not kept
     */
    @Metadata(skip = true)
    public void setNextClientId(@Nullable String nextClientId) {
        formerNames.add("nextClientId");
    }

    /**
     * Not for use: Camel would show the value in its log. The component does not start then.
     *
     * @param nextClientSecret not kept
     */
    @Metadata(skip = true)
    public void setNextClientSecret(@Nullable String nextClientSecret) {
        formerNames.add("nextClientSecret");
    }

    /** Whether nobody has chosen another folder. */
    boolean isDefaultReplayStoreLocation() {
        return replayStoreLocation.equals(REPLAY_STORE_LOCATION);
    }

    /** The options that have been set by a name that they do not have any more. */
    Set<String> formerNames() {
        return formerNames;
    }

    /** @return the path that credentials are read from, or null */
    public @Nullable String getCredentialsLocation() {
        return credentialsLocation;
    }

    /** @param credentialsLocation a folder, a JSON file or a properties file that is read at every login */
    public void setCredentialsLocation(@Nullable String credentialsLocation) {
        this.credentialsLocation = credentialsLocation;
    }

    /** @return the user's source of credentials, or null */
    public @Nullable CredentialsSource getCredentialsSource() {
        return credentialsSource;
    }

    /** @param credentialsSource yields consumer keys and secrets at every login */
    public void setCredentialsSource(@Nullable CredentialsSource credentialsSource) {
        this.credentialsSource = credentialsSource;
    }

    /** @return id of the only org to connect to, or null */
    public @Nullable String getExpectedOrgId() {
        return expectedOrgId;
    }

    /** @param expectedOrgId an org id of 15 or 18 characters */
    public void setExpectedOrgId(@Nullable String expectedOrgId) {
        this.expectedOrgId = expectedOrgId;
    }

    /** @return id of the only user to act as, or null */
    public @Nullable String getExpectedUserId() {
        return expectedUserId;
    }

    /** @param expectedUserId a user id of 15 or 18 characters */
    public void setExpectedUserId(@Nullable String expectedUserId) {
        this.expectedUserId = expectedUserId;
    }

    /** @return whether message headers without {@code CamelSalesforce} choose parameters */
    public boolean isLegacyHeaders() {
        return legacyHeaders;
    }

    /**
     * @param legacyHeaders whether message headers without {@code CamelSalesforce} choose parameters of a request too;
     *     default false
     */
    public void setLegacyHeaders(boolean legacyHeaders) {
        this.legacyHeaders = legacyHeaders;
    }

    /** @return the numbers of the access token's life; to be changed before the component starts */
    public TokenPolicy getTokenPolicy() {
        return tokenPolicy;
    }

    /** @param tokenPolicy the numbers of the access token's life */
    public void setTokenPolicy(TokenPolicy tokenPolicy) {
        this.tokenPolicy = Objects.requireNonNull(tokenPolicy, "tokenPolicy");
    }

    /** @return where durable subscriptions keep their positions, or null for files */
    public @Nullable ReplayStore getReplayStore() {
        return replayStore;
    }

    /** @param replayStore where durable subscriptions keep their positions */
    public void setReplayStore(@Nullable ReplayStore replayStore) {
        this.replayStore = replayStore;
    }

    /** @return the folder in which durable subscriptions keep their positions without a store */
    public String getReplayStoreLocation() {
        return replayStoreLocation;
    }

    /** @param replayStoreLocation a folder, which is created; default {@code salesforce-cc-positions} */
    public void setReplayStoreLocation(String replayStoreLocation) {
        this.replayStoreLocation = Objects.requireNonNull(replayStoreLocation, "replayStoreLocation");
    }

    /** The names under which a component is known in its context. */
    final List<String> names() {
        CamelContext context = getCamelContext();
        return context.getComponentNames().stream()
                .filter(name -> context.hasComponent(name) == this)
                .toList();
    }

    final String name() {
        return String.join(",", names());
    }
}
