package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.util.Collection;
import java.util.Map;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.server.ServerMessage;

/**
 * Salesforce's rules for meta messages (Streaming API Developer Guide, "Message Reliability", "Streaming API Error
 * Codes"). What is left to CometD is the life of a client: handshake, connect and disconnect.
 */
final class MetaMessageRules {

    private static final String LONG_POLLING = "long-polling";

    private final ApiVersionPath versions;
    private final Authentication authentication;
    private final Subscribing subscribing;

    MetaMessageRules(ApiVersionPath versions, Authentication authentication, Subscribing subscribing) {
        this.versions = versions;
        this.authentication = authentication;
        this.subscribing = subscribing;
    }

    /**
     * Checks a message and does what it asks for.
     *
     * @return whether that was all; otherwise CometD goes on with it, and {@link #complete} with its reply
     * @throws StreamingException if the answer is an error
     */
    boolean decides(Request request) {
        switch (request.channel()) {
            case Channel.META_HANDSHAKE -> handshake(request);
            case Channel.META_CONNECT -> connect(request);
            case Channel.META_DISCONNECT -> identify(request);
            case Channel.META_SUBSCRIBE -> {
                subscribing.subscribe(identify(request), request.message());
                return true;
            }
            case Channel.META_UNSUBSCRIBE -> {
                subscribing.unsubscribe(identify(request), request.message());
                return true;
            }
            case "" -> throw StreamingException.withoutAdvice("400::Channel name not specified");
            default -> {
                identify(request);
                throw StreamingException.withoutAdvice("403::Cannot create channel {" + request.channel() + "}");
            }
        }
        return false;
    }

    /** @return CometD's reply with what Salesforce adds and leaves out */
    ServerMessage.Mutable complete(Request request, ServerMessage.Mutable reply) {
        if (!request.channel().equals(Channel.META_HANDSHAKE)) {
            reply.setClientId(request.message().getClientId());
        } else if (reply.isSuccessful()) {
            reply.getExt(true).putAll(Map.of("replay", true, "payload.format", true));
            reply.remove(Message.ADVICE_FIELD);
            request.newClient().reAdvise();
        }
        return reply;
    }

    private void handshake(Request request) {
        versions.check(request.http().getURL());
        try {
            request.newClient().belongTo(authentication.of(request.http()));
            Object offered = request.message().get(Message.SUPPORTED_CONNECTION_TYPES_FIELD);
            if (offered instanceof Collection<?> types && !types.contains(LONG_POLLING)) {
                throw invalidConnectionType(types);
            }
        } catch (StreamingException e) {
            throw e.asHandshakeDenied();
        }
    }

    private void connect(Request request) {
        identify(request);
        Object type = request.message().get(Message.CONNECTION_TYPE_FIELD);
        if (type != null && !type.equals(LONG_POLLING)) {
            throw invalidConnectionType(type);
        }
    }

    private Client identify(Request request) {
        versions.check(request.http().getURL());
        Client client = request.client();
        authentication.renew(client, request.http());
        client.cancelExpiration(false);
        return client;
    }

    private static StreamingException invalidConnectionType(Object type) {
        return StreamingException.withoutAdvice("400::Invalid connection type {" + type + "}");
    }
}
