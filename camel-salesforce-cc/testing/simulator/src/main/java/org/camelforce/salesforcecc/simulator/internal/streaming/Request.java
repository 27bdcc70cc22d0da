package org.camelforce.salesforcecc.simulator.internal.streaming;

import org.cometd.bayeux.server.BayeuxContext;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.http.TransportContext;

/** One message, with what it came with. */
final class Request {

    private final TransportContext context;
    private final ServerMessage.Mutable message;
    private final Clients clients;

    Request(TransportContext context, ServerMessage.Mutable message, Clients clients) {
        this.context = context;
        this.message = message;
        this.clients = clients;
    }

    ServerMessage.Mutable message() {
        return message;
    }

    String channel() {
        String channel = message.getChannel();
        return channel == null ? "" : channel;
    }

    BayeuxContext http() {
        return context.bayeuxContext();
    }

    /** @return the client that this handshake is about to create */
    Client newClient() {
        return (Client) context.session();
    }

    /**
     * @return the client that sent this
     * @throws StreamingException if it is not known, or cannot be told for want of its cookie
     */
    Client client() {
        String clientId = message.getClientId();
        if (clientId == null) {
            throw StreamingException.handshakeMissing();
        }
        if (context.session() instanceof Client client && client.getId().equals(clientId) && !client.isTerminated()) {
            return client;
        }
        if (clients.getSession(clientId) != null && context.request().getCookie(Clients.COOKIE) == null) {
            throw StreamingException.withoutAdvice("400::Client " + clientId + " has established a session, but no "
                    + Clients.COOKIE + " cookie present");
        }
        throw StreamingException.unknownClient();
    }

    /** @return a successful reply in the client's name */
    ServerMessage.Mutable reply() {
        ServerMessage.Mutable reply = clients.replyTo(message);
        reply.setSuccessful(true);
        reply.setClientId(message.getClientId());
        return reply;
    }
}
