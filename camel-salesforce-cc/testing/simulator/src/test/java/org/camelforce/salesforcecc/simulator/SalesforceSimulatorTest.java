package org.camelforce.salesforcecc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camelforce.salesforcecc.simulator.fault.Fault;
import org.camelforce.salesforcecc.simulator.fault.FaultPoint;
import org.camelforce.salesforcecc.simulator.internal.oauth.InMemorySessions;
import org.camelforce.salesforcecc.simulator.request.RecordedRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.junit.jupiter.api.Test;

class SalesforceSimulatorTest {

    @Test
    void startWhenDefaultsThenLoginWorks() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            assertThat(new TestClient(simulator).requestToken().statusCode()).isEqualTo(200);
            assertThat(simulator.getClientId()).matches("3MVG9[\\w.]{80}");
            assertThat(simulator.getClientSecret()).matches("[0-9A-F]{64}");
            assertThat(simulator.getApiVersion()).isEqualTo("67.0");
        }
    }

    @Test
    void startWhenConfiguredThenHasThoseValues() {
        try (SalesforceSimulator simulator = SalesforceSimulator.builder()
                .consumerKey("key")
                .consumerSecret("secret")
                .orgId("00Dxx0000000001")
                .runAsUsername("robot@acme.example")
                .start()) {
            assertThat(simulator.getClientId()).isEqualTo("key");
            assertThat(simulator.getClientSecret()).isEqualTo("secret");
            assertThat(simulator.org().id()).startsWith("00Dxx0000000001").hasSize(18);
            assertThat(simulator.org().user("robot@acme.example")).isPresent();
        }
    }

    @Test
    void startWhenTwoThenTheyAreIndependent() {
        try (SalesforceSimulator one = SalesforceSimulator.start();
                SalesforceSimulator other = SalesforceSimulator.start()) {
            String token = new TestClient(one).login();

            assertThat(one.org().id()).isNotEqualTo(other.org().id());
            assertThat(other.sessions().peek(token)).isEmpty();
            assertThat(other.tokenRequests()).isZero();
        }
    }

    @Test
    void startWhenPortInUseThenFailsAndLeavesNoThread() {
        try (SalesforceSimulator first = SalesforceSimulator.start()) {
            int port = URI.create(first.getLoginUrl()).getPort();

            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> SalesforceSimulator.builder()
                    .orgId("00Dxx0000000002")
                    .port(port)
                    .start());
            assertNoThreadOf("00Dxx0000000002");
        }
    }

    @Test
    void startWhenPortInUseThenFailsAndLeavesNoDatabase() {
        try (SalesforceSimulator first = SalesforceSimulator.start()) {
            int port = URI.create(first.getLoginUrl()).getPort();
            long before = openDatabases();

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> SalesforceSimulator.builder().port(port).start());
            assertThat(openDatabases()).isEqualTo(before).isPositive();
        }
    }

    @Test
    void startWhenFailedAndNotClosedEitherThenTellsBoth() {
        SalesforceSimulator.Builder builder = SalesforceSimulator.builder().servlet("/broken", new BrokenServlet());

        assertThatIllegalStateException()
                .isThrownBy(builder::start)
                .withMessage("the server did not start")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("the simulator did not close"));
    }

    @Test
    void closeWhenClientsAreConnectedThenEndsThreadsAndConnections() {
        SalesforceSimulator simulator = SalesforceSimulator.start();
        new TestClient(simulator).login();
        assertThat(simulator.openConnections()).isEqualTo(1);

        simulator.close();
        simulator.close();

        assertThat(simulator.openConnections()).isZero();
        assertNoThreadOf(simulator.org().id());
    }

    @Test
    void closeWhenCalledByAThreadOfTheServerThenItDoesNotWaitForThatThread() {
        SalesforceSimulator simulator = SalesforceSimulator.start();
        CompletableFuture<String> closed = new CompletableFuture<>();
        simulator.faults().addListener((point, fault) -> {
            simulator.close();
            closed.complete(Thread.currentThread().getName());
        });

        new TestClient(simulator).postAsync("/services/data/v67.0/query", "token");

        assertThat(closed)
                .succeedsWithin(Duration.ofSeconds(4))
                .asString()
                .startsWith("salesforce-simulator-" + simulator.org().id());
        assertNoThreadOf(simulator.org().id());
    }

    @Test
    void requestLogWhenRequestsMadeThenHasPathsAndStatusesWithoutQueries() {
        try (SalesforceSimulator simulator = TestSimulators.simulator().start()) {
            TestClient client = new TestClient(simulator);
            simulator.faults().inject(FaultPoint.TOKEN_REQUEST, Fault.Answer.emptyBody(), 1);
            client.requestToken();
            String token = client.login();
            client.get("/services/data/v67.0/query?q=SELECT", token);
            client.getAnonymously("/services/oauth2/revoke?token=" + token);

            assertThat(simulator.requestLog())
                    .containsExactly(
                            new RecordedRequest("POST", "/services/oauth2/token", 503),
                            new RecordedRequest("POST", "/services/oauth2/token", 200),
                            new RecordedRequest("GET", "/services/data/v67.0/query", 200),
                            new RecordedRequest("GET", "/services/oauth2/revoke", 200));
            assertThat(simulator.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void servletWhenPathIsServedAlreadyThenReplacesIt() {
        try (SalesforceSimulator simulator = SalesforceSimulator.builder()
                .servlet("/services/oauth2/token", new EchoServlet())
                .start()) {
            assertThat(new TestClient(simulator).requestToken().body()).isEqualTo("served nobody");
        }
    }

    @Test
    void requestsWhenManyClientsAtOnceThenAllServedAndCounted() {
        int clients = 64;
        int each = 20;
        try (SalesforceSimulator simulator = TestSimulators.simulator().start()) {
            TestClient client = new TestClient(simulator);
            String token = client.login();

            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, clients)
                    .mapToObj(i -> chain(client, token, each))
                    .toList();

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(simulator.apiUsage().used()).isEqualTo(clients * each);
            assertThat(simulator.tokenRequests()).isEqualTo(1);
        }
    }

    @Test
    void toStringWhenAskedThenHidesCredentials() {
        try (SalesforceSimulator simulator = SalesforceSimulator.start()) {
            String token = new TestClient(simulator).login();

            assertThat(List.of(
                            simulator,
                            simulator.app(),
                            simulator.app().consumer(),
                            simulator.sessions().live(),
                            ((InMemorySessions) simulator.sessions()).details(token)))
                    .allSatisfy(described -> assertThat(described.toString())
                            .doesNotContain(token)
                            .doesNotContain(simulator.getClientId())
                            .doesNotContain(simulator.getClientSecret()));
        }
    }

    private static CompletableFuture<HttpResponse<String>> chain(TestClient client, String token, int length) {
        CompletableFuture<HttpResponse<String>> answer = client.postAsync("/services/data/v67.0/query", token);
        for (int i = 1; i < length; i++) {
            answer = answer.thenCompose(previous -> previous.statusCode() == 200
                    ? client.postAsync("/services/data/v67.0/query", token)
                    : CompletableFuture.completedFuture(previous));
        }
        return answer;
    }

    private static long openDatabases() {
        return IntStream.range(1, 2_000)
                .filter(SalesforceSimulatorTest::isOpenDatabase)
                .count();
    }

    private static boolean isOpenDatabase(int number) {
        try {
            DriverManager.getConnection("jdbc:h2:mem:org-" + number + ";IFEXISTS=TRUE", "sa", "")
                    .close();
            return true;
        } catch (SQLException notThere) {
            return false;
        }
    }

    /** Does not start, and keeps the server from stopping. */
    private static final class BrokenServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        public void init() throws ServletException {
            ServletContextHandler.getServletContextHandler(getServletContext())
                    .getServer()
                    .addManaged(new AbstractLifeCycle() {
                        @Override
                        protected void doStop() {
                            throw new IllegalStateException("stays");
                        }
                    });
            throw new ServletException("broken");
        }
    }

    private static void assertNoThreadOf(String orgId) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.contains(orgId)));
    }
}
