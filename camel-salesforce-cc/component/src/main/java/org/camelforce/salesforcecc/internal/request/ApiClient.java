package org.camelforce.salesforcecc.internal.request;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.auth.LoginException;
import org.camelforce.salesforcecc.internal.token.Relocation;
import org.camelforce.salesforcecc.internal.token.SessionRejection;
import org.camelforce.salesforcecc.token.TokenEntry;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Sends requests to one org. The token and the instance URL are read when a request leaves; a token goes to the origin
 * of its instance URL alone. When the org rejects the token, or says that it has another address, the request waits for
 * the one login under way and is sent a second time. Safe for use by several threads; nothing blocks and no thread is
 * held while a request waits.
 */
public final class ApiClient {

    private final Function<URI, Request> http;
    private final OrgLogin login;
    private final RequestLimits limits;
    private final AnswerThreads threads;
    private final RequestObserver observer;
    private final LongSupplier ticker;
    private final RetryPauses pauses;
    private final AnswerHandler handler = new Handler();
    private final Set<String> knownVersions = ConcurrentHashMap.newKeySet();

    /**
     * @param http makes a request of the HTTP client that sends it
     * @param login the org and its tokens
     * @param limits how long a request may take, and how large an answer may be
     * @param workers where callers get their answers
     * @param httpThreads where quick receivers are called, and tokens are renewed; may be threads of the HTTP client
     * @param observer is told of every request
     * @param ticker nanoseconds from an arbitrary origin, never going back
     * @param pauses between the attempts of requests that are sent again after a failure; stays its owner's
     */
    public ApiClient(
            Function<URI, Request> http,
            OrgLogin login,
            RequestLimits limits,
            Executor workers,
            Executor httpThreads,
            RequestObserver observer,
            LongSupplier ticker,
            RetryPauses pauses) {
        this.http = http;
        this.login = login;
        this.limits = limits;
        this.threads = new AnswerThreads(workers, httpThreads);
        this.observer = observer;
        this.ticker = ticker;
        this.pauses = pauses;
    }

    /**
     * Sends a request, after a login if one is needed.
     *
     * @param request what to ask
     * @param receiver is called once, on a thread of the workers, or of the HTTP client if it is quick
     */
    public void send(ApiRequest request, AnswerReceiver receiver) {
        begin(request, observed(request, receiver));
    }

    /**
     * Sends a request, after a login if one is needed, and again while it fails and the rules say so.
     *
     * @param request what to ask
     * @param receiver is called once, on a thread of the workers, or of the HTTP client if it is quick
     * @param rules when to send it again; called where the receiver is
     */
    public void send(ApiRequest request, AnswerReceiver receiver, RetryRules rules) {
        if (rules.policy().isOff()) {
            send(request, receiver);
            return;
        }
        AnswerReceiver observed = observed(request, receiver);
        begin(
                request,
                new Attempts(
                        request,
                        observed,
                        rules,
                        pauses,
                        observer,
                        threads.of(observed),
                        attempts -> begin(request, attempts)));
    }

    private AnswerReceiver observed(ApiRequest request, AnswerReceiver receiver) {
        return ObservedReceiver.of(request, receiver, observer, ticker, threads.shortTasks());
    }

    private void begin(ApiRequest request, AnswerReceiver receiver) {
        CompletableFuture<TokenEntry> token = login.tokens().obtain();
        if (token.isDone() && !token.isCompletedExceptionally()) {
            guarded(receiver, () -> send(request, receiver, token.join(), false));
            return;
        }
        // neither the thread of the login's answer nor the JVM's timer thread is a route's to hold
        token.orTimeout(login.timeoutMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync(
                        (entry, failure) -> guarded(receiver, () -> {
                            TokenEntry usable = failure == null
                                    ? entry
                                    : login.tokens().current().orElse(null);
                            if (usable == null) {
                                receiver.failed(LoginException.of(failure));
                            } else {
                                send(request, receiver, usable, false);
                            }
                        }),
                        threads.of(receiver));
    }

    /**
     * Sends a request, after a login if one is needed. For a thread that waits for the answer: it may be the last one
     * of the workers, because none of them is needed until the answer is there.
     *
     * @param request what to ask
     * @return the answer, whatever its status; its end does not take longer than login and request may
     */
    public Future<ApiAnswer> ask(ApiRequest request) {
        FutureAnswer outcome = new FutureAnswer();
        send(request, outcome);
        return outcome.future();
    }

    /**
     * Sends a request as {@link #ask(ApiRequest)} does, and again while it fails and the rules say so.
     *
     * @param request what to ask
     * @param rules when to send it again; called on any thread
     * @return the answer, whatever its status
     */
    public Future<ApiAnswer> ask(ApiRequest request, RetryRules rules) {
        FutureAnswer outcome = new FutureAnswer();
        send(request, outcome, rules);
        return outcome.future();
    }

    private void send(ApiRequest request, AnswerReceiver receiver, TokenEntry entry, boolean isReplay) {
        AccessToken token = entry.token();
        URI instance = login.instanceUrlOf(token);
        Request out = http.apply(URI.create(instance + request.target())).method(request.method());
        out.followRedirects(false);
        out.headers(headers -> {
            request.headers().forEach(header -> headers.add(header.name(), header.value()));
            if (!headers.contains(HttpHeader.ACCEPT_ENCODING)) {
                headers.put(HttpHeader.ACCEPT_ENCODING, "gzip");
            }
            switch (request.authorization()) {
                case BEARER -> headers.put("Authorization", "Bearer " + token.value());
                case SESSION_HEADER -> headers.put("X-SFDC-Session", token.value());
                case NONE -> {}
            }
        });
        if (request.body() != null) {
            out.body(request.body().open(threads.shortTasks()));
            Request.ContentListener listener = receiver.sending();
            if (listener != null) {
                out.onRequestContent(listener);
            }
        }
        Departure departure = new Departure();
        out.onRequestCommit(departure);
        SentRequest sent = new SentRequest(request, receiver, out, token, departure, isReplay);
        if (request.answer() == ApiRequest.AnswerMode.STREAMED) {
            new StreamedAnswer(sent, handler).send();
        } else {
            out.timeout(limits.timeoutMillis(), TimeUnit.MILLISECONDS).send(new BufferedAnswer(sent, handler));
        }
    }

    /** @return the token in use, empty if there is none */
    public Optional<AccessToken> tokenInUse() {
        return login.tokens().current().map(TokenEntry::token);
    }

    /**
     * @return versions of the API that the org is known to have, for example {@code 62.0}; whoever learns of one adds
     *     it
     */
    public Set<String> knownVersions() {
        return knownVersions;
    }

    private void decide(SentRequest sent, ApiAnswer answer) {
        switch (ReplayPolicy.decide(
                sent.verdict(answer), sent.isReplay(), sent.request().isRepeatable())) {
            case PASS_ON -> passOn(sent, answer);
            case REPORT -> passOnSecondRejection(sent, answer, sent.token().value());
            case RENEW_AND_REPLAY -> whenLoggedIn(sent, answer, renewal(sent), entry -> replay(sent, entry));
            case RENEW_ONLY -> whenLoggedIn(sent, answer, renewal(sent), entry -> notRepeatable(sent, answer));
            case RELOCATE_AND_REPLAY ->
                whenLoggedIn(sent, answer, relocation(sent), entry -> goOnElsewhere(sent, answer, entry));
            case RELOCATE_ONLY -> whenLoggedIn(sent, answer, relocation(sent), entry -> notRepeatable(sent, answer));
        }
    }

    private void fail(SentRequest sent, Throwable failure) {
        threads.of(sent.receiver()).execute(() -> sent.receiver().failed(failure));
    }

    private void passOn(SentRequest sent, ApiAnswer answer) {
        threads.of(sent.receiver()).execute(() -> sent.receiver().answered(answer));
    }

    private CompletableFuture<TokenEntry> renewal(SentRequest sent) {
        return login.tokens().renew(sent.token().value());
    }

    private CompletableFuture<TokenEntry> relocation(SentRequest sent) {
        return login.tokens().relocate(sent.token().value(), sent.uri());
    }

    private void whenLoggedIn(
            SentRequest sent, ApiAnswer answer, CompletableFuture<TokenEntry> outcome, Consumer<TokenEntry> goOn) {
        outcome.orTimeout(login.timeoutMillis(), TimeUnit.MILLISECONDS).whenComplete((entry, failure) -> {
            if (failure == null) {
                guarded(failed -> fail(sent, failed), () -> goOn.accept(entry));
                return;
            }
            LoginException reason = LoginException.of(failure);
            if (SessionRejection.isAnswerPassedOn(reason)) {
                passOn(sent, answer);
            } else {
                fail(sent, reason);
            }
        });
    }

    private void replay(SentRequest sent, TokenEntry entry) {
        observer.replayed();
        send(sent.request(), sent.receiver(), entry, true);
    }

    private void goOnElsewhere(SentRequest sent, ApiAnswer answer, TokenEntry entry) {
        AccessToken token = entry.token();
        Relocation relocation = new Relocation(sent.uri(), login.instanceUrlOf(token), token.instanceUrl());
        if (relocation.objection().isPresent()) {
            fail(sent, relocation.objection().get());
        } else if (relocation.isElsewhere()) {
            replay(sent, entry);
        } else {
            passOnSecondRejection(sent, answer, token.value());
        }
    }

    /** Reported for the sake of later requests; no login is made because of it. */
    private void passOnSecondRejection(SentRequest sent, ApiAnswer answer, String rejected) {
        login.tokens()
                .rejectedAgain(rejected)
                .ifPresentOrElse(objection -> fail(sent, objection), () -> passOn(sent, answer));
    }

    private void notRepeatable(SentRequest sent, ApiAnswer answer) {
        fail(
                sent,
                new SalesforceException(
                        "Salesforce rejected the access token, and the component has renewed it. It did not send the request"
                                + " of " + sent.request().name()
                                + " again, because the body can be read only once",
                        answer.status()));
    }

    private void guarded(AnswerReceiver receiver, Work work) {
        guarded(failure -> threads.of(receiver).execute(() -> receiver.failed(failure)), work);
    }

    /** Sends a request or reads an answer. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Whatever is thrown, for example because the client is stopping, the caller is told. */
    private static void guarded(Consumer<Throwable> failed, Work work) {
        try {
            work.run();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }

    private final class Handler implements AnswerHandler {

        @Override
        public void answered(SentRequest sent, ReceivedAnswer answer) {
            if (sent.isRejectionPossible(answer.status())) {
                threads.shortTasks()
                        .execute(() -> guarded(e -> failed(sent, e), () -> decide(sent, read(sent, answer))));
            } else {
                threads.of(sent.receiver()).execute(() -> readAndPassOn(sent, answer));
            }
        }

        private void readAndPassOn(SentRequest sent, ReceivedAnswer received) {
            ApiAnswer answer;
            try {
                answer = read(sent, received);
            } catch (Throwable e) {
                failed(sent, e);
                return;
            }
            sent.receiver().answered(answer);
        }

        private ApiAnswer read(SentRequest sent, ReceivedAnswer answer) throws IOException {
            return answer.decoded(sent.request(), limits.maxAnswerBytes());
        }

        @Override
        public void passOn(SentRequest sent, ApiAnswer answer) {
            ApiClient.this.passOn(sent, answer);
        }

        @Override
        public void failed(SentRequest sent, Throwable failure) {
            fail(sent, new NoAnswerException(sent.departure().hasLeft(), failure));
        }

        @Override
        public RequestLimits limits() {
            return limits;
        }

        @Override
        public RequestObserver observer() {
            return observer;
        }
    }
}
