package org.camelforce.salesforcecc.internal.subscription.cometd;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.camelforce.salesforcecc.internal.connection.ConnectionOwner;
import org.camelforce.salesforcecc.internal.connection.LongPollingOptions;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.request.RequestRefusedException;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.TransportListener;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Long polling with the session's current token on every request, where a poll can be held back before it is sent. */
final class LongPolling extends JettyHttpClientTransport {

    private final ConnectionOwner owner;
    private final OrgLogin login;
    private final Consumer<Runnable> polls;
    private final SentTokens sent = new SentTokens();
    private final ThreadLocal<List<String>> sending = new ThreadLocal<>();

    /**
     * @param component tells options
     * @param httpClient sends the requests
     * @param owner whose connections they have
     * @param login supplies the tokens
     * @param polls is given each {@code /meta/connect}, and runs it when it may be sent
     */
    LongPolling(
            SalesforceComponent component,
            HttpClient httpClient,
            ConnectionOwner owner,
            OrgLogin login,
            Consumer<Runnable> polls) {
        super(LongPollingOptions.with(component.getLongPollingTransportProperties()), httpClient);
        this.owner = owner;
        this.login = login;
        this.polls = polls;
    }

    /** {@return the token that the answered message was sent with, which is forgotten; null if it is not known} */
    @Nullable
    String tokenOf(Message answer) {
        return sent.take(answer.getId());
    }

    @Override
    public void send(TransportListener listener, List<Message.Mutable> messages) {
        boolean poll = messages.stream().anyMatch(message -> Channel.META_CONNECT.equals(message.getChannel()));
        if (poll) {
            polls.accept(() -> sendNow(listener, messages));
        } else {
            sendNow(listener, messages);
        }
    }

    /** The request is customized before this returns, on this thread, without a word about its messages. */
    private void sendNow(TransportListener listener, List<Message.Mutable> messages) {
        sending.set(
                messages.stream().map(Message::getId).filter(Objects::nonNull).toList());
        try {
            super.send(listener, messages);
        } finally {
            sending.remove();
        }
    }

    @Override
    protected void customize(Request request, Promise<Request> promise) {
        owner.own(request, ConnectionOwner.Use.STREAMS);
        List<String> messages = Objects.requireNonNullElse(sending.get(), List.of());
        login.tokens().obtain().whenComplete((entry, failure) -> {
            if (failure != null) {
                promise.fail(failure);
                return;
            }
            try {
                login.requireInstanceOf(entry.token(), request);
            } catch (RequestRefusedException e) {
                promise.fail(e);
                return;
            }
            String token = entry.token().value();
            sent.with(token, messages);
            request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "OAuth " + token));
            promise.succeed(request);
        });
    }
}
