package org.camelforce.salesforcecc.reliability.outage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camelforce.salesforcecc.test.support.TestTls;

/** The process with the routes, as its parent sees it. For one thread. */
final class OutageProcess implements AutoCloseable {

    private static final long STOP_SECONDS = 90;

    private final Process process;
    private final BufferedReader answers;
    private final ObjectMapper json = new ObjectMapper();
    private final Path log;

    OutageProcess(Path settings, Path log) throws IOException {
        this.log = log;
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Djavax.net.ssl.trustStore=" + TestTls.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestTls.PASSWORD,
                "-Dlog4j2.configurationFile=log4j2-outage.xml",
                "-classpath",
                System.getProperty("java.class.path"),
                OutageProgram.class.getName(),
                settings.toString());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for the routes to be started. */
    void awaitStart() throws IOException {
        answer();
    }

    void tell(String order) throws IOException {
        process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    JsonNode ask(String order, int owed) throws IOException {
        tell(order + " " + owed);
        return answer();
    }

    private JsonNode answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The process with the routes has ended; see " + log);
        }
        return json.readTree(line);
    }

    /** Ends it in an orderly way, or by force if that takes too long. */
    @Override
    public void close() throws IOException {
        try {
            tell(OutageProgram.STOP);
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
