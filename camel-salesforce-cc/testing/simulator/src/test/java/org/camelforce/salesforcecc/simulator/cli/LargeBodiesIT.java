package org.camelforce.salesforcecc.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Large bodies that come together, to the program with a heap of 512 MB. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeBodiesIT {

    private static final int LENGTH = 48_000_000;
    private static final int CLIENTS = 6;

    @TempDir
    private Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;
    private BufferedReader out;
    private String url = "";
    private String token = "";

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorProgram.class.getName(),
                        "--port",
                        "0",
                        "--no-console",
                        "--client-id",
                        "key",
                        "--client-secret",
                        "secret")
                .redirectError(errors().toFile())
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
        url = out.lines()
                .filter(line -> line.startsWith("SALESFORCE_LOGIN_URL="))
                .findFirst()
                .orElseThrow()
                .substring("SALESFORCE_LOGIN_URL=".length());
        HttpRequest login = HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=key&client_secret=secret"))
                .build();
        token = http.send(login, BodyHandlers.ofString())
                .body()
                .replaceFirst("(?s).*\"access_token\":\"([^\"]*).*", "$1");
    }

    @AfterEach
    void end() throws Exception {
        process.destroyForcibly();
        out.close();
    }

    @Test
    void createWhenFilesComeTogetherThenAllAreCreatedAndCanBeRead() throws Exception {
        Path file = folder.resolve("base64");
        byte[] letters = new byte[LENGTH];
        Random random = new Random(7);
        for (int i = 0; i < LENGTH; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        Files.write(file, letters);

        List<HttpResponse<String>> answers = sendTogether(
                "ContentVersion",
                number -> BodyPublishers.concat(
                        BodyPublishers.ofString(
                                "{\"Title\":\"a\",\"PathOnClient\":\"a\",\"VersionData\":\"aaa" + number),
                        file(file),
                        BodyPublishers.ofString("\"}")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(sendTogether(answers.stream().map(LargeBodiesIT::content)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(200);
        assertThat(errors()).content().doesNotContain("OutOfMemoryError");
    }

    @Test
    void createWhenTextsComeTogetherThenAllAreRefused() throws Exception {
        Path file = folder.resolve("text");
        Files.writeString(file, "x".repeat(LENGTH));

        List<HttpResponse<String>> answers = sendTogether(
                "Account",
                number -> BodyPublishers.concat(
                        BodyPublishers.ofString("{\"Name\":\"a\",\"Description\":\""),
                        file(file),
                        BodyPublishers.ofString("\"}")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(answers).extracting(HttpResponse::body).allMatch(body -> body.contains("STRING_TOO_LONG"));
        assertThat(errors()).content().doesNotContain("OutOfMemoryError");
    }

    @Test
    void createWhenBodiesHaveManyValuesThenAllAreRefused() throws Exception {
        Path file = folder.resolve("values");
        Files.writeString(file, "{},".repeat(LENGTH / 3));
        Path elements = folder.resolve("elements");
        Files.writeString(elements, "<a/>".repeat(LENGTH / 4));

        List<HttpResponse<String>> answers = sendTogether(
                "Account",
                number -> BodyPublishers.concat(
                        BodyPublishers.ofString("{\"Name\":["), file(file), BodyPublishers.ofString("{}]}")));
        List<HttpResponse<String>> ofXml = sendTogether(
                "Account",
                "application/xml",
                number -> BodyPublishers.concat(
                        BodyPublishers.ofString("<Account>"), file(elements), BodyPublishers.ofString("</Account>")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(ofXml).extracting(HttpResponse::statusCode).containsOnly(400);
        assertThat(errors()).content().doesNotContain("OutOfMemoryError");
    }

    private Path errors() {
        return folder.resolve("err.txt");
    }

    private static String content(HttpResponse<String> created) {
        return created.body()
                .replaceFirst(
                        "(?s).*\"id\":\"([^\"]*).*", "/services/data/v67.0/sobjects/ContentVersion/$1/VersionData");
    }

    private static BodyPublisher file(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (java.io.FileNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<HttpResponse<String>> sendTogether(String object, java.util.function.IntFunction<BodyPublisher> body) {
        return sendTogether(object, "application/json", body);
    }

    private List<HttpResponse<String>> sendTogether(
            String object, String type, java.util.function.IntFunction<BodyPublisher> body) {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CLIENTS)
                .mapToObj(number -> http.sendAsync(
                        request("/services/data/v67.0/sobjects/" + object)
                                .header("Content-Type", type)
                                .POST(body.apply(number))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private List<HttpResponse<Void>> sendTogether(Stream<String> paths) {
        List<CompletableFuture<HttpResponse<Void>>> answers = paths.map(
                        path -> http.sendAsync(request(path).build(), BodyHandlers.discarding()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }
}
