package org.camelforce.salesforcecc.simulator.oauth;

/** A user of an {@link Org}, made by {@link Org#addUser}. Safe for use by several threads. */
public interface User {

    /** @return the 18-character user id, which starts with {@code 005} */
    String id();

    /** @return the username, which has the form of an e-mail address but need not be one */
    String username();

    /** @return whether the user is active; logins as an inactive one are refused */
    boolean isActive();

    /**
     * Activates or deactivates the user. Deactivation ends all sessions of the user before this method returns.
     *
     * @param active whether the user is active
     */
    void setActive(boolean active);
}
