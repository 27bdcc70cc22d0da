package org.camelforce.salesforcecc.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedRequestsIT {

    private static final byte[] ACCOUNT = ("{\"Name\":\"Ac" + "m".repeat(200) + "e\"}").getBytes(UTF_8);

    private final SalesforceSimulator simulator = SalesforceSimulator.start();
    private final String token = new TestClient(simulator).login();

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "GZIP", "identity"})
    void createWhenBodyIsCompressedThenCreated(String encoding) throws Exception {
        assertThat(create(encoding, compressed(encoding)).statusCode()).isEqualTo(201);
        assertThat(simulator
                        .records()
                        .query("SELECT Name FROM Account")
                        .get(0)
                        .get("Name")
                        .asText())
                .hasSize(203);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void createWhenBodyIsNotCompressedAsSaidThenBadRequest(String encoding) throws Exception {
        assertThat(create(encoding, ACCOUNT).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void createWhenCompressedBodyIsCutThenBadRequest(String encoding) throws Exception {
        byte[] whole = compressed(encoding);

        assertThat(create(encoding, Arrays.copyOf(whole, whole.length / 2)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void createWhenEncodingIsUnknownThenUnsupported() throws Exception {
        HttpResponse<String> answer = create("br", ACCOUNT);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(TestClient.json(answer).get(0).get("errorCode").asText()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    private HttpResponse<String> create(String encoding, byte[] body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(simulator.getLoginUrl() + "/services/data/v67.0/sobjects/Account"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", encoding)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static byte[] compressed(String encoding) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (encoding) {
                    case "gzip", "GZIP" -> new GZIPOutputStream(bytes);
                    case "deflate" -> new DeflaterOutputStream(bytes);
                    default -> bytes;
                }) {
            out.write(ACCOUNT);
        }
        return bytes.toByteArray();
    }
}
