package org.camelforce.salesforcecc.internal.doctor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camelforce.salesforcecc.doctor.CheckName;
import org.camelforce.salesforcecc.internal.connection.LongPollingOptions;
import org.camelforce.salesforcecc.internal.connection.Origin;
import org.camelforce.salesforcecc.internal.oauth.SalesforceAnswer;
import org.camelforce.salesforcecc.internal.text.OutsideText;
import org.cometd.bayeux.Channel;
import org.cometd.bayeux.Message;
import org.cometd.bayeux.Promise;
import org.cometd.client.http.jetty.JettyHttpClientTransport;
import org.cometd.client.transport.TransportListener;
import org.cometd.common.HashMapMessage;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Whether a streaming client can shake hands (Streaming API Developer Guide, "Bayeux Protocol"); it disconnects at
 * once.
 */
final class StreamingCheck implements Check {

    private static final String REMEDY =
            "Check Enable Streaming API in Setup > User Interface, and the Run As user's permission API Enabled in Setup >"
                    + " Permission Sets > System Permissions. A 503 passes by itself; a limit of concurrent clients is that of"
                    + " the org's edition.";

    private static final int MAX_KEPT_BYTES = 64 << 10;

    @Override
    public CheckName name() {
        return CheckName.STREAMING;
    }

    @Override
    public Set<CheckName> needs(DiagnosisContext examination) {
        return Set.of(examination.isApiLimitReached() ? CheckName.SCOPES : CheckName.API_ACCESS);
    }

    @Override
    public Diagnosis examine(DiagnosisContext examination) throws InterruptedException {
        LongPolling transport = new LongPolling(examination);
        try {
            transport.init();
            Message reply = ask(transport, handshake(), examination.settings().timeoutMillis());
            if (!reply.isSuccessful()) {
                return Diagnosis.failed("The handshake is rejected: " + handshakeError(reply), REMEDY);
            }
            disconnect(transport, reply.getClientId(), examination.settings().timeoutMillis());
            return Diagnosis.passed("A client can connect");
        } catch (TimeoutException e) {
            return Diagnosis.failed("A handshake takes too long", REMEDY);
        } catch (ExecutionException e) {
            return e.getCause() instanceof IllegalArgumentException wrong
                    ? notUsable(wrong)
                    : Diagnosis.failed("The handshake fails: " + failure(e, transport.answer()), REMEDY);
        } catch (IllegalArgumentException | ClassCastException e) {
            return notUsable(e);
        } finally {
            transport.terminate();
        }
    }

    private static Diagnosis notUsable(RuntimeException failure) {
        return Diagnosis.failed(
                "Option longPollingTransportProperties cannot be used: " + failure,
                "Check option longPollingTransportProperties.");
    }

    /** The org forgets a client that does not disconnect, so this may fail. */
    private static void disconnect(LongPolling transport, @Nullable String clientId, long timeoutMillis)
            throws InterruptedException {
        try {
            ask(transport, disconnect(clientId), timeoutMillis);
        } catch (TimeoutException | ExecutionException ignored) {
            // a client can connect all the same
        }
    }

    private static Message ask(LongPolling transport, Message.Mutable message, long timeoutMillis)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Message> reply = new CompletableFuture<>();
        transport.send(
                new TransportListener() {

                    @Override
                    public void onMessages(List<Message.Mutable> messages) {
                        messages.stream().findFirst().ifPresent(reply::complete);
                    }

                    @Override
                    public void onFailure(Throwable failure, List<? extends Message> messages) {
                        reply.completeExceptionally(failure);
                    }
                },
                new ArrayList<>(List.of(message)));
        return reply.get(timeoutMillis, TimeUnit.MILLISECONDS);
    }

    private static Message.Mutable handshake() {
        Message.Mutable message = message(Channel.META_HANDSHAKE);
        message.put(Message.VERSION_FIELD, "1.0");
        message.put(Message.MIN_VERSION_FIELD, "1.0");
        message.put(Message.SUPPORTED_CONNECTION_TYPES_FIELD, List.of("long-polling"));
        return message;
    }

    private static Message.Mutable disconnect(@Nullable String clientId) {
        Message.Mutable message = message(Channel.META_DISCONNECT);
        message.setClientId(clientId);
        return message;
    }

    private static Message.Mutable message(String channel) {
        Message.Mutable message = new HashMapMessage();
        message.setId("1");
        message.setChannel(channel);
        return message;
    }

    private static String handshakeError(Message reply) {
        String reason = failureReason(reply.getExt());
        Object error = reply.get(Message.ERROR_FIELD);
        String separator = error == null || reason.isEmpty() ? "" : ", ";
        String both = (error == null ? "" : error) + separator + reason;
        return both.isEmpty() ? "no reason is given" : OutsideText.said(both);
    }

    private static String failureReason(@Nullable Map<String, Object> ext) {
        Object sfdc = ext == null ? null : ext.get("sfdc");
        Object reason = sfdc instanceof Map<?, ?> facts ? facts.get("failureReason") : null;
        return reason == null ? "" : reason.toString();
    }

    private static String failure(ExecutionException failure, @Nullable SalesforceAnswer answer) {
        if (answer == null || answer.isOk()) {
            return String.valueOf(failure.getCause());
        }
        String error = answer.json().path(0).path(Message.ERROR_FIELD).asText("");
        return answer.summary() + (error.isEmpty() ? "" : ", " + OutsideText.said(error));
    }

    /** Sends the token as the component does. */
    private static final class LongPolling extends JettyHttpClientTransport {

        private final DiagnosisContext examination;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private volatile @Nullable Response response;

        LongPolling(DiagnosisContext examination) {
            super(LongPollingOptions.with(examination.settings().longPolling()), examination.httpClient());
            this.examination = examination;
            setHttpCookieStore(new HttpCookieStore.Default());
        }

        @Override
        public void init() {
            if (getURL() == null) {
                setURL(examination.instanceUrl() + "/cometd/"
                        + examination.settings().apiVersion());
            }
            super.init();
        }

        /** The last answer with the beginning of its body; null if there is none. */
        @Nullable
        SalesforceAnswer answer() {
            Response last = response;
            return last == null
                    ? null
                    : new SalesforceAnswer(last.getStatus(), last.getHeaders(), body.toString(StandardCharsets.UTF_8));
        }

        @Override
        protected void customize(Request request, Promise<Request> promise) {
            if (!Origin.of(request.getURI()).equals(Origin.of(examination.instanceUrl()))) {
                promise.fail(new IllegalStateException(
                        "No token is sent to " + request.getURI() + ", which is not the org's instance"));
                return;
            }
            request.followRedirects(false)
                    .onResponseBegin(begun -> response = begun)
                    .onResponseContent((begun, content) -> keep(content));
            request.headers(headers -> headers.put(
                    HttpHeader.AUTHORIZATION, "OAuth " + examination.token().value()));
            promise.succeed(request);
        }

        private void keep(ByteBuffer content) {
            byte[] part = new byte[Math.min(content.remaining(), MAX_KEPT_BYTES - body.size())];
            content.duplicate().get(part);
            body.writeBytes(part);
        }
    }
}
