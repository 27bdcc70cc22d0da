package org.camelforce.salesforcecc.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorPagesTest {

    private final SimulatorServer server =
            new SimulatorServer("error-pages", "127.0.0.1", 0, 8, null, InstantSource.system());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() {
        server.mount("/services/*", new Failing());
        server.mount("/cometd/*", new Failing());
        server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/services/data/v67.0 | application/json | [{\"message\":\"Server Error\",\"errorCode\":\"UNKNOWN_EXCEPTION\"}]",
                "/services/apexrest/a | application/json | [{\"message\":\"Server Error\",\"errorCode\":\"UNKNOWN_EXCEPTION\"}]",
                "/services/async/67.0 | application/json | {\"exceptionCode\":\"Unknown\",\"exceptionMessage\":\"Server Error\"}",
                "/cometd/67.0 | text/html | <html><body><h1>Bad Message 500</h1><pre>reason: Server Error</pre></body></html>",
                "/services/oauth2/x | text/html | <html><body><h1>Bad Message 500</h1><pre>reason: Server Error</pre></body></html>"
            })
    void requestWhenServletFailsThenErrorOfTheApiWithoutTheException(String path, String type, String body)
            throws Exception {
        for (String method : new String[] {"GET", "POST", "DELETE"}) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(type);
            assertThat(answer.body()).isEqualTo(body);
        }
    }

    private static final class Failing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalArgumentException("fromIndex(2) > toIndex(1)");
        }
    }
}
