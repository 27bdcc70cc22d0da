package org.camelforce.salesforcecc.simulator.internal.oauth;

import java.util.function.Consumer;
import org.camelforce.salesforcecc.simulator.oauth.Org.User;

/** A user of an {@link InMemoryOrg}, made by {@link InMemoryOrg#addUser}. Safe for use by several threads. */
final class InMemoryUser implements User {

    private final String id;
    private final String username;
    private final Consumer<User> onDeactivation;
    private volatile boolean active = true;

    InMemoryUser(String id, String username, Consumer<User> onDeactivation) {
        this.id = id;
        this.username = username;
        this.onDeactivation = onDeactivation;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void setActive(boolean active) {
        this.active = active;
        if (!active) {
            onDeactivation.accept(this);
        }
    }

    @Override
    public String toString() {
        return "User[id=" + id + ", username=" + username + ", active=" + active + "]";
    }
}
