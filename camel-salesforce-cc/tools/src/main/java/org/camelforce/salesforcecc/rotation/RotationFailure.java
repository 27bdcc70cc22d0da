package org.camelforce.salesforcecc.rotation;

/**
 * Why a rotation did not come to its end, each with what to do. Names of pages, settings and permissions are those of
 * Salesforce Help, "Stage, Rotate, and Delete OAuth Credentials for an External Client App".
 */
public enum RotationFailure {
    /** The login with which the rotation works failed. */
    LOGIN_FAILED("Look at the cause: the login is the one of the user who administers the app's credentials."),
    /** Salesforce rejects the access token, although it is new. */
    SESSION_REJECTED(
            "Check that the user can use the API (System Permissions > API Enabled), that the app has the scope"
                    + " Manage user data via APIs (api), and Setup > Session Settings for locks to an IP address."),
    /** The org does not let anyone read consumer secrets over REST. */
    SETTING_OFF(
            "Turn on Allow access to External Client App consumer secrets via REST API in Setup > External Client App"
                    + " Settings. Turn it off again after the rotation if nothing else needs it."),
    /** The user may not see or change consumer secrets. */
    PERMISSION_MISSING(
            "Give the user whose login the rotation uses the permissions External Client App Developer and View"
                    + " Client Secret in Setup > Permission Sets > your permission set > System Permissions."),
    /** No app or consumer is what the options name. */
    APP_NOT_FOUND(
            "Check the options appId, appName, consumerId, and clientId against Setup > External Client App Manager."
                    + " Each rotation changes the consumer key: set clientId to the one that the last rotation stored."
                    + " Rotate Connected Apps in Setup > App Manager > View > Manage Consumer Details."),
    /** The options leave several apps or consumers to choose from. */
    APP_AMBIGUOUS(
            "Set option clientId to the current Consumer Key of the app, or option appId and consumerId to its IDs."),
    /** The current pair cannot log in, so that nothing could prove that the next one does. */
    CURRENT_PAIR_DENIED("Repair the app first; the cause names the setting."),
    /** Somebody else has staged a pair. */
    STAGED_PAIR_LEFT(
            "If no other rotation is under way, delete the staged pair in Setup > External Client App Manager >"
                    + " your app > Settings > OAuth Settings > Consumer Key and Secret, or set option replaceStaged."),
    /** The staged pair is known but cannot log in. */
    STAGED_PAIR_DENIED("Repair the app first; the cause names the setting."),
    /** The new pair could not be stored. */
    WRITER_FAILED("Look at the cause, and check that this process can write where the credentials are kept."),
    /** Salesforce rejected the request to rotate, or another one. */
    REJECTED("Look up the error code in the Connect REST API Developer Guide, \"Status Codes and Error Responses\"."),
    /** Salesforce did not answer, or is busy. */
    UNAVAILABLE("Try again later."),
    /** The thread was interrupted. */
    INTERRUPTED("Run the rotation again."),
    /** Nobody knows which pair is the current one. */
    STATE_UNKNOWN(
            "Compare the Consumer Key in Setup > External Client App Manager > your app > Settings > OAuth Settings >"
                    + " Consumer Key and Secret with the one that was stored, which is the new one; if they differ, store the"
                    + " values that Setup shows."),
    /** The rotation is done and the new pair stored, but it has not been seen to log in. */
    NEW_PAIR_DENIED(
            "The new pair is stored and is the current one; the former one can still work for a while. Look at the"
                    + " cause, and at Setup > Login History, column Status."),
    /** The rotation is done and the new pair proved, but the former pair has not been seen to end. */
    FORMER_PAIR_ALIVE(
            "If it has leaked, block the app in Setup > Connected Apps OAuth Usage, column Actions, or switch off"
                    + " Enable Client Credentials Flow in Setup > External Client App Manager > your app > Policies > OAuth"
                    + " Policies, until the former pair is denied."),
    /** After the rotation, another pair than the new one is the current one. */
    OVERTAKEN(
            "Someone else has rotated the app at the same time. Store the pair that Setup > External Client App Manager >"
                    + " your app > Settings > OAuth Settings > Consumer Key and Secret shows.");

    private final String remedy;

    RotationFailure(String remedy) {
        this.remedy = remedy;
    }

    /** @return a sentence that says what to do, with the Salesforce setup page where there is one */
    public String remedy() {
        return remedy;
    }
}
