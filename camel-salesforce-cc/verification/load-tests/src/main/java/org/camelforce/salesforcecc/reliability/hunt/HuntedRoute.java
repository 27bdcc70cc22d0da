package org.camelforce.salesforcecc.reliability.hunt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** The work of one route: writes down what it has processed, and does wrong what it is told. */
final class HuntedRoute extends AsyncProcessorSupport implements AsyncProcessor {

    /** Threads that others wait for. A worker's name has none of these. */
    private static final List<String> FOREIGN = List.of(
            "SalesforceCcSubscriptions",
            "SalesforceCcPubSub",
            "SalesforceCcToken",
            "SalesforceHttpClient",
            "HttpClient@",
            "grpc-");

    private static final long SLOW_MILLIS = 100;

    private final Spec spec;
    private final Account account;
    private final Chaos chaos;
    private final Consumer<String> onForeignThread;
    private final ObjectMapper json = new ObjectMapper();
    private final Semaphore never = new Semaphore(0);
    private final Queue<Runnable> hanging = new ConcurrentLinkedQueue<>();
    private volatile boolean fails;
    private volatile boolean slow;

    /** @param onForeignThread hears of the name of a thread on which the route must not run */
    HuntedRoute(Spec spec, Account account, Chaos chaos, Consumer<String> onForeignThread) {
        this.spec = spec;
        this.account = account;
        this.chaos = chaos;
        this.onForeignThread = onForeignThread;
    }

    void fail() {
        fails = true;
    }

    void slowDown() {
        slow = true;
    }

    /** Works from now on, and calls back where it has not. */
    void heal() {
        fails = false;
        slow = false;
        for (Runnable late = hanging.poll(); late != null; late = hanging.poll()) {
            late.run();
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        String thread = Thread.currentThread().getName();
        FOREIGN.stream().filter(thread::contains).findFirst().ifPresent(name -> onForeignThread.accept(thread));
        int number = number(exchange);
        if (slow) {
            pause();
        }
        if (chaos.isHanging(Chaos.Point.ROUTE)) {
            hanging.add(() -> {
                account.done(number);
                callback.done(false);
            });
            return false;
        }
        if (fails || chaos.isStruck(Chaos.Point.ROUTE)) {
            if (!spec.breaks()) {
                account.done(number);
            }
            try {
                chaos.passUnchecked(Chaos.Point.ROUTE);
                exchange.setException(new SQLException("The database is away (injected)"));
            } catch (RuntimeException e) {
                // Camel ignores what an asynchronous processor throws, and its exchange never ends
                exchange.setException(e);
            }
        } else {
            account.done(number);
        }
        callback.done(true);
        return true;
    }

    private int number(Exchange exchange) {
        try {
            JsonNode id = json.readTree(exchange.getMessage().getMandatoryBody(String.class))
                    .findValue("Id__c");
            return (id.isObject() ? id.elements().next() : id).asInt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            never.tryAcquire(SLOW_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
