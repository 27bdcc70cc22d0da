package org.camelforce.salesforcecc.internal.request;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.camelforce.salesforcecc.auth.LoginUnavailableException;
import org.camelforce.salesforcecc.internal.text.RetryAfter;
import org.camelforce.salesforcecc.internal.threads.Backoff;
import org.camelforce.salesforcecc.observability.LogEvent;
import org.camelforce.salesforcecc.observability.MeterTag;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request that is sent again after a pause while it fails and may succeed soon. Its receiver is told of the last
 * attempt. One attempt follows the other, so one thread at a time uses it.
 */
final class Attempts implements AnswerReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final ApiRequest request;
    private final AnswerReceiver receiver;
    private final RetryRules rules;
    private final RetryPauses pauses;
    private final RequestObserver observer;
    private final Executor executor;
    private final Consumer<AnswerReceiver> sender;
    private int attempts = 1;
    private @Nullable Backoff backoff;

    /**
     * @param request to send
     * @param receiver is called once
     * @param rules when to send it again
     * @param pauses between the attempts
     * @param observer is told of each attempt but the first
     * @param executor where an attempt begins and the receiver is called after a pause
     * @param sender sends the request, and tells what comes of it
     */
    Attempts(
            ApiRequest request,
            AnswerReceiver receiver,
            RetryRules rules,
            RetryPauses pauses,
            RequestObserver observer,
            Executor executor,
            Consumer<AnswerReceiver> sender) {
        this.request = request;
        this.receiver = receiver;
        this.rules = rules;
        this.pauses = pauses;
        this.observer = observer;
        this.executor = executor;
        this.sender = sender;
    }

    @Override
    public void answered(ApiAnswer answer) {
        goOn(
                reasonOf(answer),
                RetryAfter.in(answer.header("Retry-After")),
                () -> receiver.answered(answer.after(attempts)));
    }

    @Override
    public void failed(Throwable failure) {
        goOn(
                rules.unanswered(request, failure),
                failure instanceof LoginUnavailableException unavailable ? unavailable.retryAfter() : Optional.empty(),
                () -> receiver.failed(
                        failure instanceof NoAnswerException unanswered ? unanswered.after(attempts) : failure));
    }

    /** What a class of the user's throws while it reads errors is found again by who reads the answer. */
    private @Nullable RetryReason reasonOf(ApiAnswer answer) {
        try {
            return answer.isSuccess() ? null : rules.answered(answer);
        } catch (Throwable e) {
            return null;
        }
    }

    private void goOn(@Nullable RetryReason reason, Optional<Duration> named, Runnable end) {
        RetryPolicy policy = rules.policy();
        if (reason == null || !policy.isRetried(reason, request.isRepeatable(), attempts)) {
            end.run();
            return;
        }
        if (backoff == null) {
            backoff = pauses.backoff(policy);
        }
        Duration pause = policy.pause(backoff.next(), named.orElse(null));
        log(reason, pause);
        pauses.begin(pause, () -> executor.execute(() -> again(reason)), () -> executor.execute(end));
    }

    private void again(RetryReason reason) {
        attempts++;
        observer.retried(reason);
        try {
            sender.accept(this);
        } catch (Throwable e) {
            // whatever it is, the caller must be told of it
            receiver.failed(e);
        }
    }

    private void log(RetryReason reason, Duration pause) {
        String why = MeterTag.value(reason);
        LogEvent.REQUEST_RETRIED
                .on(LOG.atDebug())
                .addKeyValue("operation", request.name())
                .addKeyValue("object", ObjectNames.of(request))
                .addKeyValue("reason", why)
                .addKeyValue("attempt", attempts)
                .addKeyValue("retry.ms", pause.toMillis())
                .log(
                        "Attempt {} of {} of the request of {} failed: {}; the next one follows in {} ms",
                        attempts,
                        rules.policy().maxAttempts(),
                        request.name(),
                        why,
                        pause.toMillis());
    }

    @Override
    public Request.@Nullable ContentListener sending() {
        return receiver.sending();
    }

    @Override
    public boolean isQuick() {
        return receiver.isQuick();
    }
}
