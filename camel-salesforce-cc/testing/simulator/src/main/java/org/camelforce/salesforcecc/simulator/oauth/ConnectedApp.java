package org.camelforce.salesforcecc.simulator.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.jspecify.annotations.Nullable;

/**
 * A connected app as an administrator sees it. Every change takes effect with the next token request. Safe for use by
 * several threads.
 *
 * <p>A new app is installed, not blocked, has the client credentials flow switched on, no Run As user, the scope
 * {@code api}, a session time-out of two hours (SOAP API Developer Guide, "login()"), opaque tokens, an approved Run As
 * user and no IP restriction.
 */
public final class ConnectedApp {

    private static final Set<String> UNUSABLE_SCOPES = Set.of("full", "web", "refresh_token", "offline_access");

    private static final String APP_KEY_PREFIX = "0xI";
    private static final String CONSUMER_KEY_PREFIX = "888";
    private static final long ID_NUMBERS = 1L << 40;

    private final String id;
    private final String consumerId;
    private final CredentialRotation rotation;
    private volatile String name = "Simulator_App";
    private volatile boolean clientCredentialsEnabled = true;
    private volatile @Nullable String runAsUsername;
    private volatile Set<String> scopes = Set.of("api");
    private volatile Duration sessionTimeout = Duration.ofHours(2);
    private volatile @Nullable Duration jwtLifetime;
    private volatile boolean adminApproved = true;
    private volatile boolean installed = true;
    private volatile boolean blocked;
    private volatile boolean introspectAllTokens;
    private volatile List<IpRange> loginIpRanges = List.of();

    /**
     * @param consumer key and secret to start with
     * @param time the org's clock, by which staged credentials and times of grace end
     * @param random where ids and new pairs come from
     */
    public ConnectedApp(ConsumerDetails consumer, InstantSource time, RandomGenerator random) {
        this.id = SalesforceId.of(APP_KEY_PREFIX, random.nextLong(ID_NUMBERS));
        this.consumerId = SalesforceId.of(CONSUMER_KEY_PREFIX, random.nextLong(ID_NUMBERS));
        this.rotation = new CredentialRotation(consumer, time, random);
    }

    /** @return the app's 18-character id, which starts with {@code 0x} */
    public String id() {
        return id;
    }

    /** @return 18-character id of the app's one OAuth consumer */
    public String consumerId() {
        return consumerId;
    }

    /** @return the app's API name */
    public String name() {
        return name;
    }

    /** @param name the app's API name */
    public void setName(String name) {
        this.name = name;
    }

    /** @return the app's key and secret over time: what is staged, and what a rotation does */
    public CredentialRotation rotation() {
        return rotation;
    }

    /** @return the current key and secret */
    public ConsumerDetails consumer() {
        return rotation.current();
    }

    /**
     * Replaces key and secret at once; the old pair is denied from now on, its sessions live on.
     *
     * @param consumer the new pair
     */
    public void setConsumer(ConsumerDetails consumer) {
        rotation.replace(consumer);
    }

    /**
     * Replaces key and secret with a time of grace, in which the old pair still works. Sessions live on.
     *
     * @param consumer the new pair, accepted from now on
     * @param oldPairUntil when the pair that was current until now is refused, by the org's clock
     */
    public void rotateConsumer(ConsumerDetails consumer, Instant oldPairUntil) {
        rotation.replace(consumer, oldPairUntil);
    }

    /** @return whether the client credentials flow is switched on */
    public boolean isClientCredentialsEnabled() {
        return clientCredentialsEnabled;
    }

    /** @param enabled whether the client credentials flow is switched on */
    public void setClientCredentialsEnabled(boolean enabled) {
        this.clientCredentialsEnabled = enabled;
    }

    /** @return username of the Run As user, empty if none is configured */
    public Optional<String> runAsUsername() {
        return Optional.ofNullable(runAsUsername);
    }

    /**
     * Configures the Run As user. Sessions that exist stay with the user for whom they were opened.
     *
     * @param username a username, not an e-mail address; null for no Run As user
     */
    public void setRunAsUsername(@Nullable String username) {
        this.runAsUsername = username;
    }

    /** @return the scopes selected for the app, in no particular order */
    public Set<String> scopes() {
        return scopes;
    }

    /** @param scopes the scopes selected for the app; possibly none */
    public void setScopes(Collection<String> scopes) {
        this.scopes = Set.copyOf(scopes);
    }

    /**
     * @return the scopes that a client credentials token gets, separated by blanks: those of the app without
     *     {@code full}, {@code web}, {@code refresh_token} and {@code offline_access}; possibly empty
     */
    public String grantableScope() {
        Set<String> usable = new TreeSet<>(scopes);
        usable.removeAll(UNUSABLE_SCOPES);
        return String.join(" ", usable);
    }

    /** @return how long a new session lives without activity */
    public Duration sessionTimeout() {
        return sessionTimeout;
    }

    /**
     * @param timeout how long a new session lives without activity
     * @throws IllegalArgumentException if it is not positive
     */
    public void setSessionTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("session timeout must be positive, but is " + timeout);
        }
        this.sessionTimeout = timeout;
    }

    /** @return how long a JWT-based access token lives, empty if the app gets opaque ones */
    public Optional<Duration> jwtLifetime() {
        return Optional.ofNullable(jwtLifetime);
    }

    /**
     * Chooses the form of the access tokens to come (Metadata API Developer Guide, {@code isNamedUserJwtEnabled}).
     * Salesforce offers 1 to 720 minutes; here any time goes.
     *
     * @param lifetime how long a JWT-based access token lives, in whole seconds, whatever its use; null for opaque
     *     tokens
     * @throws IllegalArgumentException if it is shorter than a second
     */
    public void setJwtLifetime(@Nullable Duration lifetime) {
        if (lifetime != null && lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("a JWT lives for at least a second, but the lifetime is " + lifetime);
        }
        this.jwtLifetime = lifetime;
    }

    /** @return whether the Run As user is pre-authorized by a profile or permission set */
    public boolean isAdminApproved() {
        return adminApproved;
    }

    /** @param approved whether the Run As user is pre-authorized by a profile or permission set */
    public void setAdminApproved(boolean approved) {
        this.adminApproved = approved;
    }

    /** @return whether the app is installed in the org */
    public boolean isInstalled() {
        return installed;
    }

    /** @param installed whether the app is installed in the org */
    public void setInstalled(boolean installed) {
        this.installed = installed;
    }

    /** @return whether an administrator has blocked the app */
    public boolean isBlocked() {
        return blocked;
    }

    /** @param blocked whether an administrator has blocked the app */
    public void setBlocked(boolean blocked) {
        this.blocked = blocked;
    }

    /** @return whether the app may introspect tokens of other apps (Metadata API Developer Guide, "ConnectedApp") */
    public boolean isIntrospectAllTokens() {
        return introspectAllTokens;
    }

    /** @param introspectAllTokens whether the app may introspect tokens of other apps */
    public void setIntrospectAllTokens(boolean introspectAllTokens) {
        this.introspectAllTokens = introspectAllTokens;
    }

    /** @return where logins may come from; empty for anywhere */
    public List<IpRange> loginIpRanges() {
        return loginIpRanges;
    }

    /** @param ranges where logins may come from; empty for anywhere */
    public void setLoginIpRanges(List<IpRange> ranges) {
        this.loginIpRanges = List.copyOf(ranges);
    }

    /** Names neither key nor secret. */
    @Override
    public String toString() {
        return "ConnectedApp[runAsUsername=" + runAsUsername + ", scopes=" + scopes + "]";
    }
}
