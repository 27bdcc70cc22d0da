package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.camelforce.salesforcecc.simulator.internal.model.SalesforceId;
import org.camelforce.salesforcecc.simulator.oauth.Org;
import org.camelforce.salesforcecc.simulator.oauth.Org.ConsumerSecretAccess;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/** An org and its users, in memory. Safe for use by several threads. */
public final class InMemoryOrg implements Org {

    private static final Set<String> GENERIC_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");
    private static final String LIGHTNING_SUFFIX = ".lightning.force.com";

    private final String id;
    private final String myDomain;
    private final UnaryOperator<String> newUser;
    private final List<User> users = new CopyOnWriteArrayList<>();
    private final List<Consumer<User>> deactivationListeners = new CopyOnWriteArrayList<>();
    private volatile boolean active = true;
    private volatile ConsumerSecretAccess consumerSecretAccess = ConsumerSecretAccess.ALLOWED;

    /**
     * Starts an active org without users.
     *
     * @param id org id in either form, with the key prefix {@code 00D}
     * @param myDomain host of the org's My Domain, for example {@code acme.my.salesforce.com}
     * @param newUser creates the record of a user by its username and returns the user's 18-character id
     * @throws IllegalArgumentException if {@code id} is not the id of an org
     */
    public InMemoryOrg(String id, String myDomain, UnaryOperator<String> newUser) {
        if (!id.startsWith("00D")) {
            throw new IllegalArgumentException("an org ID starts with 00D, but this is " + id);
        }
        this.id = SalesforceId.to18(id);
        this.myDomain = myDomain;
        this.newUser = newUser;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String myDomain() {
        return myDomain;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void setActive(boolean active) {
        this.active = active;
    }

    @Override
    public ConsumerSecretAccess consumerSecretAccess() {
        return consumerSecretAccess;
    }

    @Override
    public void setConsumerSecretAccess(ConsumerSecretAccess access) {
        this.consumerSecretAccess = access;
    }

    @Override
    public synchronized User addUser(String username) {
        if (user(username).isPresent()) {
            throw new IllegalArgumentException("duplicate username " + username);
        }
        User user = new InMemoryUser(newUser.apply(username), username, this::notifyDeactivated);
        users.add(user);
        return user;
    }

    @Override
    public Optional<User> user(String username) {
        return users.stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    @Override
    public Optional<User> userById(String userId) {
        return users.stream().filter(user -> user.id().equals(userId)).findFirst();
    }

    @Override
    public List<User> users() {
        return List.copyOf(users);
    }

    /**
     * Tells whether a host is one of Salesforce's generic login hosts, which the client credentials flow does not
     * support.
     *
     * @param host host name without port, in any case
     * @return whether it is {@code login.salesforce.com} or {@code test.salesforce.com}
     */
    public static boolean isGenericHost(String host) {
        return GENERIC_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    /**
     * Tells whether a host serves Lightning Experience, where the token endpoint knows no client credentials.
     *
     * @param host host name without port, in any case
     * @return whether it ends in {@code .lightning.force.com}
     */
    public static boolean isLightningHost(String host) {
        return host.toLowerCase(Locale.ROOT).endsWith(LIGHTNING_SUFFIX);
    }

    void addDeactivationListener(Consumer<User> listener) {
        deactivationListeners.add(listener);
    }

    private void notifyDeactivated(User user) {
        deactivationListeners.forEach(listener -> listener.accept(user));
    }

    @Override
    public String toString() {
        return "Org[id=" + id + ", myDomain=" + myDomain + "]";
    }
}
