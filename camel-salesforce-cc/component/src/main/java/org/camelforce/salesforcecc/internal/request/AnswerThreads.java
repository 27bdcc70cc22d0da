package org.camelforce.salesforcecc.internal.request;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Where requests go on when they have an answer. The thread that brings it reads for all orgs, so it only hands the
 * answer over: it neither decodes nor calls code of others. Safe for use by several threads.
 */
final class AnswerThreads {

    private final Executor workers;
    private final Executor httpThreads;

    /**
     * @param workers call receivers
     * @param httpThreads run what does not wait for an answer; when they are stopped, it runs on the thread at hand
     */
    AnswerThreads(Executor workers, Executor httpThreads) {
        this.workers = workers;
        this.httpThreads = task -> {
            try {
                httpThreads.execute(task);
            } catch (RejectedExecutionException e) {
                task.run();
            }
        };
    }

    /** {@return where to call a receiver: it may wait for other answers, unless it is quick} */
    Executor of(AnswerReceiver receiver) {
        return receiver.isQuick() ? httpThreads : workers;
    }

    /** {@return where short tasks run that call code of others, for example a login because of an answer} */
    Executor shortTasks() {
        return httpThreads;
    }
}
