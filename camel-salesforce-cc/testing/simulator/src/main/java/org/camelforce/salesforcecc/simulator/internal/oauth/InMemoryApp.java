package org.camelforce.salesforcecc.simulator.internal.oauth;

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
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp;
import org.camelforce.salesforcecc.simulator.oauth.ConnectedApp.IpRange;
import org.camelforce.salesforcecc.simulator.oauth.ConsumerDetails;
import org.jspecify.annotations.Nullable;

/** A connected app in memory. Safe for use by several threads. */
public final class InMemoryApp implements ConnectedApp {

    private static final Set<String> UNUSABLE_SCOPES = Set.of("full", "web", "refresh_token", "offline_access");

    private static final String APP_KEY_PREFIX = "0xI";
    private static final String CONSUMER_KEY_PREFIX = "888";
    private static final long ID_NUMBERS = 1L << 40;

    private final String id;
    private final String consumerId;
    private final InMemoryRotation rotation;
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
    public InMemoryApp(ConsumerDetails consumer, InstantSource time, RandomGenerator random) {
        this.id = SalesforceId.of(APP_KEY_PREFIX, random.nextLong(ID_NUMBERS));
        this.consumerId = SalesforceId.of(CONSUMER_KEY_PREFIX, random.nextLong(ID_NUMBERS));
        this.rotation = new InMemoryRotation(consumer, time, random);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String consumerId() {
        return consumerId;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public InMemoryRotation rotation() {
        return rotation;
    }

    @Override
    public ConsumerDetails consumer() {
        return rotation.current();
    }

    @Override
    public void setConsumer(ConsumerDetails consumer) {
        rotation.replace(consumer);
    }

    @Override
    public void rotateConsumer(ConsumerDetails consumer, Instant oldPairUntil) {
        rotation.replace(consumer, oldPairUntil);
    }

    @Override
    public boolean isClientCredentialsEnabled() {
        return clientCredentialsEnabled;
    }

    @Override
    public void setClientCredentialsEnabled(boolean enabled) {
        this.clientCredentialsEnabled = enabled;
    }

    @Override
    public Optional<String> runAsUsername() {
        return Optional.ofNullable(runAsUsername);
    }

    @Override
    public void setRunAsUsername(@Nullable String username) {
        this.runAsUsername = username;
    }

    @Override
    public Set<String> scopes() {
        return scopes;
    }

    @Override
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

    @Override
    public Duration sessionTimeout() {
        return sessionTimeout;
    }

    @Override
    public void setSessionTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("session timeout must be positive, but is " + timeout);
        }
        this.sessionTimeout = timeout;
    }

    @Override
    public Optional<Duration> jwtLifetime() {
        return Optional.ofNullable(jwtLifetime);
    }

    @Override
    public void setJwtLifetime(@Nullable Duration lifetime) {
        if (lifetime != null && lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("a JWT lives for at least a second, but the lifetime is " + lifetime);
        }
        this.jwtLifetime = lifetime;
    }

    @Override
    public boolean isAdminApproved() {
        return adminApproved;
    }

    @Override
    public void setAdminApproved(boolean approved) {
        this.adminApproved = approved;
    }

    @Override
    public boolean isInstalled() {
        return installed;
    }

    @Override
    public void setInstalled(boolean installed) {
        this.installed = installed;
    }

    @Override
    public boolean isBlocked() {
        return blocked;
    }

    @Override
    public void setBlocked(boolean blocked) {
        this.blocked = blocked;
    }

    @Override
    public boolean isIntrospectAllTokens() {
        return introspectAllTokens;
    }

    @Override
    public void setIntrospectAllTokens(boolean introspectAllTokens) {
        this.introspectAllTokens = introspectAllTokens;
    }

    @Override
    public List<IpRange> loginIpRanges() {
        return loginIpRanges;
    }

    @Override
    public void setLoginIpRanges(List<IpRange> ranges) {
        this.loginIpRanges = List.copyOf(ranges);
    }

    /** Names neither key nor secret. */
    @Override
    public String toString() {
        return "ConnectedApp[runAsUsername=" + runAsUsername + ", scopes=" + scopes + "]";
    }
}
