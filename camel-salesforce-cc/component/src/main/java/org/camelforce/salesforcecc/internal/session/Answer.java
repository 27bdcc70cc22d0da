package org.camelforce.salesforcecc.internal.session;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.jspecify.annotations.Nullable;

/**
 * The end of one operation, which comes once. Upstream calls its callback even while something that it does not catch
 * is on its way out of the reading of an answer, and sometimes does not call it at all then. So what is called back
 * while an answer is read counts only when the reading is over, and whatever the reading throws ends the operation.
 * Safe for use by several threads.
 */
final class Answer {

    private static final ThreadLocal<@Nullable Answer> CURRENT = new ThreadLocal<>();

    private final Ended ended;
    private final boolean readAtOnce;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Thread reader;
    private boolean calledBack;

    /** Is told of the end. */
    interface Ended {

        /**
         * @param failure why the answer could not be read; null if it was, or if upstream has dealt with it
         * @param doneSync as for Camel's callbacks
         */
        void ended(@Nullable Exception failure, boolean doneSync);
    }

    /** @param ended called at most once */
    Answer(Ended ended) {
        this(ended, false);
    }

    private Answer(Ended ended, boolean readAtOnce) {
        this.ended = ended;
        this.readAtOnce = readAtOnce;
    }

    /**
     * One that a thread waits for, which may be the last one of the workers.
     *
     * @param ended called at most once
     */
    static Answer readAtOnce(Ended ended) {
        return new Answer(ended, true);
    }

    /** Whether it is read on the thread that it comes on, because that is quick. */
    boolean isReadAtOnce() {
        return readAtOnce;
    }

    /** Of the operation whose request this thread makes, or whose answer it reads; null for none. */
    static @Nullable Answer current() {
        return CURRENT.get();
    }

    /**
     * @param answer of the operation that this thread works for, or null for none
     * @return what it was before, to be put back
     */
    static @Nullable Answer enter(@Nullable Answer answer) {
        Answer before = CURRENT.get();
        if (answer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(answer);
        }
        return before;
    }

    /** Upstream's callback. */
    void done(boolean doneSync) {
        if (reader == Thread.currentThread()) {
            calledBack = true;
        } else {
            end(null, doneSync);
        }
    }

    /** Does what upstream does with an answer, and ends the operation if it throws. */
    void read(Runnable reading) {
        Answer before = enter(this);
        reader = Thread.currentThread();
        boolean isDone;
        Throwable thrown = null;
        try {
            reading.run();
        } catch (Throwable e) {
            thrown = e;
        } finally {
            isDone = calledBack;
            calledBack = false;
            reader = null;
            enter(before);
        }
        if (thrown != null) {
            unreadable(thrown);
        } else if (isDone) {
            end(null, false);
        }
    }

    /** The answer cannot be read. */
    void unreadable(Throwable thrown) {
        end(new SalesforceException("The answer of Salesforce cannot be read: " + thrown, thrown), false);
    }

    /** Whether nothing has ended the operation, so that the caller does; nothing else ends it any more then. */
    boolean take() {
        return over.compareAndSet(false, true);
    }

    private void end(@Nullable Exception failure, boolean doneSync) {
        if (take()) {
            ended.ended(failure, doneSync);
        }
    }
}
