package org.camelforce.salesforcecc.simulator.oauth;

import java.util.function.Consumer;

/** A user of an {@link Org}, made by {@link Org#addUser}. Safe for use by several threads. */
public final class User {

    private final String id;
    private final String username;
    private final Consumer<User> onDeactivation;
    private volatile boolean active = true;

    User(String id, String username, Consumer<User> onDeactivation) {
        this.id = id;
        this.username = username;
        this.onDeactivation = onDeactivation;
    }

    /** @return the 18-character user id, which starts with {@code 005} */
    public String id() {
        return id;
    }

    /** @return the username, which has the form of an e-mail address but need not be one */
    public String username() {
        return username;
    }

    /** @return whether the user is active; logins as an inactive one are refused */
    public boolean isActive() {
        return active;
    }

    /**
     * Activates or deactivates the user. Deactivation ends all sessions of the user before this method returns.
     *
     * @param active whether the user is active
     */
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
