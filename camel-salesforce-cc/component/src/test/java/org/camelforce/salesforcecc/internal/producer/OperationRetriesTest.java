package org.camelforce.salesforcecc.internal.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.camelforce.salesforcecc.auth.AccessToken;
import org.camelforce.salesforcecc.internal.operation.RequestErrors;
import org.camelforce.salesforcecc.internal.request.AnswerReceiver;
import org.camelforce.salesforcecc.internal.request.ApiAnswer;
import org.camelforce.salesforcecc.internal.request.ApiClient;
import org.camelforce.salesforcecc.internal.request.ApiRequest;
import org.camelforce.salesforcecc.internal.request.BytesBody;
import org.camelforce.salesforcecc.internal.request.EndedRequest;
import org.camelforce.salesforcecc.internal.request.NoAnswerException;
import org.camelforce.salesforcecc.internal.request.OrgLogin;
import org.camelforce.salesforcecc.internal.request.RequestBody;
import org.camelforce.salesforcecc.internal.request.RequestEnd;
import org.camelforce.salesforcecc.internal.request.RequestLimits;
import org.camelforce.salesforcecc.internal.request.RequestObserver;
import org.camelforce.salesforcecc.internal.request.RequestOutcome;
import org.camelforce.salesforcecc.internal.request.RetryPauses;
import org.camelforce.salesforcecc.internal.request.RetryPolicy;
import org.camelforce.salesforcecc.internal.request.RetryReason;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.camelforce.salesforcecc.internal.token.Jitter;
import org.camelforce.salesforcecc.internal.token.ManualScheduler;
import org.camelforce.salesforcecc.internal.token.TokenManager;
import org.camelforce.salesforcecc.internal.token.TokenManagers;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again after a failure. Pauses and workers are the test's. */
class OperationRetriesTest {

    private static final RetryPolicy THRICE = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final String OK = answer("200 OK", "", "{}");
    private static final String UNAVAILABLE = answer("503 Service Unavailable", "", "down for maintenance");
    private static final String LOCKED = error("400 Bad Request", "UNABLE_TO_LOCK_ROW", "unable to obtain");
    private static final String CONCURRENT =
            error("403 Forbidden", "REQUEST_LIMIT_EXCEEDED", "ConcurrentRequests Limit exceeded.");
    private static final String DAILY =
            error("403 Forbidden", "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
    private static final String REJECTED =
            error("401 Unauthorized", "INVALID_SESSION_ID", "Session expired or invalid");
    private static final String DROPPED = "";

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final ManualScheduler scheduler = new ManualScheduler();
    private final RetryPauses pauses = new RetryPauses(scheduler, Jitter.LEAST);
    private final List<RetryReason> retried = new ArrayList<>();
    private final List<EndedRequest> ended = new ArrayList<>();
    private final CompletableFuture<ApiAnswer> outcome = new CompletableFuture<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final HttpClient http = new HttpClient();
    private ScriptedServer server;
    private TokenManager tokens;
    private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        http.start();
        // as the component's own client
        http.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        server = new ScriptedServer(this::serve);
        URI instance = URI.create("http://127.0.0.1:" + server.uri().getPort());
        tokens = TokenManagers.of(
                () -> CompletableFuture.completedFuture(AccessToken.of("T" + logins.incrementAndGet(), instance)),
                () -> Instant.EPOCH,
                new ManualScheduler());
        client = new ApiClient(
                http::newRequest,
                new OrgLogin(tokens, null, 30_000),
                new RequestLimits(30_000, 1_000),
                tasks::add,
                tasks::add,
                new Observer(),
                scheduler::ticker,
                pauses);
    }

    @AfterEach
    void stop() throws Exception {
        http.stop();
        server.close();
    }

    @Test
    void requestWhenSalesforceIsUnavailableTwiceThenTheThirdAnswerAfterGrowingPauses() {
        answers(UNAVAILABLE, UNAVAILABLE, OK);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));
        pause(Duration.ofSeconds(1));

        assertThat(answer().status()).isEqualTo(200);
        assertThat(server.heads()).hasSize(3);
    }

    @Test
    void requestWhenThePauseIsNotOverThenNotSentAgain() {
        answers(UNAVAILABLE, OK);
        send(get(), THRICE);
        runUntil(this::isPausing);
        scheduler.advance(Duration.ofMillis(499));

        assertThat(tasks).isEmpty();
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void requestWhenItIsRetriedThenItsOutcomeCountsOnceAndEachRetry() {
        answers(UNAVAILABLE, CONCURRENT, OK);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));
        pause(Duration.ofSeconds(1));
        answer();

        assertThat(retried).containsExactly(RetryReason.UNAVAILABLE, RetryReason.REQUEST_LIMIT);
        assertThat(ended).singleElement().satisfies(end -> {
            assertThat(end.outcome()).isEqualTo(RequestOutcome.SUCCESS);
            assertThat(end.took()).isEqualTo(Duration.ofMillis(1_500));
        });
    }

    @Test
    void requestWhenAllAttemptsFailThenTheLastAnswerSaysHowMany() {
        answers(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, OK);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));
        pause(Duration.ofSeconds(1));

        assertThat(RequestErrors.ofJson(answer()))
                .hasMessageContaining("with status 503 (Service Unavailable) after 3 attempts: down for maintenance");
        assertThat(server.heads()).hasSize(3);
    }

    @Test
    void requestWhenThereIsOneAttemptThenTheFirstAnswerAndNoNumber() {
        answers(UNAVAILABLE, OK);
        send(get(), new RetryPolicy(1, Duration.ofMillis(500), Duration.ofSeconds(30)));

        assertThat(RequestErrors.ofJson(answer()).getMessage()).contains("503").doesNotContain("attempt");
        assertThat(scheduler.delays()).isEmpty();
    }

    @Test
    void getWhenTheConnectionIsDroppedThenSentAgain() {
        answers(DROPPED, OK);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));

        assertThat(answer().status()).isEqualTo(200);
        assertThat(retried).containsExactly(RetryReason.NO_ANSWER);
    }

    @Test
    void getWhenEachConnectionIsDroppedThenTheFailureSaysHowOften() {
        answers(DROPPED, DROPPED, DROPPED);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));
        pause(Duration.ofSeconds(1));

        assertThat(RequestFailures.of("query", failure()))
                .hasMessageStartingWith("The request of query has no answer after 3 attempts: ");
    }

    @Test
    void postWhenTheConnectionIsDroppedThenNotSentAgain() {
        answers(DROPPED, OK);
        send(post(BytesBody.of("application/json", "{}")), THRICE);

        assertThat(failure()).isInstanceOf(NoAnswerException.class);
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void postWhenSalesforceIsUnavailableThenNotSentAgain() {
        answers(UNAVAILABLE, OK);
        send(post(BytesBody.of("application/json", "{}")), THRICE);

        assertThat(answer().status()).isEqualTo(503);
        assertThat(server.heads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "concurrent"})
    void f22PostWhenSalesforceSaysThatItWasNotExecutedThenSentAgain(String failure) {
        answers(failure.equals("locked") ? LOCKED : CONCURRENT, OK);
        send(post(BytesBody.of("application/json", "{}")), THRICE);
        pause(Duration.ofMillis(500));

        assertThat(answer().status()).isEqualTo(200);
        assertThat(ended).singleElement().satisfies(end -> assertThat(end.sentBytes())
                .isEqualTo(4));
    }

    @Test
    void f22RequestWhenTheLimitOfTheDayIsReachedThenNotSentAgain() {
        answers(DAILY, OK);
        send(get(), THRICE);

        assertThat(answer().status()).isEqualTo(403);
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void requestWhenSalesforceAsksForALongerPauseThenThatLong() {
        answers(answer("503 Service Unavailable", "Retry-After: 20\r\n", ""), OK);
        send(get(), THRICE);
        pause(Duration.ofSeconds(20));

        assertThat(answer().status()).isEqualTo(200);
    }

    @Test
    void requestWhenSalesforceAsksForTooLongAPauseThenTheLongestOne() {
        answers(answer("429 Too Many Requests", "Retry-After: 3600\r\n", ""), OK);
        send(get(), THRICE);
        pause(Duration.ofSeconds(30));

        assertThat(answer().status()).isEqualTo(200);
    }

    @Test
    void requestWhenItsBodyCannotBeReadAgainThenNotSentAgain() {
        answers(LOCKED, OK);
        send(post(new OnceBody()), THRICE);

        assertThat(answer().status()).isEqualTo(400);
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void requestWhenItsAnswerIsTooLargeThenNotSentAgain() {
        answers(answer("200 OK", "", "x".repeat(2_000)), OK);
        send(get(), THRICE);

        assertThat(failure()).hasMessageContaining("httpMaxContentLength");
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void requestWhenTheTokenHasBeenRenewedMeanwhileThenSentWithTheNewOne() {
        answers(UNAVAILABLE, OK);
        send(get(), THRICE);
        runUntil(this::isPausing);
        tokens.renew("T1");
        pause(Duration.ofMillis(500));
        answer();

        assertThat(server.heads().get(0)).contains("Bearer T1\r\n");
        assertThat(server.heads().get(1)).contains("Bearer T2\r\n");
    }

    @Test
    void requestWhenTheTokenIsRejectedInEachAttemptThenReplayedInEach() {
        answers(REJECTED, UNAVAILABLE, REJECTED, OK);
        send(get(), THRICE);
        pause(Duration.ofMillis(500));

        assertThat(answer().status()).isEqualTo(200);
        assertThat(server.heads()).hasSize(4);
        assertThat(logins).hasValue(3);
    }

    @Test
    void requestWhenItIsPausingAndThePausesCloseThenItFailsAtOnceAsItDid() {
        answers(UNAVAILABLE, OK);
        send(get(), THRICE);
        runUntil(this::isPausing);

        pauses.close();

        assertThat(answer().status()).isEqualTo(503);
        assertThat(isPausing()).isFalse();
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void requestWhenItFailsAfterThePausesHaveClosedThenNotSentAgain() {
        answers(UNAVAILABLE, OK);
        pauses.close();
        send(get(), THRICE);

        assertThat(answer().status()).isEqualTo(503);
        assertThat(isPausing()).isFalse();
    }

    @Test
    void requestWhenTheSchedulerTakesNothingThenItFailsAsItDid() {
        answers(UNAVAILABLE, OK);
        scheduler.failWith(new OutOfMemoryError("no thread"));
        send(get(), THRICE);

        assertThat(answer().status()).isEqualTo(503);
    }

    private void serve(Socket connection) throws Exception {
        if (server.heads().get(server.heads().size() - 1).startsWith("POST ")) {
            connection.getInputStream().readNBytes(2);
        }
        String next = answers.remove();
        if (next.equals(DROPPED)) {
            connection.close();
        } else {
            ScriptedServer.write(connection, next);
        }
    }

    private void answers(String... all) {
        answers.addAll(List.of(all));
    }

    private void send(ApiRequest request, RetryPolicy policy) {
        client.send(
                request,
                new AnswerReceiver() {
                    @Override
                    public void answered(ApiAnswer answer) {
                        outcome.complete(answer);
                    }

                    @Override
                    public void failed(Throwable failure) {
                        outcome.completeExceptionally(failure);
                    }
                },
                new OperationRetries(policy, RequestErrors::ofJson));
    }

    /** Lets a pause of this length begin and end. */
    private void pause(Duration length) {
        runUntil(this::isPausing);
        assertThat(scheduler.delays()).last().isEqualTo(length);
        scheduler.advance(length);
    }

    private boolean isPausing() {
        return scheduler.waiting() > 0;
    }

    private ApiAnswer answer() {
        runUntil(outcome::isDone);
        return outcome.join();
    }

    private Throwable failure() {
        runUntil(outcome::isDone);
        return outcome.handle((answer, failure) -> failure).join();
    }

    /** Does what the workers have to do. */
    private void runUntil(BooleanSupplier isDone) {
        while (!isDone.getAsBoolean()) {
            try {
                Runnable next = tasks.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("a task of the workers").isNotNull();
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static ApiRequest get() {
        return new ApiRequest.Builder("query", "GET", "/services/data/v62.0/query?q=SELECT+Id+FROM+User").build();
    }

    private static ApiRequest post(RequestBody body) {
        return new ApiRequest.Builder("createSObject", "POST", "/services/data/v62.0/sobjects/Account")
                .body(body)
                .build();
    }

    private static String error(String status, String code, String message) {
        return answer(status, "", "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]");
    }

    private static String answer(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private final class Observer implements RequestObserver {

        @Override
        public RequestEnd begun(ApiRequest request) {
            return ended::add;
        }

        @Override
        public void retried(RetryReason reason) {
            retried.add(reason);
        }
    }

    /** As a stream that nobody has cached. */
    private static final class OnceBody implements RequestBody {

        @Override
        public Request.Content open(Executor readers) {
            return BytesBody.of("application/json", "{}").open(readers);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }
}
