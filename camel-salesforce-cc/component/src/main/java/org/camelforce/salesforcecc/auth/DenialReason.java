package org.camelforce.salesforcecc.auth;

/**
 * Why Salesforce denies a login for good, each with what to change and where. Names of pages and fields are those of
 * Salesforce Help, "Configure an External Client App for OAuth 2.0 Client Credentials Flow" and "Configure a Client
 * Credentials Flow" (Connected Apps).
 */
public enum DenialReason {
    /** No app has this consumer key in this org. */
    UNKNOWN_CLIENT_ID(
            "Check option clientId against the Consumer Key in Setup > External Client App Manager > your app > Settings >"
                    + " OAuth Settings > Consumer Key and Secret, and that option loginUrl is the My Domain of the org that"
                    + " owns the app. A new or changed app can take up to ten minutes to be known. If key and"
                    + " secret were rotated, configure the new pair."),
    /** The consumer secret does not belong to the consumer key. */
    WRONG_CLIENT_SECRET(
            "Check option clientSecret against the Consumer Secret in Setup > External Client App Manager > your app >"
                    + " Settings > OAuth Settings > Consumer Key and Secret. If the secret was rotated, configure the new one."),
    /** The app has no user to run as. */
    NO_RUN_AS_USER(
            "Set the field Run As to the username (not the email address) of an integration user in Setup > External Client"
                    + " App Manager > your app > Policies > OAuth Policies; for a Connected App in App Manager > Manage >"
                    + " Edit Policies > Client Credentials Flow."),
    /** The app does not allow the flow. */
    FLOW_NOT_ENABLED(
            "Check Enable Client Credentials Flow in Setup > External Client App Manager > your app, both under Settings >"
                    + " OAuth Settings > Flow Enablement and under Policies > OAuth Policies; and that option loginUrl is the"
                    + " org's My Domain, not a Lightning address."),
    /** The flow works on the org's My Domain only. */
    WRONG_DOMAIN("Set option loginUrl to the Current My Domain URL shown in Setup > My Domain, in the form"
            + " https://<my domain>.my.salesforce.com."),
    /** None of the app's scopes can be used with this flow. */
    NO_USABLE_SCOPE(
            "Add the scope Manage user data via APIs (api) in Setup > External Client App Manager > your app > Settings >"
                    + " OAuth Settings > OAuth Scopes; full, web and refresh_token cannot be used with this flow."),
    /** The caller's address is outside of the allowed ranges. */
    IP_RESTRICTED(
            "Allow this machine's address in the Login IP Ranges of the Run As user's profile or in Setup > Network Access, or"
                    + " set IP Relaxation in Setup > External Client App Manager > your app > Policies > OAuth Policies."),
    /** The Run As user has been deactivated. */
    INACTIVE_USER(
            "Activate the Run As user in Setup > Users, or choose another in the field Run As in Setup > External Client"
                    + " App Manager > your app > Policies > OAuth Policies."),
    /** The org is closed, suspended or not yet active. */
    INACTIVE_ORG(
            "Check the status of the org in Setup > Company Information, field Organization Edition, and with Salesforce."),
    /** The app wants users to be approved, and the Run As user is not. */
    APP_NOT_APPROVED(
            "Give the Run As user a profile or permission set that is listed in Setup > External Client App Manager > your app >"
                    + " Policies > App Policies, or set Permitted Users to All users may self-authorize."),
    /** The app is not installed in this org. */
    APP_NOT_INSTALLED(
            "Check that option loginUrl is the My Domain of the org in which Setup > External Client App Manager lists the app,"
                    + " and that the app's Distribution State fits that org."),
    /** An administrator has blocked the app. */
    APP_BLOCKED("Unblock the app in Setup > Connected Apps OAuth Usage, column Actions."),
    /** The login failed for a reason that only the org tells. */
    AUTHENTICATION_FAILURE("Look up the reason in Setup > Login History, column Status, for the Run As user."),
    /** The token endpoint did not understand the request. */
    INVALID_REQUEST(
            "Check that option loginUrl is the org's My Domain as shown in Setup > My Domain, field Current My Domain URL, and"
                    + " that no proxy alters the request."),
    /** The login belongs to another org than the ones before. */
    DIFFERENT_ORG(
            "Check option loginUrl against Setup > My Domain, field Current My Domain URL, of the org that this component"
                    + " was connected to; restart the component to connect it to another org."),
    /** The login belongs to another org than the option says. */
    UNEXPECTED_ORG(
            "Check option loginUrl against Setup > My Domain, field Current My Domain URL, or set option expectedOrgId to the"
                    + " Salesforce.com Organization ID shown in Setup > Company Information."),
    /** The login acts as another user than the option says. */
    UNEXPECTED_USER(
            "Set the field Run As in Setup > External Client App Manager > your app > Policies > OAuth Policies back to the"
                    + " expected user, or set option expectedUserId to the ID of the new one."),
    /** The token is for an address that is neither Salesforce's nor allowed. */
    UNTRUSTED_INSTANCE(
            "Check option loginUrl against Setup > My Domain, field Current My Domain URL. If you reach the org through your own"
                    + " host, name it in option allowedHosts."),
    /** A reason that is not known to this version. */
    OTHER("Look up the reason in Setup > Login History, column Status, for the Run As user of the app.");

    private final String remedy;

    DenialReason(String remedy) {
        this.remedy = remedy;
    }

    /** @return a sentence that names the option or the Salesforce setup page and field to change */
    public String remedy() {
        return remedy;
    }
}
