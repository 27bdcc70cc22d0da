package org.camelforce.salesforcecc.simulator.internal.streaming;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.fault.Faults;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.bayeux.server.ServerMessage;
import org.cometd.server.HttpException;
import org.cometd.server.http.JSONHttpTransport;
import org.cometd.server.http.TransportContext;
import org.jspecify.annotations.Nullable;

/**
 * CometD's long-polling transport, where the faults of a message are applied first and then Salesforce's rules, and
 * where a held connect learns that its session has ended.
 */
final class StreamingTransport extends JSONHttpTransport {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final List<String> TEXTS = List.of(
            Message.CHANNEL_FIELD, Message.CLIENT_ID_FIELD, Message.CONNECTION_TYPE_FIELD, Message.VERSION_FIELD);
    private static final List<String> MAPS = List.of(Message.EXT_FIELD, Message.ADVICE_FIELD);

    private final Clients clients;
    private final MetaMessageRules rules;
    private final Faults faults;
    private final Runnable endAllSessions;

    StreamingTransport(Clients clients, MetaMessageRules rules, Faults faults, Runnable endAllSessions) {
        super(clients);
        this.clients = clients;
        this.rules = rules;
        this.faults = faults;
        this.endAllSessions = endAllSessions;
    }

    @Override
    protected void handle(TransportContext context) {
        super.handle(new TransportContext(
                context.bayeuxContext(), new BoundedRequest(context.request()), context.response(), context.promise()));
    }

    /** Refuses messages whose fields have types on which CometD fails. */
    @Override
    protected void processMessages(TransportContext context, List<ServerMessage.Mutable> messages) {
        if (!messages.isEmpty() && messages.stream().allMatch(StreamingTransport::isWellFormed)) {
            super.processMessages(context, messages);
        } else {
            context.promise()
                    .fail(new HttpException(
                            BAD_REQUEST,
                            new IllegalArgumentException("a message or one of its fields has a wrong type")));
        }
    }

    private static boolean isWellFormed(ServerMessage.@Nullable Mutable message) {
        return message != null
                && TEXTS.stream().allMatch(name -> isNullOr(String.class, message.get(name)))
                && MAPS.stream().allMatch(name -> isNullOr(Map.class, message.get(name)));
    }

    private static boolean isNullOr(Class<?> type, @Nullable Object value) {
        return value == null || type.isInstance(value);
    }

    @Override
    protected void handleMessage(
            TransportContext context, ServerMessage.Mutable message, Promise<ServerMessage.Mutable> promise) {
        if (context.session() instanceof Client client && Channel.META_CONNECT.equals(message.getChannel())) {
            if (client.isStalled()) {
                client.leaveWaiting(() -> promise.fail(dropped()));
                return;
            }
            if (client.losesAnswer()) {
                promise.fail(dropped());
                return;
            }
        }
        Fault fault = faultFor(message.getChannel());
        if (fault == null) {
            follow(context, message, promise);
        } else {
            apply(fault, context, message, promise);
        }
    }

    private @Nullable Fault faultFor(@Nullable String channel) {
        if (channel == null) {
            return null;
        }
        return switch (channel) {
            case Channel.META_HANDSHAKE ->
                faults.next(FaultPoint.COMETD_HANDSHAKE).orElse(null);
            case Channel.META_CONNECT -> faults.next(FaultPoint.COMETD_CONNECT).orElse(null);
            case Channel.META_SUBSCRIBE ->
                faults.next(FaultPoint.COMETD_SUBSCRIBE).orElse(null);
            default -> null;
        };
    }

    private void apply(
            Fault fault,
            TransportContext context,
            ServerMessage.Mutable message,
            Promise<ServerMessage.Mutable> promise) {
        if (fault instanceof Fault.EndAllSessions) {
            endAllSessions.run();
            follow(context, message, promise);
        } else if (fault instanceof Fault.Delay delay) {
            later(delay.length(), () -> follow(context, message, promise));
        } else if (fault instanceof Fault.StallStream) {
            if (context.session() instanceof Client client) {
                client.stall();
                client.leaveWaiting(() -> promise.fail(dropped()));
            }
        } else if (fault instanceof Fault.UnknownClient) {
            fail(StreamingException.unknownClient(), context, message, promise);
        } else if (fault instanceof Fault.MetaError error) {
            StreamingException failure =
                    StreamingException.withAdvice(error.error(), error.failureReason(), error.reconnect());
            fail(failure, context, message, promise);
        } else if (fault instanceof Fault.ServerDisconnect) {
            follow(context, message, Promise.from(reply -> disconnectThen(context, reply, promise), promise::fail));
        } else {
            promise.fail(new HttpException(SERVER_ERROR, new InjectedAnswer(fault)));
        }
    }

    private static HttpException dropped() {
        return new HttpException(SERVER_ERROR, new InjectedAnswer(new Fault.DropConnection()));
    }

    private static void disconnectThen(
            TransportContext context, ServerMessage.Mutable reply, Promise<ServerMessage.Mutable> promise) {
        if (context.session() != null) {
            context.session().disconnect();
        }
        promise.succeed(reply);
    }

    private void later(Duration delay, Runnable work) {
        clients.schedule(() -> clients.execute(work), delay.toMillis());
    }

    private void follow(
            TransportContext context, ServerMessage.Mutable message, Promise<ServerMessage.Mutable> promise) {
        try {
            Request request = new Request(context, message, clients);
            if (rules.decides(request)) {
                promise.succeed(request.reply());
            } else {
                super.handleMessage(
                        context,
                        message,
                        Promise.from(reply -> promise.succeed(rules.complete(request, reply)), promise::fail));
            }
        } catch (StreamingException e) {
            fail(e, context, message, promise);
        }
    }

    private void fail(
            StreamingException failure,
            TransportContext context,
            ServerMessage.Mutable message,
            Promise<ServerMessage.Mutable> promise) {
        ServerMessage.Mutable reply = clients.replyTo(message);
        failure.writeTo(reply);
        if (context.session() instanceof Client client) {
            if (!Channel.META_HANDSHAKE.equals(message.getChannel())) {
                reply.setClientId(client.getId());
            }
            if (failure.endsClient()) {
                clients.forget(client);
            }
        } else if (failure.endsClient() && findCurrentSessions(context.request()) == null) {
            setBrowserId(context);
        }
        promise.succeed(reply);
    }

    @Override
    protected void resume(TransportContext context, ServerMessage.Mutable message, Promise<Void> promise) {
        ServerMessage.Mutable reply = message.getAssociated();
        if (context.session() instanceof Client client) {
            if (client.isStalled()) {
                client.leaveWaiting(() -> promise.fail(dropped()));
                return;
            }
            if (client.losesAnswer()) {
                promise.fail(dropped());
                return;
            }
            if (client.isSessionEnded() && reply.isSuccessful()) {
                StreamingException.unauthenticated(StreamingException.AUTHENTICATION_INVALID)
                        .writeTo(reply);
                clients.forget(client);
            }
            if (!reply.isSuccessful()) {
                // Taken here, the usual advice cannot replace that of the error.
                client.takeAdvice(this);
            }
        }
        super.resume(context, message, promise);
    }
}
