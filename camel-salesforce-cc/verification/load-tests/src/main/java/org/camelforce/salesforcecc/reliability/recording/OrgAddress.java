package org.camelforce.salesforcecc.reliability.recording;

/**
 * Where the org is, and who logs in.
 *
 * @param loginUrl where to log in
 * @param orgId the org's id, 18 characters
 * @param clientId consumer key
 * @param clientSecret consumer secret
 * @param pubSubHost host of the Pub/Sub API
 * @param pubSubPort its port
 * @param channel the events' channel
 */
public record OrgAddress(
        String loginUrl,
        String orgId,
        String clientId,
        String clientSecret,
        String pubSubHost,
        int pubSubPort,
        String channel) {

    /** @return the org's id; no credentials */
    @Override
    public String toString() {
        return orgId;
    }
}
