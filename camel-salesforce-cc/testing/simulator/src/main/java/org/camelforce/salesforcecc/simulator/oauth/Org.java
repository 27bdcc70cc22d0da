package org.camelforce.salesforcecc.simulator.oauth;

import java.util.List;
import java.util.Optional;

/** A Salesforce org and its users. Safe for use by several threads. */
public interface Org {

    /** @return the 18-character org id */
    String id();

    /** @return host of the org's My Domain */
    String myDomain();

    /** @return whether the org is active; logins to an inactive one are denied */
    boolean isActive();

    /** @param active whether the org is active */
    void setActive(boolean active);

    /** @return whether consumer secrets can be read and rotated over REST; in a new org they can */
    ConsumerSecretAccess consumerSecretAccess();

    /** @param access whether consumer secrets can be read and rotated over REST */
    void setConsumerSecretAccess(ConsumerSecretAccess access);

    /**
     * Adds an active user.
     *
     * @param username has the form of an e-mail address and is not in use yet
     * @return the new user
     * @throws IllegalArgumentException if the org already has a user of that name
     */
    User addUser(String username);

    /**
     * @param username a username, in any case
     * @return the user of that name, empty if there is none
     */
    Optional<User> user(String username);

    /**
     * @param userId 18-character user id
     * @return the user with that id, empty if there is none
     */
    Optional<User> userById(String userId);

    /** @return all users, in the order in which they were added */
    List<User> users();

    /** Whether consumer secrets of External Client Apps can be read and rotated over REST. */
    enum ConsumerSecretAccess {
        /** The org's setting is on, and the user has the permissions. */
        ALLOWED,
        /**
         * <i>Allow access to External Client App consumer secrets via REST API</i> in Setup, External Client App
         * Settings, is off.
         */
        SETTING_OFF,
        /** The user lacks <i>External Client App Developer</i> or <i>View Client Secret</i>. */
        PERMISSION_MISSING
    }

    /** A user of an {@link Org}, made by {@link Org#addUser}. Safe for use by several threads. */
    interface User {

        /** @return the 18-character user id, which starts with {@code 005} */
        String id();

        /** @return the username, which has the form of an e-mail address but need not be one */
        String username();

        /** @return whether the user is active; logins as an inactive one are denied */
        boolean isActive();

        /**
         * Activates or deactivates the user. Deactivation ends all sessions of the user before this method returns.
         *
         * @param active whether the user is active
         */
        void setActive(boolean active);
    }
}
