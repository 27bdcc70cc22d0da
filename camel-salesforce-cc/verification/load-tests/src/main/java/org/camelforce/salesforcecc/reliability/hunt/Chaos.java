package org.camelforce.salesforcecc.reliability.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the extension points of the component do wrong at the moment. Safe for use by several threads. */
final class Chaos {

    /** Where users' code is called. */
    enum Point {
        CREDENTIALS,
        CREDENTIALS_VERSION,
        STRATEGY,
        TOKEN_EVENT_LISTENER,
        SUBSCRIPTION_LISTENER,
        STORE_CLAIM,
        STORE_WRITE,
        STORE_CLOSE,
        GAP_POLICY,
        EXCEPTION_HANDLER,
        ROUTE
    }

    /** What it does. */
    enum Misdeed {
        IO_EXCEPTION,
        UNCHECKED_IO_EXCEPTION,
        ILLEGAL_STATE,
        NO_CLASS,
        STACK_OVERFLOW,
        OUT_OF_MEMORY,
        HANG
    }

    /** Draws what a point that is struck does; all but the last can be thrown by any method. */
    static Misdeed drawUnchecked(RandomGenerator random) {
        Misdeed[] all = {
            Misdeed.UNCHECKED_IO_EXCEPTION,
            Misdeed.ILLEGAL_STATE,
            Misdeed.NO_CLASS,
            Misdeed.STACK_OVERFLOW,
            Misdeed.OUT_OF_MEMORY
        };
        return all[random.nextInt(all.length)];
    }

    private final Map<Point, Misdeed> misdeeds = new ConcurrentHashMap<>();
    private volatile CountDownLatch healed = new CountDownLatch(1);

    void let(Point point, Misdeed misdeed) {
        misdeeds.put(point, misdeed);
    }

    /** Ends all misdeeds, those under way included. */
    void heal() {
        misdeeds.clear();
        CountDownLatch over = healed;
        healed = new CountDownLatch(1);
        over.countDown();
    }

    boolean isStruck(Point point) {
        return misdeeds.containsKey(point);
    }

    boolean isHanging(Point point) {
        return misdeeds.get(point) == Misdeed.HANG;
    }

    /** Does what the point has to do wrong, if anything. */
    void pass(Point point) throws IOException {
        CountDownLatch end = healed;
        Misdeed misdeed = misdeeds.get(point);
        if (misdeed == Misdeed.IO_EXCEPTION) {
            throw new IOException("No space left on device (injected)");
        }
        doWrong(misdeed, end);
    }

    /** Like {@link #pass}, for methods that may throw nothing checked. */
    void passUnchecked(Point point) {
        CountDownLatch end = healed;
        Misdeed misdeed = misdeeds.get(point);
        doWrong(misdeed == Misdeed.IO_EXCEPTION ? Misdeed.UNCHECKED_IO_EXCEPTION : misdeed, end);
    }

    private static void doWrong(@Nullable Misdeed misdeed, CountDownLatch end) {
        if (misdeed == null) {
            return;
        }
        switch (misdeed) {
            case UNCHECKED_IO_EXCEPTION -> throw new UncheckedIOException(new IOException("stale handle (injected)"));
            case ILLEGAL_STATE -> throw new IllegalStateException("not now (injected)");
            case NO_CLASS -> throw new NoClassDefFoundError("com/example/Gone (injected)");
            case STACK_OVERFLOW -> throw new StackOverflowError("(injected)");
            case OUT_OF_MEMORY -> throw new OutOfMemoryError("unable to create native thread (injected)");
            case HANG -> await(end);
            default -> {}
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return misdeeds.toString();
    }
}
