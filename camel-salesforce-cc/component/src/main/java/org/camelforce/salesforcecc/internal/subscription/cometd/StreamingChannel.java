package org.camelforce.salesforcecc.internal.subscription.cometd;

import org.apache.camel.component.salesforce.SalesforceEndpoint;

/**
 * A channel of the Streaming API.
 *
 * @param name the name with its leading slash, with a filter if there is one, as Salesforce is asked for it
 */
public record StreamingChannel(String name) {

    /** What travels on a channel. */
    enum Kind {
        PUSH_TOPIC,
        GENERIC,
        PLATFORM_EVENT,
        CHANGE_EVENT
    }

    /**
     * {@code Name} is the PushTopic {@code /topic/Name}; anything with a further slash is a channel as it stands.
     *
     * @param endpoint the endpoint of a consumer
     * @return the channel that its topic stands for
     */
    public static StreamingChannel of(SalesforceEndpoint endpoint) {
        String topic = endpoint.getTopicName();
        String absolute = topic.startsWith("/") ? topic : "/" + topic;
        return new StreamingChannel(absolute.indexOf('/', 1) > 0 ? absolute : "/topic" + absolute);
    }

    /** @return the name without a filter, the one that replay positions belong to */
    public String withoutFilter() {
        return withoutFilter(name);
    }

    static String withoutFilter(String name) {
        int query = name.indexOf('?');
        return query < 0 ? name : name.substring(0, query);
    }

    Kind kind() {
        if (name.startsWith("/event/")) {
            return Kind.PLATFORM_EVENT;
        }
        if (name.startsWith("/data/")) {
            return Kind.CHANGE_EVENT;
        }
        return name.startsWith("/u/") ? Kind.GENERIC : Kind.PUSH_TOPIC;
    }

    /** @return what to look at in the org when Salesforce rejects a subscription to this channel, a sentence */
    String whatToCheck() {
        String entity = withoutFilter().substring(withoutFilter().lastIndexOf('/') + 1);
        return switch (kind()) {
            case PLATFORM_EVENT ->
                "Check in Setup, Platform Events, that " + entity
                        + " is defined and deployed, and that a permission set or the profile lets the Run As user read it.";
            case CHANGE_EVENT ->
                "Check in Setup, Change Data Capture, that the object of " + entity
                        + " is selected, and that the Run As user can view all its records.";
            case GENERIC ->
                "Check that the streaming channel " + withoutFilter() + " exists and that the Run As user can read it.";
            case PUSH_TOPIC ->
                "Check that the PushTopic " + entity + " exists and is active, or set its query with option"
                        + " sObjectQuery. The Run As user must be able to read PushTopics and the object of the query.";
        };
    }
}
