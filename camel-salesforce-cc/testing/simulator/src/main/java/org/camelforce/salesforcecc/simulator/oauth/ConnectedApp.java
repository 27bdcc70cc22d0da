package org.camelforce.salesforcecc.simulator.oauth;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connected app as an administrator sees it. Every change takes effect with the next token request. Safe for use by
 * several threads.
 *
 * <p>A new app is installed, not blocked, has the client credentials flow switched on, no Run As user, the scope
 * {@code api}, a session time-out of two hours (SOAP API Developer Guide, "login()"), opaque tokens, an approved Run As
 * user and no IP restriction.
 */
public interface ConnectedApp {

    /** @return the app's 18-character id, which starts with {@code 0x} */
    String id();

    /** @return 18-character id of the app's one OAuth consumer */
    String consumerId();

    /** @return the app's API name */
    String name();

    /** @param name the app's API name */
    void setName(String name);

    /** @return the app's key and secret over time: what is staged, and what a rotation does */
    CredentialRotation rotation();

    /** @return the current key and secret */
    ConsumerDetails consumer();

    /**
     * Replaces key and secret at once; the old pair is denied from now on, its sessions live on.
     *
     * @param consumer the new pair
     */
    void setConsumer(ConsumerDetails consumer);

    /**
     * Replaces key and secret with a time of grace, in which the old pair still works. Sessions live on.
     *
     * @param consumer the new pair, accepted from now on
     * @param oldPairUntil when the pair that was current until now is denied, by the org's clock
     */
    void rotateConsumer(ConsumerDetails consumer, Instant oldPairUntil);

    /** @return whether the client credentials flow is switched on */
    boolean isClientCredentialsEnabled();

    /** @param enabled whether the client credentials flow is switched on */
    void setClientCredentialsEnabled(boolean enabled);

    /** @return username of the Run As user, empty if none is configured */
    Optional<String> runAsUsername();

    /**
     * Configures the Run As user. Sessions that exist stay with the user for whom they were opened.
     *
     * @param username a username, not an e-mail address; null for no Run As user
     */
    void setRunAsUsername(@Nullable String username);

    /** @return the scopes selected for the app, in no particular order */
    Set<String> scopes();

    /** @param scopes the scopes selected for the app; possibly none */
    void setScopes(Collection<String> scopes);

    /** @return how long a new session lives without activity */
    Duration sessionTimeout();

    /**
     * @param timeout how long a new session lives without activity
     * @throws IllegalArgumentException if it is not positive
     */
    void setSessionTimeout(Duration timeout);

    /** @return how long a JWT-based access token lives, empty if the app gets opaque ones */
    Optional<Duration> jwtLifetime();

    /**
     * Chooses the form of the access tokens to come (Metadata API Developer Guide, {@code isNamedUserJwtEnabled}).
     * Salesforce offers 1 to 720 minutes; here any time goes.
     *
     * @param lifetime how long a JWT-based access token lives, in whole seconds, whatever its use; null for opaque
     *     tokens
     * @throws IllegalArgumentException if it is shorter than a second
     */
    void setJwtLifetime(@Nullable Duration lifetime);

    /** @return whether the Run As user is pre-authorized by a profile or permission set */
    boolean isAdminApproved();

    /** @param approved whether the Run As user is pre-authorized by a profile or permission set */
    void setAdminApproved(boolean approved);

    /** @return whether the app is installed in the org */
    boolean isInstalled();

    /** @param installed whether the app is installed in the org */
    void setInstalled(boolean installed);

    /** @return whether an administrator has blocked the app */
    boolean isBlocked();

    /** @param blocked whether an administrator has blocked the app */
    void setBlocked(boolean blocked);

    /** @return whether the app may introspect tokens of other apps (Metadata API Developer Guide, "ConnectedApp") */
    boolean isIntrospectAllTokens();

    /** @param introspectAllTokens whether the app may introspect tokens of other apps */
    void setIntrospectAllTokens(boolean introspectAllTokens);

    /** @return where logins may come from; empty for anywhere */
    List<IpRange> loginIpRanges();

    /** @param ranges where logins may come from; empty for anywhere */
    void setLoginIpRanges(List<IpRange> ranges);

    /**
     * A range of IP addresses from which logins are allowed.
     *
     * @param first literal of the lowest address
     * @param last literal of the highest address, of the same family
     */
    record IpRange(String first, String last) {

        /** @throws IllegalArgumentException if an address is no IP literal, or the families differ */
        public IpRange {
            if (bytes(first).length != bytes(last).length) {
                throw new IllegalArgumentException("addresses of two families: " + first + " and " + last);
            }
        }

        /**
         * @param address literal of an IP address
         * @return whether the range contains it
         * @throws IllegalArgumentException if it is no IP literal
         */
        public boolean contains(String address) {
            byte[] candidate = bytes(address);
            byte[] low = bytes(first);
            return candidate.length == low.length
                    && Arrays.compareUnsigned(low, candidate) <= 0
                    && Arrays.compareUnsigned(candidate, bytes(last)) <= 0;
        }

        private static byte[] bytes(String literal) {
            if (!literal.matches("[0-9.]+|[0-9A-Fa-f:.\\[\\]]*:[0-9A-Fa-f:.\\[\\]]*")) {
                throw new IllegalArgumentException("not an IP address: " + literal);
            }
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an IP address: " + literal, e);
            }
        }
    }
}
