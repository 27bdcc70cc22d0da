package org.camelforce.salesforcecc.rotation;

/**
 * The consumer to be rotated.
 *
 * @param appId id of its app
 * @param consumerId its id
 */
record LocatedConsumer(String appId, String consumerId) {

    /** Path below the version. */
    String path() {
        return appPath(appId) + "/" + consumerId;
    }

    static String appPath(String appId) {
        return "apps/oauth/credentials/" + appId;
    }
}
