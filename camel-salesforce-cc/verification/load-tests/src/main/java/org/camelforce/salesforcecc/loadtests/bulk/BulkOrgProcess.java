package org.camelforce.salesforcecc.loadtests.bulk;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a {@link BulkOrgProgram}. For use by one thread. */
final class BulkOrgProcess implements AutoCloseable {

    private static final int END_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final List<String> address;

    BulkOrgProcess(Path folder, int heapMegabytes) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BulkOrgProgram.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("org.log").toFile())
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        address = List.of(line().split(" "));
    }

    String url() {
        return address.get(0);
    }

    String clientId() {
        return address.get(1);
    }

    String clientSecret() {
        return address.get(2);
    }

    /** How many bytes of its heap the process uses after a collection. */
    long heap() throws IOException {
        in.newLine();
        in.flush();
        return Long.parseLong(line());
    }

    private String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("the org has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
