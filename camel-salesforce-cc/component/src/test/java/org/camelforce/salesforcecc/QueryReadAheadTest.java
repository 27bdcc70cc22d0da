package org.camelforce.salesforcecc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.camelforce.salesforcecc.dto.Account;
import org.camelforce.salesforcecc.internal.request.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Option {@code streamQueryReadAhead}: three pages of two records each, with one thread for the answers. */
class QueryReadAheadTest {

    private static final String QUERY = "salesforce-cc:query?streamQueryResult=true&streamQueryReadAhead=true";
    private static final int PAGES = 3;
    private static final String[] ALL = {
        "Account 1a", "Account 1b", "Account 2a", "Account 2b", "Account 3a", "Account 3b"
    };
    private static final long SECONDS = 20;

    @RegisterExtension
    static final ScriptedOrg ORG = new ScriptedOrg();

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch secondAsked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private CamelContext context;
    private volatile ScriptedServer.Script onSecond = connection -> answer(connection, 200, page(2));

    @BeforeEach
    void start() throws Exception {
        context = ORG.context(this::serve, component -> {
            component.setWorkerPoolSize(1);
            component.setWorkerPoolMaxSize(1);
            component.setPackages("org.camelforce.salesforcecc.dto");
        });
        context.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
    }

    @Test
    void queryWhenARecordOfThePageBeforeIsInTheRouteThenOnePageIsAskedForAhead() throws Exception {
        route(exchange -> {
            if (seen.isEmpty()) {
                assertThat(secondAsked.await(SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(requests).hasValue(2);
            }
            note(exchange);
        });

        assertThat(send("direct:in").getException()).isNull();
        assertThat(seen).containsExactly(ALL);
        assertThat(requests).hasValue(PAGES);
    }

    @Test
    void queryWhenThePageAheadIsLateThenTheRouteWaitsForIt() throws Exception {
        onSecond = connection -> {
            goOn.await(SECONDS, TimeUnit.SECONDS);
            answer(connection, 200, page(2));
        };
        route(exchange -> {
            note(exchange);
            goOn.countDown();
        });

        assertThat(send("direct:in").getException()).isNull();
        assertThat(seen).containsExactly(ALL);
    }

    @Test
    void f5QueryWhenThePageAheadFailsThenTheExchangeFailsAfterTheRecordsBefore() throws Exception {
        onSecond = connection -> answer(connection, 400, "[{\"errorCode\":\"NO\",\"message\":\"no\"}]");
        route(this::note);

        SalesforceException failure = send("direct:in").getException(SalesforceException.class);

        assertThat(failure.getStatusCode()).isEqualTo(400);
        assertThat(seen).containsExactly("Account 1a", "Account 1b");
    }

    @Test
    void f6QueryWhenTheTokenIsRejectedForThePageAheadThenTheOnlyWorkerIsNotNeededForIt() throws Exception {
        onSecond = connection -> {
            requests.decrementAndGet();
            onSecond = again -> answer(again, 200, page(2));
            answer(connection, 401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"expired\"}]");
        };
        route(this::note);

        assertThat(send("direct:in").getException()).isNull();
        assertThat(seen).containsExactly(ALL);
    }

    /**
     * The org answers when the exchange is over, and is not asked for more. A splitter that stops would not do: Camel's
     * reads the rest of its iterator (MulticastProcessor).
     */
    @Test
    void queryWhenTheExchangeEndsThenThePageAheadIsDropped() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        onSecond = connection -> {
            goOn.await(SECONDS, TimeUnit.SECONDS);
            answer(connection, 200, page(2));
            answered.countDown();
        };
        routeOfAll(exchange -> {
            exchange.getMessage().getBody(Iterator.class).next();
            secondAsked.await(SECONDS, TimeUnit.SECONDS);
            throw new IllegalStateException("as the test says");
        });

        assertThat(send("direct:in").getException()).hasStackTraceContaining("as the test says");
        goOn.countDown();
        assertThat(answered.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(requests).hasValue(2);
        requests.set(0);
        onSecond = connection -> answer(connection, 200, page(2));
        assertThat(names(send(QUERY))).containsExactly(ALL);
    }

    @Test
    void queryWhenThePageAheadIsDroppedThenItIsNotSentAgain() throws Exception {
        CountDownLatch denied = new CountDownLatch(1);
        onSecond = connection -> {
            goOn.await(SECONDS, TimeUnit.SECONDS);
            answer(connection, 503, "[]");
            denied.countDown();
        };
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:unread")
                        .to(QUERY + "&maxRequestAttempts=3&requestBackoff=1")
                        .process(exchange -> secondAsked.await(SECONDS, TimeUnit.SECONDS));
            }
        });

        assertThat(send("direct:unread").getException()).isNull();
        goOn.countDown();
        assertThat(denied.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(send("salesforce-cc:limits?rawPayload=true").getException()).isNull();
        assertThat(requests).hasValue(3);
    }

    @Test
    void queryWhenTheExchangeEndsBeforeItsRecordsAreReadThenTheyComeWithoutReadingAhead() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:unread").to(QUERY);
            }
        });
        Exchange exchange = send("direct:unread");
        assertThat(secondAsked.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        // the page that was dropped is asked for again
        requests.decrementAndGet();

        assertThat(names(exchange)).containsExactly(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits", "queryMore", "search"})
    void r16StartWhenTheOperationHasNoPagesThenRefusedByName(String operation) {
        assertThat(catchThrowable(() -> context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:refused").to("salesforce-cc:" + operation + "?streamQueryReadAhead=true");
                    }
                })))
                .rootCause()
                .hasMessageContaining("Option streamQueryReadAhead is for query, queryAll, but the operation is ");
    }

    private void route(Processor each) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to(QUERY)
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .process(each);
            }
        });
    }

    private void routeOfAll(Processor all) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to(QUERY).process(all);
            }
        });
    }

    private void note(Exchange exchange) {
        seen.add(exchange.getMessage().getBody(Account.class).getName());
    }

    private static List<String> names(Exchange exchange) {
        List<String> names = new CopyOnWriteArrayList<>();
        Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
        records.forEachRemaining(each -> names.add(((Account) each).getName()));
        return names;
    }

    private Exchange send(String uri) throws Exception {
        CompletableFuture<Exchange> answer = context.createProducerTemplate()
                .asyncSend(uri, exchange -> exchange.getIn().setBody("SELECT Id, Name FROM Account"));
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    private void serve(Socket connection) throws Exception {
        int number = requests.incrementAndGet();
        if (number == 2) {
            secondAsked.countDown();
            onSecond.answer(connection);
        } else {
            answer(connection, 200, page(number));
        }
    }

    private static String page(int number) {
        String next = number == PAGES
                ? "\"done\":true"
                : "\"done\":false,\"nextRecordsUrl\":\"/services/data/v56.0/query/01gRO0000016PIAYA2-" + number + "\"";
        return "{\"totalSize\":" + ALL.length + "," + next + ",\"records\":[" + account(number + "a") + ","
                + account(number + "b") + "]}";
    }

    private static String account(String name) {
        return "{\"attributes\":{\"type\":\"Account\"},\"Name\":\"Account " + name + "\"}";
    }

    private static void answer(Socket connection, int status, String body) throws IOException {
        ScriptedServer.write(
                connection,
                "HTTP/1.1 " + status + " Says\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n" + body);
    }
}
