package org.camelforce.salesforcecc.simulator.oauth;

/** Whether consumer secrets of External Client Apps can be read and rotated over REST. */
public enum ConsumerSecretAccess {
    /** The org's setting is on, and the user has the permissions. */
    ALLOWED,
    /**
     * <i>Allow access to External Client App consumer secrets via REST API</i> in Setup, External Client App Settings,
     * is off.
     */
    SETTING_OFF,
    /** The user lacks <i>External Client App Developer</i> or <i>View Client Secret</i>. */
    PERMISSION_MISSING
}
